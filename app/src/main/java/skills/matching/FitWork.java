package skills.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Hours;
import skills.vacancy.Pay;
import skills.vacancy.Point;
import skills.vacancy.Requirement;

/**
 * What a piece of work asks, made ready to be held against many persons. Immutable. It carries the
 * numbers of one {@link Skillset} and can only be scored with that one.
 */
final class FitWork {

    /** Weeks and days of work in a month, and hours in a full month of 40 a week. */
    private static final double WEEKS = 52 / 12.;

    /** One skill asked. */
    record Ask(SkillId skill, boolean must, Requirement.Origin origin) {}

    /**
     * @param vacancy false: an occupation, which has no place and no terms
     * @param likeEsco the skills are a list of ESCO, neither of a vacancy nor described by us
     * @param occupation null when not known
     * @param eqf level of education that is asked, 1 to 8; null when not known
     * @param eqfTold the vacancy names it; false: from the job zone of O*NET
     * @param pay null when not known
     */
    record Facts(
            boolean vacancy,
            boolean likeEsco,
            List<Ask> asks,
            @Nullable OccupationId occupation,
            @Nullable Integer eqf,
            boolean eqfTold,
            @Nullable Point at,
            @Nullable Hours hours,
            @Nullable Pay pay) {

        Facts {
            asks = List.copyOf(asks);
        }

        /** With lists that make a difference between what must and what is nice. */
        Facts(
                boolean vacancy,
                List<Ask> asks,
                @Nullable OccupationId occupation,
                @Nullable Integer eqf,
                boolean eqfTold,
                @Nullable Point at,
                @Nullable Hours hours,
                @Nullable Pay pay) {
            this(vacancy, false, asks, occupation, eqf, eqfTold, at, hours, pay);
        }
    }

    final Skillset skillset;
    final Facts facts;
    final List<Ask> asks;
    final int[] skills;
    final double[] weights;
    final double weight;
    final int occupation;
    final double payMonth;

    private FitWork(Skillset skillset, Facts facts) {
        this.skillset = skillset;
        this.facts = facts;
        // In a fixed order: sums are the same to the last digit, whatever order was given.
        asks = facts.asks.stream().sorted(Comparator.comparing(a -> a.skill().value())).toList();
        skills = new int[asks.size()];
        weights = new double[asks.size()];
        double sum = 0;
        for (int i = 0; i < skills.length; i++) {
            Ask ask = asks.get(i);
            skills[i] = skillset.at(ask.skill());
            weights[i] =
                    weight(ask, facts.likeEsco, skills[i] < 0 ? 1 : skillset.rarity(skills[i]));
            sum += weights[i];
        }
        weight = sum;
        occupation = facts.occupation == null ? -1 : skillset.at(facts.occupation);
        payMonth = facts.pay == null ? Double.NaN : month(facts.pay);
    }

    static FitWork of(Skillset skillset, Facts facts) {
        return new FitWork(skillset, facts);
    }

    /** What a skill weighs in a vacancy. */
    static double weight(boolean must, Requirement.Origin origin, double rarity) {
        return weight(must ? FitWeight.MUST : FitWeight.NICE, origin, rarity);
    }

    /**
     * What a skill weighs: must or not, how we know that it is asked, and how rare it is.
     *
     * @param esco the list is one of ESCO, of which the two kinds differ little
     */
    static double weight(Ask ask, boolean esco, double rarity) {
        FitWeight kind =
                esco
                        ? ask.must ? FitWeight.ESSENTIAL : FitWeight.USEFUL
                        : ask.must ? FitWeight.MUST : FitWeight.NICE;
        return weight(kind, ask.origin, rarity);
    }

    private static double weight(FitWeight kind, Requirement.Origin origin, double rarity) {
        FitWeight known =
                switch (origin) {
                    case STATED -> FitWeight.STATED;
                    case EXTRACTED -> FitWeight.EXTRACTED;
                    case OCCUPATION -> FitWeight.FROM_OCCUPATION;
                };
        double common = FitWeight.COMMON.value();
        return kind.value()
                * known.value()
                * (common + (1 - common) * Math.pow(rarity, FitWeight.RARITY.value()));
    }

    /**
     * An occupation with the skills that the skillset has for it.
     *
     * @param described the list is our own, not that of ESCO
     * @param eqf level usually asked; null when not known
     */
    static FitWork occupation(
            Skillset skillset, int number, boolean described, @Nullable Integer eqf) {
        List<Ask> asks = new java.util.ArrayList<>();
        for (int s : skillset.essential(number))
            asks.add(new Ask(skillset.skill(s), true, Requirement.Origin.STATED));
        for (int s : skillset.useful(number))
            asks.add(new Ask(skillset.skill(s), false, Requirement.Origin.STATED));
        return of(
                skillset,
                new Facts(
                        false,
                        !described,
                        asks,
                        skillset.occupation(number),
                        eqf,
                        false,
                        null,
                        null,
                        null));
    }

    static List<Ask> asks(Collection<Requirement> requirements) {
        return requirements.stream().map(r -> new Ask(r.skill(), r.must(), r.origin())).toList();
    }

    /** Gross euros a month at most, for a full week; NaN for other money. */
    private static double month(Pay pay) {
        if (!pay.currency().equals("EUR")) return Double.NaN;
        double most = pay.max().doubleValue();
        return switch (pay.per()) {
            case HOUR -> most * 40 * WEEKS;
            case DAY -> most * 5 * WEEKS;
            case WEEK -> most * WEEKS;
            case MONTH -> most;
            case YEAR -> most / 12;
        };
    }
}
