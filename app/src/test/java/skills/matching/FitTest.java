package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import skills.profile.Level;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Point;
import skills.vacancy.Requirement.Origin;

/** What a fit promises, over random persons and random work. */
class FitTest {

    private static final double EXACT = 1e-9;
    private static final double EARTH_KM = 6371.0088;

    @Provide
    Arbitrary<FitWorld> worlds() {
        return Arbitraries.longs().map(FitWorld::of);
    }

    /** The promise of the tree: what it says would happen is what happens. */
    @Property(tries = 1500, seed = "7001")
    void changingOneThingChangesTheFitAsTheTreeSaid(@ForAll("worlds") FitWorld world) {
        Skillset skillset = world.skillset();
        FitWork work = FitWork.of(skillset, world.facts());
        Fitter before = Fitter.of(skillset, world.person());
        for (FitChange change : FitChanges.of(before, work, before.fit(work))) {
            Fit after = world.fit(done(world, change.step()));
            same(after.band(), change.after());
            assertThat(change.cautious()).isCloseTo(after.cautious(), within(EXACT));
            same(after.of(change.factor()).band(), change.component());
            for (FitComponent c : after.components())
                if (c.factor() != change.factor())
                    assertThat(c).isEqualTo(before.fit(work).of(c.factor()));
        }
    }

    /** Does what the step says, to the facts themselves. */
    private static PersonFacts done(FitWorld world, FitChange.Step step) {
        PersonFacts p = world.person();
        return switch (step) {
            case FitChange.Step.AddSkill s -> p.with(new HeldSkill(s.skill(), null, Proof.SAID, 0));
            case FitChange.Step.RaiseLevel s -> {
                HeldSkill h = p.held().get(s.skill());
                assertThat(s.to().number()).isEqualTo(h.level().number() + 1);
                yield p.with(new HeldSkill(s.skill(), s.to(), h.proof(), h.months()));
            }
            case FitChange.Step.AddProof s -> {
                HeldSkill h = p.held().get(s.skill());
                assertThat(s.to()).isGreaterThan(h.proof());
                yield p.with(new HeldSkill(s.skill(), h.level(), s.to(), h.months()));
            }
            case FitChange.Step.MoveNearer m -> {
                Point at = world.facts().at();
                yield p.from(
                        new Point(at.lat() + Math.toDegrees(m.km() / EARTH_KM), at.lon()), p.km());
            }
            case FitChange.Step.LookFurther l -> p.from(p.home(), l.km());
        };
    }

    @Property(tries = 300, seed = "7002")
    void everyKindOfChangeIsSaidAndEachMakesTheFitBetter(@ForAll("worlds") FitWorld world) {
        Skillset skillset = world.skillset();
        FitWork work = FitWork.of(skillset, world.facts());
        Fitter fitter = Fitter.of(skillset, world.person());
        Fit fit = fitter.fit(work);
        List<FitChange> changes = FitChanges.of(fitter, work, fit);
        for (FitChange c : changes)
            assertThat(c.cautious()).isGreaterThanOrEqualTo(fit.cautious() - EXACT);
        Set<SkillId> open =
                world.facts().asks().stream()
                        .map(FitWork.Ask::skill)
                        .filter(
                                s ->
                                        !world.person().held().containsKey(s)
                                                || !world.person().held().get(s).has())
                        .collect(Collectors.toSet());
        assertThat(
                        changes.stream()
                                .filter(c -> c.step() instanceof FitChange.Step.AddSkill)
                                .map(c -> ((FitChange.Step.AddSkill) c.step()).skill())
                                .collect(Collectors.toSet()))
                .isEqualTo(open);
    }

    @Property(tries = 1000, seed = "7003")
    void aValueLiesInItsBandFromZeroToOneAndTheQuickValueIsTheCautiousOne(
            @ForAll("worlds") FitWorld world) {
        Fit fit = world.fit();
        Skillset skillset = world.skillset();
        for (FitComponent c : fit.components()) if (c.isKnown()) inOrder(c.band());
        inOrder(fit.band());
        assertThat(
                        Fitter.of(skillset, world.person())
                                .cautious(FitWork.of(skillset, world.facts())))
                .isCloseTo(fit.cautious(), within(EXACT));
    }

    private static void inOrder(Band band) {
        assertThat(band.lower()).isBetween(0., band.value() + EXACT);
        assertThat(band.upper()).isBetween(band.value() - EXACT, 1.);
    }

    /** The numbers of the tree make up the fit. */
    @Property(tries = 500, seed = "7004")
    void theComponentsByTheirWeightsMakeTheFit(@ForAll("worlds") FitWorld world) {
        Fit fit = world.fit();
        double all = 0;
        double lower = 0;
        for (FitComponent c : fit.components()) {
            all += c.weight();
            if (c.isKnown()) lower += c.weight() * c.band().lower();
        }
        assertThat(fit.band().lower()).isCloseTo(lower / all, within(EXACT));
        for (FitComponent c : fit.components())
            if (c.factor() == FitFactor.SKILLS && c.isKnown()) {
                double shares = 0;
                double value = 0;
                for (FitReason r : c.reasons()) {
                    var s = (FitReason.OfSkill) r;
                    shares += s.share();
                    value += s.share() * s.credit().value();
                }
                assertThat(shares).isCloseTo(1, within(EXACT));
                assertThat(c.band().value()).isCloseTo(value, within(EXACT));
            }
    }

    @Property(tries = 1000, seed = "7005")
    void oneSkillMoreNeverFitsLess(@ForAll("worlds") FitWorld world, @ForAll Random random) {
        Fit before = world.fit();
        for (SkillId skill : world.skills()) {
            HeldSkill now = world.person().held().get(skill);
            if (now != null && now.has()) continue;
            HeldSkill more = FitWorld.held(skill, random);
            if (!more.has()) continue;
            Fit after = world.fit(world.person().with(more));
            if (before.of(FitFactor.SKILLS).isKnown()) {
                Band was = before.of(FitFactor.SKILLS).band();
                Band is = after.of(FitFactor.SKILLS).band();
                assertThat(is.value()).isGreaterThanOrEqualTo(was.value() - EXACT);
                assertThat(is.lower()).isGreaterThanOrEqualTo(was.lower() - EXACT);
            }
            assertThat(after.cautious()).isGreaterThanOrEqualTo(before.cautious() - EXACT);
        }
    }

    @Property(tries = 500, seed = "7006")
    void theOrderOfFactsDoesNotMatter(@ForAll("worlds") FitWorld world, @ForAll Random random) {
        same(world.shuffled(random).fit().band(), world.fit().band());
    }

    @Property(tries = 500, seed = "7007")
    void otherNumbersForTheSameThingsChangeNothing(
            @ForAll("worlds") FitWorld world, @ForAll Random random) {
        FitWorld other = world.relabelled(random);
        same(other.fit().band(), world.fit().band());
        for (FitComponent c : world.fit().components()) {
            FitComponent o = other.fit().of(c.factor());
            assertThat(o.missing()).isEqualTo(c.missing());
            if (c.isKnown()) same(o.band(), c.band());
        }
    }

    @Property(tries = 1000, seed = "7008")
    void aFactLessOfAPersonMakesTheBandWider(@ForAll("worlds") FitWorld world) {
        PersonFacts p = world.person();
        Fit before = world.fit();
        for (SkillId s : p.held().keySet()) wider(world.fit(p.without(s)), before);
        wider(world.fit(p.having(List.of(), p.studies())), before);
        wider(world.fit(p.having(p.work(), List.of())), before);
        wider(world.fit(p.from(null, p.km())), before);
        wider(world.fit(p.wishing(Wish.NONE)), before);
    }

    /** Less known never stands higher. */
    @Property(tries = 500, seed = "7009")
    void aSkillNotToldNeverBringsOneHigher(@ForAll("worlds") FitWorld world) {
        PersonFacts p = world.person();
        p.held()
                .forEach(
                        (s, h) -> {
                            if (h.has())
                                assertThat(world.fit(p.without(s)).cautious())
                                        .isLessThanOrEqualTo(world.fit().cautious() + EXACT);
                        });
    }

    @Property(tries = 500, seed = "7010")
    void whatIsOnlyUsualInTheOccupationMakesTheBandWiderThanWhatTheVacancySays(
            @ForAll("worlds") FitWorld world) {
        if (world.facts().asks().isEmpty()) return;
        wider(from(world, Origin.OCCUPATION).fit(), from(world, Origin.STATED).fit());
        FitWork.Facts f = world.facts();
        wider(
                world.asking(
                                new FitWork.Facts(
                                        f.vacancy(), f.asks(), null, null, false, null, null, null))
                        .fit(),
                world.fit());
    }

    private static FitWorld from(FitWorld world, Origin origin) {
        return world.asking(
                world.with(
                        world.facts().asks().stream()
                                .map(a -> new FitWork.Ask(a.skill(), a.must(), origin))
                                .toList()));
    }

    private static void wider(Fit after, Fit before) {
        assertThat(after.band().width()).isGreaterThanOrEqualTo(before.band().width() - EXACT);
    }

    private static void same(Band one, Band other) {
        assertThat(one.lower()).isCloseTo(other.lower(), within(EXACT));
        assertThat(one.value()).isCloseTo(other.value(), within(EXACT));
        assertThat(one.upper()).isCloseTo(other.upper(), within(EXACT));
    }

    private static SkillId skill(int n) {
        return new SkillId(new UUID(3, n));
    }

    /** Ten skills, of which skill 0 is asked by one occupation and skill 9 by nearly all. */
    private static Skillset market() {
        var rows = new Skillset.Rows();
        for (int o = 0; o < 10; o++)
            for (int s = 0; s < 10; s++)
                if (s >= o)
                    rows.asks(new skills.taxonomy.OccupationId(new UUID(4, o)), skill(s), true);
        return rows.skillset();
    }

    private static double fits(Skillset market, List<FitWork.Ask> asks, int... held) {
        PersonFacts person = PersonFacts.EMPTY;
        for (int s : held) person = person.with(new HeldSkill(skill(s), Level.ALONE, Proof.DID, 0));
        return Fitter.of(market, person)
                .cautious(
                        FitWork.of(
                                market,
                                new FitWork.Facts(
                                        false, asks, null, null, false, null, null, null)));
    }

    private static List<FitWork.Ask> asks(Origin origin, int... skills) {
        return Arrays.stream(skills)
                .mapToObj(s -> new FitWork.Ask(skill(s), true, origin))
                .toList();
    }

    @Test
    void aRareSkillCountsMoreThanACommonOne() {
        Skillset market = market();
        var both = asks(Origin.STATED, 0, 9);
        assertThat(fits(market, both, 0)).isGreaterThan(fits(market, both, 9));
    }

    @Test
    void sevenOfTenStatedComesBeforeOneOfOneAndBeforeSevenOfTenThatAreOnlyUsual() {
        Skillset market = market();
        int[] ten = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] seven = {0, 1, 2, 3, 4, 5, 6};
        double precise = fits(market, asks(Origin.STATED, ten), seven);
        assertThat(precise).isGreaterThan(fits(market, asks(Origin.STATED, 3), seven));
        assertThat(precise).isGreaterThan(fits(market, asks(Origin.OCCUPATION, ten), seven));
    }

    @Test
    void aHigherLevelMoreProofAndFresherUseCountMore() {
        SkillId s = skill(1);
        for (int l = 1; l < 5; l++)
            assertThat(new HeldSkill(s, Level.of(l), Proof.SAID, 0).credit())
                    .isGreaterThan(new HeldSkill(s, Level.of(l - 1), Proof.SAID, 0).credit());
        assertThat(new HeldSkill(s, Level.ALONE, Proof.SAID, 30).credit())
                .isLessThan(new HeldSkill(s, Level.ALONE, Proof.SAID, 3).credit());
        List<Double> doubts = new ArrayList<>();
        for (Proof p : Proof.values()) doubts.add(new HeldSkill(s, Level.ALONE, p, 0).doubt());
        assertThat(doubts).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** An own answer always stands above what is only concluded. */
    @Test
    void theLowestOwnAnswerIsNotUnderTheHighestConclusion() {
        HeldSkill lowest = new HeldSkill(skill(1), Level.WITH_HELP, Proof.SAID, 9999);
        double concluded =
                Math.max(
                        Math.max(FitWeight.NEAR.value(), FitWeight.GROUP.value()),
                        FitWeight.EXPECTED.value());
        assertThat(lowest.credit()).isGreaterThanOrEqualTo(concluded - EXACT);
        double most = Proof.SAID.doubt() + FitWeight.NO_LEVEL.value();
        assertThat(most).isLessThanOrEqualTo(FitWeight.GUESSED.value() + EXACT);
        assertThat(FitWeight.GUESSED.value()).isLessThanOrEqualTo(FitWeight.UNSAID.value());
    }

    @Test
    void theSharesOfAVacancyAreOne() {
        double shares =
                Arrays.stream(FitFactor.values())
                        .filter(FitFactor::isShare)
                        .mapToDouble(FitFactor::weight)
                        .sum();
        assertThat(shares).isCloseTo(1, within(EXACT));
    }
}
