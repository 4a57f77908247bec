package skills.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.matching.FitComponent.Missing;
import skills.matching.FitReason.Ground;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Distance;

/**
 * One person, made ready to be held against many pieces of work. Immutable and pure: the same facts
 * give the same fit.
 *
 * <p>Skills: with w the weight of a skill asked (see {@link FitWork#weight}), W their sum, c what
 * the person has of it (from l to h), and s a weight without evidence ({@link FitWeight#CAUTION}):
 *
 * <pre>
 * value = sum of w c / W     lower = sum of w l / (W + s)     upper = (sum of w h + s) / (W + s)
 * </pre>
 *
 * An own answer gives c by level and freshness and a band by proof. Without one a skill that is
 * like it, or the own occupation, gives a part with a wide band; of any other skill c is 0 and h
 * the higher the less the person told.
 */
final class Fitter {

    private static final double CAUTION = FitWeight.CAUTION.value();

    private static final FitFactor[] SHARES =
            Arrays.stream(FitFactor.values()).filter(FitFactor::isShare).toArray(FitFactor[]::new);

    private final Skillset skillset;
    private final PersonFacts person;

    // By number of skill. lower < 0: nothing was said of it and nothing can be concluded.
    private final double[] credit;
    private final double[] lower;
    private final double[] upper;
    private final double unsaid;
    private final double[] groupHeld;

    // By number of occupation; null when nothing is known.
    private final double @Nullable [] experience;
    private final double @Nullable [][] fields;

    private Fitter(Skillset skillset, PersonFacts person) {
        this.skillset = skillset;
        this.person = person;
        credit = new double[skillset.skills()];
        lower = new double[credit.length];
        upper = new double[credit.length];
        Arrays.fill(lower, -1);
        unsaid = unsaid(person.answered());
        groupHeld = groupHeld();
        person.expected().forEach(s -> conclude(skillset.at(s), FitWeight.EXPECTED.value()));
        for (HeldSkill h : person.held().values()) {
            int s = skillset.at(h.skill());
            if (s < 0 || !h.has()) continue;
            for (int near : skillset.near(s)) conclude(near, FitWeight.NEAR.value() * h.credit());
        }
        for (int g = 0; g < groupHeld.length; g++)
            if (groupHeld[g] > 0)
                for (int s : skillset.members(g)) conclude(s, ofGroup(groupHeld[g], g));
        person.denied().forEach(s -> answer(skillset.at(s), 0, 0));
        person.held().values().forEach(h -> answer(skillset.at(h.skill()), h.credit(), h.doubt()));
        experience = experience();
        fields = fields();
    }

    /** A person as she is now. */
    static Fitter of(Skillset skillset, PersonFacts person) {
        return new Fitter(skillset, person);
    }

    PersonFacts person() {
        return person;
    }

    /** What a skill may count at most of which nothing was said, after so many answers. */
    private static double unsaid(int answers) {
        double full = FitWeight.FULL_PROFILE.value();
        return FitWeight.UNSAID.value() + FitWeight.VAGUE.value() * full / (full + answers);
    }

    /** What is held of each group of skills, in skills. */
    private double[] groupHeld() {
        double[] held = new double[skillset.groups()];
        person.held().values().stream()
                .sorted(Comparator.comparing(h -> h.skill().value()))
                .forEach(
                        h -> {
                            int s = skillset.at(h.skill());
                            if (s >= 0) for (int g : skillset.groups(s)) held[g] += h.credit();
                        });
        return held;
    }

    private double ofGroup(double held, int group) {
        double share = held / skillset.members(group).length;
        return share < FitWeight.FEW.value() ? 0 : Math.min(FitWeight.GROUP.value(), share);
    }

    private void conclude(int skill, double value) {
        if (skill < 0 || value <= credit[skill]) return;
        answer(skill, value, FitWeight.GUESSED.value());
    }

    private void answer(int skill, double value, double doubt) {
        if (skill < 0) return;
        credit[skill] = value;
        lower[skill] = value * (1 - doubt);
        upper[skill] = value + (1 - value) * doubt;
    }

    /**
     * The value that orders, without reasons: {@link Fit#cautious()} of {@link #fit}, computed
     * without making anything. For scoring very many.
     */
    double cautious(FitWork work) {
        double all = 0;
        double sum = 0;
        for (FitFactor factor : SHARES) {
            if (factor.vacancyOnly() && !work.facts.vacancy()) continue;
            all += factor.weight();
            sum +=
                    factor.weight()
                            * switch (factor) {
                                case SKILLS -> backed(skillsLower(work), work);
                                case EXPERIENCE ->
                                        experience == null || work.occupation < 0
                                                ? 0
                                                : experience[work.occupation]
                                                        * (1 - FitWeight.GUESSED.value());
                                default -> {
                                    Band band = component(factor, work).band();
                                    yield band == null ? 0 : band.lower();
                                }
                            };
        }
        return sum / all;
    }

    /** What each skill counts for at the least; those that count for nothing are left out. */
    Map<SkillId, Double> lowers() {
        Map<SkillId, Double> all = new HashMap<>();
        for (int s = 0; s < lower.length; s++)
            if (lower[s] > 0) all.put(skillset.skill(s), lower[s]);
        return all;
    }

    /** What the level of a diploma counts, in whatever field. */
    private static double level(Studied study, int asked) {
        return Math.clamp(1 - (asked - study.eqf()) / FitWeight.STEP.value(), 0, 1)
                * (study.gained() ? 1 : FitWeight.BUSY.value());
    }

    /** Everything, with its reasons. */
    Fit fit(FitWork work) {
        List<FitComponent> components = new ArrayList<>();
        for (FitFactor factor : SHARES)
            if (!factor.vacancyOnly() || work.facts.vacancy())
                components.add(component(factor, work));
        return new Fit(components);
    }

    private FitComponent component(FitFactor factor, FitWork work) {
        return switch (factor) {
            case SKILLS -> skills(work);
            case EXPERIENCE -> experience(work);
            case EDUCATION -> education(work);
            case TRAVEL -> travel(work, person.km());
            case WISHES -> wishes(work);
            case TRAITS, DRIVES -> throw new IllegalArgumentException(factor + " is for own view");
        };
    }

    /**
     * The lower end of a band of skills; of an occupation by how much weight is held, since lists
     * of occupations are long and uneven.
     */
    private static double backed(double lower, FitWork work) {
        if (work.facts.vacancy()) return lower;
        double held = lower * (work.weight + CAUTION);
        return held == 0 ? 0 : lower * held / (held + FitWeight.BACKED.value());
    }

    /** What half of one tenth of the weight asked, told as done alone, would add. */
    private static double step(double lower, FitWork work) {
        double one = FitWeight.ALONE.value() * (1 - FitWeight.SAID.value());
        double more = FitWeight.OWN_VIEW.value() * work.weight * one / (work.weight + CAUTION);
        return backed(lower + more, work) - backed(lower, work);
    }

    private double skillsLower(FitWork work) {
        double sum = 0;
        for (int i = 0; i < work.skills.length; i++) {
            int s = work.skills[i];
            if (s >= 0) sum += work.weights[i] * Math.max(0, lower[s]);
            else sum += work.weights[i] * credit(work.asks.get(i).skill()).lower();
        }
        return sum / (work.weight + CAUTION);
    }

    /** What the person has of a skill. */
    private Band credit(SkillId skill) {
        int s = skillset.at(skill);
        if (s >= 0)
            return lower[s] < 0 ? new Band(0, 0, unsaid) : new Band(lower[s], credit[s], upper[s]);
        // No occupation asks it and nothing is like it: only what the person said herself counts.
        HeldSkill held = person.held().get(skill);
        if (held != null) return Band.of(held.credit(), held.doubt());
        if (person.denied().contains(skill)) return new Band(0, 0, 0);
        return person.expected().contains(skill)
                ? Band.of(FitWeight.EXPECTED.value(), FitWeight.GUESSED.value())
                : new Band(0, 0, unsaid);
    }

    private FitComponent skills(FitWork work) {
        if (work.asks.isEmpty()) return FitComponent.missing(FitFactor.SKILLS, Missing.WORK_SKILLS);
        List<FitReason> reasons = new ArrayList<>();
        double value = 0;
        double low = 0;
        double high = 0;
        for (int i = 0; i < work.skills.length; i++) {
            FitWork.Ask ask = work.asks.get(i);
            Band c = credit(ask.skill());
            value += work.weights[i] * c.value();
            low += work.weights[i] * c.lower();
            high += work.weights[i] * c.upper();
            reasons.add(
                    new FitReason.OfSkill(
                            ask.skill(),
                            ask.must(),
                            work.weights[i] / work.weight,
                            work.skills[i] < 0 ? 1 : skillset.rarity(work.skills[i]),
                            c,
                            ground(ask.skill()),
                            like(ask.skill())));
        }
        reasons.sort(
                Comparator.comparingDouble((FitReason r) -> -((FitReason.OfSkill) r).share())
                        .thenComparing(r -> ((FitReason.OfSkill) r).skill().value()));
        return skills(work, skillsBand(work, value, low, high), reasons);
    }

    private static FitComponent skills(FitWork work, Band band, List<FitReason> reasons) {
        return new FitComponent(
                FitFactor.SKILLS,
                FitFactor.SKILLS.weight(),
                band,
                backed(band.lower(), work),
                step(band.lower(), work),
                null,
                reasons);
    }

    private static Band skillsBand(FitWork work, double value, double low, double high) {
        double all = work.weight + CAUTION;
        return new Band(low / all, value / work.weight, Math.min(1, (high + CAUTION) / all));
    }

    /** The skills of a work after one answer, without making the person anew. */
    private Band skillsAfter(FitWork work, HeldSkill said) {
        boolean answered =
                person.held().containsKey(said.skill()) || person.denied().contains(said.skill());
        double then = answered ? unsaid : unsaid(person.answered() + 1);
        int number = skillset.at(said.skill());
        double value = 0;
        double low = 0;
        double high = 0;
        for (int i = 0; i < work.skills.length; i++) {
            Band c = after(work.asks.get(i).skill(), work.skills[i], said, number, then);
            value += work.weights[i] * c.value();
            low += work.weights[i] * c.lower();
            high += work.weights[i] * c.upper();
        }
        return skillsBand(work, value, low, high);
    }

    private Band after(SkillId asked, int at, HeldSkill said, int number, double then) {
        if (asked.equals(said.skill())) return Band.of(said.credit(), said.doubt());
        if (ground(asked) == Ground.OWN) return credit(asked);
        double concluded = person.expected().contains(asked) ? FitWeight.EXPECTED.value() : 0;
        if (at >= 0) {
            for (int near : skillset.near(at)) {
                HeldSkill held = near == number ? said : person.held().get(skillset.skill(near));
                if (held != null)
                    concluded = Math.max(concluded, FitWeight.NEAR.value() * held.credit());
            }
            HeldSkill before = person.held().get(said.skill());
            double more = said.credit() - (before == null ? 0 : before.credit());
            for (int g : skillset.groups(at)) {
                boolean in = number >= 0 && Arrays.binarySearch(skillset.groups(number), g) >= 0;
                concluded = Math.max(concluded, ofGroup(groupHeld[g] + (in ? more : 0), g));
            }
        }
        return concluded > 0 ? Band.of(concluded, FitWeight.GUESSED.value()) : new Band(0, 0, then);
    }

    /** What the fit would be, and the component, when the person says this of a skill. */
    FitChange after(FitWork work, Fit now, HeldSkill said, FitChange.Step step) {
        return changed(now, step, skills(work, skillsAfter(work, said), List.of()));
    }

    /** What the fit would be with the middle of the area so far from the work. */
    FitChange nearer(Fit now, double km) {
        return changed(
                now,
                new FitChange.Step.MoveNearer(km),
                FitComponent.of(FitFactor.TRAVEL, travel(km, person.km()), List.of()));
    }

    /** What the fit would be with a larger area. */
    FitChange further(Fit now, double distance, double within) {
        return changed(
                now,
                new FitChange.Step.LookFurther(within),
                FitComponent.of(FitFactor.TRAVEL, travel(distance, within), List.of()));
    }

    private static FitChange changed(Fit now, FitChange.Step step, FitComponent other) {
        List<FitComponent> after =
                now.components().stream()
                        .map(c -> c.factor() == other.factor() ? other : c)
                        .toList();
        return new FitChange(
                step, other.factor(), Fit.combined(after), Fit.cautious(after), other.band());
    }

    private Ground ground(SkillId skill) {
        if (person.held().containsKey(skill) || person.denied().contains(skill)) return Ground.OWN;
        int s = skillset.at(skill);
        if (s < 0) return person.expected().contains(skill) ? Ground.EXPECTED : Ground.UNSAID;
        if (lower[s] < 0) return Ground.UNSAID;
        if (person.expected().contains(skill) && credit[s] == FitWeight.EXPECTED.value())
            return Ground.EXPECTED;
        return like(skill) != null ? Ground.NEAR : Ground.GROUP;
    }

    /** The skill that an unanswered one was concluded from; null: from none. */
    private @Nullable SkillId like(SkillId skill) {
        int s = skillset.at(skill);
        if (s < 0 || person.held().containsKey(skill) || person.denied().contains(skill))
            return null;
        for (int other : skillset.near(s)) {
            HeldSkill held = person.held().get(skillset.skill(other));
            if (held != null && held.has() && credit[s] == FitWeight.NEAR.value() * held.credit())
                return held.skill();
        }
        return null;
    }

    private FitComponent experience(FitWork work) {
        if (experience == null) return FitComponent.missing(FitFactor.EXPERIENCE, Missing.OWN_WORK);
        if (work.occupation < 0)
            return FitComponent.missing(FitFactor.EXPERIENCE, Missing.WORK_OCCUPATION);
        List<FitReason> reasons = new ArrayList<>();
        for (Worked w : person.work()) {
            int own = skillset.at(w.occupation());
            if (own >= 0)
                reasons.add(new FitReason.OfWork(w, Alike.of(skillset, own)[work.occupation]));
        }
        reasons.sort(
                Comparator.comparingDouble(
                        (FitReason r) ->
                                -((FitReason.OfWork) r).alike()
                                        * ((FitReason.OfWork) r).work().credit()));
        return FitComponent.of(
                FitFactor.EXPERIENCE,
                Band.of(experience[work.occupation], FitWeight.GUESSED.value()),
                reasons);
    }

    private double @Nullable [] experience() {
        double[] best = null;
        for (Worked w : person.work()) {
            int own = skillset.at(w.occupation());
            if (own < 0) continue;
            if (best == null) best = new double[skillset.occupations()];
            double[] alike = Alike.of(skillset, own);
            double credit = w.credit();
            for (int o = 0; o < best.length; o++) best[o] = Math.max(best[o], credit * alike[o]);
        }
        return best;
    }

    private FitComponent education(FitWork work) {
        if (person.studies().stream().allMatch(s -> s.eqf() == null))
            return FitComponent.missing(FitFactor.EDUCATION, Missing.OWN_LEVEL);
        Integer asked = work.facts.eqf();
        if (asked == null) return FitComponent.missing(FitFactor.EDUCATION, Missing.WORK_LEVEL);
        double best = -1;
        FitReason reason = null;
        for (int i = 0; i < person.studies().size(); i++) {
            Studied study = person.studies().get(i);
            if (study.eqf() == null) continue;
            Double field = field(i, work.occupation);
            double other = FitWeight.OTHER_FIELD.value();
            double value =
                    level(study, asked)
                            * (field == null
                                    ? FitWeight.UNKNOWN_FIELD.value()
                                    : other + (1 - other) * field);
            if (value > best) {
                best = value;
                reason = new FitReason.OfStudy(study, asked, work.facts.eqfTold(), field);
            }
        }
        FitWeight doubt = work.facts.eqfTold() ? FitWeight.LEVEL_TOLD : FitWeight.JOB_ZONE;
        return FitComponent.of(FitFactor.EDUCATION, Band.of(best, doubt.value()), List.of(reason));
    }

    private @Nullable Double field(int study, int occupation) {
        double[] field = fields[study];
        return field == null || occupation < 0 ? null : field[occupation];
    }

    private double @Nullable [][] fields() {
        double[][] all = new double[person.studies().size()][];
        for (int i = 0; i < all.length; i++)
            for (OccupationId id : person.studies().get(i).leadsTo()) {
                int own = skillset.at(id);
                if (own < 0) continue;
                if (all[i] == null) all[i] = new double[skillset.occupations()];
                double[] alike = Alike.of(skillset, own);
                for (int o = 0; o < alike.length; o++) all[i][o] = Math.max(all[i][o], alike[o]);
            }
        return all;
    }

    private FitComponent travel(FitWork work, double within) {
        if (person.home() == null) return FitComponent.missing(FitFactor.TRAVEL, Missing.OWN_AREA);
        if (work.facts.at() == null)
            return FitComponent.missing(FitFactor.TRAVEL, Missing.WORK_PLACE);
        double km = Distance.km(person.home(), work.facts.at());
        return FitComponent.of(
                FitFactor.TRAVEL, travel(km, within), List.of(new FitReason.OfTravel(km, within)));
    }

    private static Band travel(double km, double within) {
        double town = FitWeight.TOWN.value();
        return new Band(
                reach(km + town, within), reach(km, within), reach(Math.max(0, km - town), within));
    }

    /** 1 at home, {@link FitWeight#EDGE} at the edge of the area, 0 at twice as far. */
    private static double reach(double km, double within) {
        double edge = FitWeight.EDGE.value();
        return km <= within
                ? 1 - (1 - edge) * km / within
                : edge * Math.max(0, 1 - (km - within) / within);
    }

    private FitComponent wishes(FitWork work) {
        Wish wish = person.wish();
        if (wish.isEmpty()) return FitComponent.missing(FitFactor.WISHES, Missing.OWN_WISH);
        Double hours = hours(wish, work);
        Double pay =
                wish.pay() == null || Double.isNaN(work.payMonth)
                        ? null
                        : (Double)
                                Math.clamp(1 - 4 * (wish.pay() - work.payMonth) / wish.pay(), 0, 1);
        if (hours == null && pay == null)
            return FitComponent.missing(FitFactor.WISHES, Missing.WORK_TERMS);
        double value = hours == null ? pay : pay == null ? hours : (hours + pay) / 2;
        return FitComponent.of(
                FitFactor.WISHES,
                Band.of(value, FitWeight.TERMS.value()),
                List.of(new FitReason.OfWishes(hours, pay)));
    }

    /** 1 when a number of hours suits both, 0 from two days apart. */
    private static @Nullable Double hours(Wish wish, FitWork work) {
        var given = work.facts.hours();
        if (given == null || wish.hoursMin() == null && wish.hoursMax() == null) return null;
        double least = wish.hoursMin() == null ? 0 : wish.hoursMin();
        double most = wish.hoursMax() == null ? 60 : wish.hoursMax();
        double apart = Math.max(0, Math.max(least - given.max(), given.min() - most));
        return Math.max(0, 1 - apart / 16);
    }
}
