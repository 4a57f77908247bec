package skills.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Requirement;

/**
 * What is within reach, for the explorer, for "if I learned this" and for "our profession is gone".
 * Pure: skills held, halves as halves, against what is asked.
 */
final class Reach {

    /** Work is within reach from this many skills on, halves counted as halves; fewer is chance. */
    static final double ENOUGH = 2.5;

    private final Skillset all;
    private final boolean[] written;

    /**
     * @param written occupations of which the useful skills count as well: those that we described
     */
    Reach(Skillset all, Set<OccupationId> written) {
        this.all = all;
        this.written = new boolean[all.occupations()];
        for (OccupationId id : written) {
            int o = all.at(id);
            if (o >= 0) this.written[o] = true;
        }
    }

    Skillset all() {
        return all;
    }

    /** Share of each skill by its number, from 0 to 1. */
    double[] shares(Map<SkillId, Held> held) {
        double[] shares = new double[all.skills()];
        held.forEach(
                (skill, h) -> {
                    int s = all.at(skill);
                    if (s >= 0) shares[s] = h.hold().share();
                });
        return shares;
    }

    /** Whether holding a skill counts for an occupation. */
    boolean counts(int occupation, int skill) {
        return written[occupation]
                || java.util.Arrays.binarySearch(all.essential(occupation), skill) >= 0;
    }

    /** Skills held of those that the page of an occupation counts. */
    double held(double[] shares, int occupation) {
        return held(s -> shares[s], occupation);
    }

    double held(IntToDoubleFunction share, int occupation) {
        double sum = 0;
        for (int s : all.essential(occupation)) sum += share.applyAsDouble(s);
        if (written[occupation]) for (int s : all.useful(occupation)) sum += share.applyAsDouble(s);
        return sum;
    }

    /** The skills that the page of an occupation counts. */
    IntStream counted(int occupation) {
        IntStream essential = IntStream.of(all.essential(occupation));
        return written[occupation]
                ? IntStream.concat(essential, IntStream.of(all.useful(occupation)))
                : essential;
    }

    boolean occupation(double[] shares, int occupation) {
        return held(shares, occupation) >= ENOUGH;
    }

    /**
     * A vacancy is within reach with enough skills, or all where it asks fewer, and half of those
     * that it cannot do without. One that asks nothing is not: nobody knows.
     */
    static boolean vacancy(Map<SkillId, Held> held, Iterable<Requirement> requirements) {
        double all = 0;
        double have = 0;
        double must = 0;
        double mustHave = 0;
        for (Requirement r : requirements) {
            Held h = held.get(r.skill());
            double share = h == null ? 0 : h.hold().share();
            all++;
            have += share;
            if (r.must()) {
                must++;
                mustHave += share;
            }
        }
        return enough(have, all) && 2 * mustHave >= must;
    }

    /** Enough skills of what a vacancy asks, or all where it asks fewer. */
    static boolean enough(double held, double asked) {
        return asked > 0 && held >= Math.min(ENOUGH, asked);
    }

    /**
     * What a person holds once she says to have one more skill: that one in full, and half of those
     * like it of which she said nothing, as {@link People} does.
     *
     * @param said skills of which she said something herself, "not me" and "not yet" included
     */
    static Map<SkillId, Held> with(
            Map<SkillId, Held> held,
            Set<SkillId> said,
            SkillId skill,
            OccupationProfiles profiles) {
        Map<SkillId, Held> more = new HashMap<>(held);
        Held reason = new Held(Hold.FULL, skills.kernel.LocalizedText.same("-"));
        more.put(skill, reason);
        for (SkillId near : profiles.near(skill))
            if (!said.contains(near)) more.putIfAbsent(near, new Held(Hold.HALF, reason.because()));
        return more;
    }
}
