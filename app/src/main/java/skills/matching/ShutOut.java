package skills.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import skills.taxonomy.SkillId;
import skills.vacancy.Requirement;

/**
 * Whom the needs of a vacancy shut out, in counts only. Looked at are those who have enough of all
 * that it asks ({@link Reach#enough}); shut out is who has nothing of a skill that it cannot do
 * without, not even one that is like it.
 *
 * @param enough how many have enough of what is asked
 * @param left how many of these have something of everything that is needed
 * @param lacking by each needed skill, in the order asked: how many have nothing of it
 * @param only by each needed skill: how many lack that one and no other
 */
record ShutOut(int enough, int left, Map<SkillId, Integer> lacking, Map<SkillId, Integer> only) {

    /**
     * @param all of each one what she holds of a skill, 0 to 1
     */
    static ShutOut of(List<Requirement> asks, Iterable<ToDoubleFunction<SkillId>> all) {
        return of(asks, all, held -> Reach.enough(held, asks.size()));
    }

    /**
     * Among those who have at least one of the skills, for a vacancy of which nobody has enough.
     */
    static ShutOut ofAny(List<Requirement> asks, Iterable<ToDoubleFunction<SkillId>> all) {
        return of(asks, all, held -> held >= 1);
    }

    private static ShutOut of(
            List<Requirement> asks,
            Iterable<ToDoubleFunction<SkillId>> all,
            DoublePredicate isEnough) {
        Map<SkillId, Integer> lacking = new LinkedHashMap<>();
        for (Requirement r : asks) if (r.must()) lacking.put(r.skill(), 0);
        Map<SkillId, Integer> only = new LinkedHashMap<>(lacking);
        int enough = 0;
        int left = 0;
        for (ToDoubleFunction<SkillId> one : all) {
            double held = 0;
            List<SkillId> missing = new ArrayList<>();
            for (Requirement r : asks) {
                double share = one.applyAsDouble(r.skill());
                held += share;
                if (r.must() && share == 0) missing.add(r.skill());
            }
            if (!isEnough.test(held)) continue;
            enough++;
            if (missing.isEmpty()) left++;
            missing.forEach(s -> lacking.merge(s, 1, Integer::sum));
            if (missing.size() == 1) only.merge(missing.getFirst(), 1, Integer::sum);
        }
        return new ShutOut(enough, left, lacking, only);
    }
}
