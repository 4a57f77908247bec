package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.kernel.LocalizedText;
import skills.matching.Explanation.Verdict;
import skills.taxonomy.OnetLeanings.Element;
import skills.taxonomy.OnetLeanings.Leaning;
import skills.taxonomy.OnetLeanings.Table;
import skills.taxonomy.SkillId;

/** Traits and drives in a fit, over a thousand random persons and occupations. */
class PersonalFitTest extends RoomTest {

    private static final int TRIALS = 1_000;

    private static final List<String> STYLES =
            List.of(
                    "Persistence",
                    "Dependability",
                    "Attention to Detail",
                    "Achievement/Effort",
                    "Social Orientation",
                    "Leadership",
                    "Cooperation",
                    "Concern for Others",
                    "Stress Tolerance",
                    "Self-Control",
                    "Innovation",
                    "Adaptability/Flexibility",
                    "Analytical Thinking",
                    "Independence");
    private static final List<String> VALUES =
            List.of(
                    "Achievement",
                    "Working Conditions",
                    "Recognition",
                    "Relationships",
                    "Support",
                    "Independence");
    private static final List<String> INTERESTS =
            List.of("Realistic", "Artistic", "Social", "Enterprising", "Conventional");

    @Autowired Counterparts counterparts;
    @Autowired Explainer explainer;

    private static Leaning work(Random random) {
        Map<Element, Double> of = new HashMap<>();
        STYLES.forEach(e -> of.put(new Element(Table.STYLE, e), random.nextGaussian()));
        VALUES.forEach(e -> of.put(new Element(Table.VALUE, e), random.nextGaussian()));
        INTERESTS.forEach(e -> of.put(new Element(Table.INTEREST, e), random.nextGaussian()));
        return new Leaning("00-0000.00", "Somebody", of);
    }

    private static Inclination person(Random random) {
        Map<Component, Map<String, Estimate>> of = new EnumMap<>(Component.class);
        for (Component c : Component.values()) {
            Map<String, Estimate> scales = new HashMap<>();
            for (String s : c.scales())
                if (random.nextInt(10) > 0)
                    scales.put(
                            s, new Estimate(random.nextGaussian(), .2 + random.nextDouble() / 2));
            of.put(c, scales);
        }
        return new Inclination(of);
    }

    private static Inclination with(
            Inclination person, Component component, String scale, Optional<Estimate> estimate) {
        Map<Component, Map<String, Estimate>> of = new EnumMap<>(person.of());
        Map<String, Estimate> scales = new HashMap<>(of.get(component));
        estimate.ifPresentOrElse(e -> scales.put(scale, e), () -> scales.remove(scale));
        of.put(component, scales);
        return new Inclination(of);
    }

    @Test
    void aComponentLiesFromZeroToOneInsideItsBandAndMovesAtMostItsWeight() {
        var random = new Random(1);
        for (int i = 0; i < TRIALS; i++) {
            PersonalFit fit = counterparts.fit(person(random), work(random));
            assertThat(fit.components()).hasSize(2);
            for (ComponentFit c : fit.components()) {
                assertThat(c.value()).isBetween(0., 1.);
                assertThat(c.lower()).isLessThanOrEqualTo(c.value()).isNotNegative();
                assertThat(c.upper()).isGreaterThanOrEqualTo(c.value()).isLessThanOrEqualTo(1);
                assertThat(Math.abs(c.shift())).isLessThanOrEqualTo(Component.WEIGHT);
            }
            assertThat(Math.abs(fit.shift())).isLessThanOrEqualTo(2 * Component.WEIGHT);
        }
    }

    /** "At most half a skill in ten", as the tree says. */
    @Test
    void theWeightIsHalfOfOneEssentialSkillOfTen() {
        List<SkillFit> none = new ArrayList<>();
        for (int i = 0; i < 10; i++) none.add(skill(Hold.NONE));
        List<SkillFit> one = new ArrayList<>(none);
        one.set(0, skill(Hold.HALF));
        assertThat(new Match(one).score() - new Match(none).score())
                .isCloseTo(Component.WEIGHT, within(1e-12));
    }

    private static SkillFit skill(Hold hold) {
        return new SkillFit(
                new SkillId(UUID.randomUUID()), LocalizedText.same("x"), true, hold, null, null);
    }

    @Test
    void aMoreOutspokenAnswerMovesTheFitTheWayTheTreeSaidItWould() {
        var random = new Random(2);
        int said = 0;
        for (int i = 0; i < TRIALS; i++) {
            Inclination person = person(random);
            Leaning work = work(random);
            PersonalFit before = counterparts.fit(person, work);
            List<Explanation> tree = explainer.explain(new Match(List.of()), before, true);
            for (int c = 0; c < 2; c++) {
                ComponentFit fit = before.components().get(c);
                List<FitPart> telling = fit.telling(3);
                List<Explanation> details = tree.get(c + 1).details();
                for (int p = 0; p < telling.size(); p++) {
                    FitPart part = telling.get(p);
                    Estimate own = part.own();
                    Inclination more =
                            with(
                                    person,
                                    fit.component(),
                                    part.scale(),
                                    Optional.of(new Estimate(own.value() * 1.5, own.error())));
                    double change =
                            counterparts.fit(more, work).components().get(c).value() - fit.value();
                    String words = details.get(p).reason().nl();
                    boolean less =
                            words.startsWith("Past minder")
                                    || words.startsWith("Past misschien minder");
                    if (less) assertThat(change).as(words).isNegative();
                    else assertThat(change).as(words).isPositive();
                    if (details.get(p).verdict() == Verdict.YES) assertThat(less).isFalse();
                    if (details.get(p).verdict() == Verdict.NO) assertThat(less).isTrue();
                    said++;
                }
            }
        }
        assertThat(said).isGreaterThan(TRIALS);
    }

    @Test
    void whatIsNamedFirstCountsMostWhenTakenAway() {
        var random = new Random(3);
        for (int i = 0; i < TRIALS; i++) {
            Inclination person = person(random);
            Leaning work = work(random);
            for (ComponentFit fit : counterparts.fit(person, work).components()) {
                List<FitPart> telling = fit.telling(fit.parts().size());
                double last = Double.MAX_VALUE;
                for (FitPart part : telling) {
                    ComponentFit without =
                            counterparts
                                    .fit(
                                            with(
                                                    person,
                                                    fit.component(),
                                                    part.scale(),
                                                    Optional.empty()),
                                            work)
                                    .components()
                                    .get(fit.component().ordinal());
                    double change = Math.abs(logit(without.value()) - logit(fit.value()));
                    assertThat(change).isLessThanOrEqualTo(last + 1e-9);
                    last = change;
                }
            }
        }
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    @Test
    void theTreeSaysTheDirectionInWhichTheListMovesAndSwitchedOffNothingMoves() {
        var random = new Random(4);
        for (int i = 0; i < TRIALS; i++) {
            Inclination person = person(random);
            Leaning work = work(random);
            PersonalFit both = counterparts.fit(person, work);
            for (Component c : Component.values()) {
                Inclination without = new Inclination(Map.of(other(c), person.of().get(other(c))));
                PersonalFit left = counterparts.fit(without, work);
                ComponentFit gone = both.components().get(c.ordinal());
                assertThat(both.shift() - left.shift()).isCloseTo(gone.shift(), within(1e-12));
                switch (Explainer.moves(gone)) {
                    case "up" -> assertThat(gone.shift()).isPositive();
                    case "down" -> assertThat(gone.shift()).isNegative();
                    default -> assertThat(Math.abs(gone.shift())).isLessThan(Component.WEIGHT / 10);
                }
            }
            assertThat(counterparts.fit(Inclination.NONE, work).shift()).isZero();
            assertThat(explainer.explain(new Match(List.of()), PersonalFit.NONE, true)).hasSize(1);
        }
    }

    private static Component other(Component c) {
        return c == Component.TRAITS ? Component.DRIVES : Component.TRAITS;
    }

    @Test
    void anUnsureAnswerIsNeverSaidAsSure() {
        var random = new Random(5);
        for (int i = 0; i < TRIALS; i++) {
            PersonalFit fit = counterparts.fit(person(random), work(random));
            List<Explanation> tree = explainer.explain(new Match(List.of()), fit, true);
            for (int c = 0; c < 2; c++) {
                ComponentFit of = fit.components().get(c);
                boolean sure = of.lower() > .5 || of.upper() < .5;
                assertThat(tree.get(c + 1).verdict() == Verdict.PART).isEqualTo(!sure);
                List<FitPart> telling = of.telling(3);
                for (int p = 0; p < telling.size(); p++)
                    assertThat(tree.get(c + 1).details().get(p).verdict() == Verdict.PART)
                            .isEqualTo(!telling.get(p).own().isSure());
            }
            fit.clearest().ifPresent(p -> assertThat(p.own().isSure()).isTrue());
        }
    }

    @Test
    void anOccupationWithoutCounterpartSaysSoAndItsFitIsNotChanged() {
        PersonalFit fit = counterparts.fit(person(new Random(6)), null);
        assertThat(fit.shift()).isZero();
        List<Explanation> tree = explainer.explain(new Match(List.of()), fit, true);
        assertThat(tree).hasSize(3);
        for (Explanation e : tree.subList(1, 3)) {
            assertThat(e.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(e.source().nl()).contains("niet in O*NET");
            assertThat(e.details()).isEmpty();
        }
    }

    @Test
    void incomeIsForcedIntoNothing() {
        Map<String, Estimate> only = Map.of("income", new Estimate(3, .2));
        Inclination person = new Inclination(Map.of(Component.DRIVES, only));
        PersonalFit fit = counterparts.fit(person, work(new Random(7)));
        assertThat(fit.shift()).isZero();
        assertThat(counterparts.reason("income")).isPresent();
    }

    @Test
    void noSentenceShowsAPercentageAndEachHasItsWords() {
        var random = new Random(8);
        for (int i = 0; i < TRIALS; i++)
            for (Explanation e :
                    explainer.explain(
                            new Match(List.of()),
                            counterparts.fit(person(random), work(random)),
                            true)) {
                all(e).forEach(
                                t -> {
                                    assertThat(t.nl()).doesNotContain("%");
                                    assertThat(t.en()).doesNotContain("%");
                                });
            }
    }

    private static List<LocalizedText> all(Explanation e) {
        List<LocalizedText> texts = new ArrayList<>(List.of(e.reason(), e.weight()));
        if (e.source() != null) texts.add(e.source());
        e.details().forEach(d -> texts.addAll(all(d)));
        return texts;
    }
}
