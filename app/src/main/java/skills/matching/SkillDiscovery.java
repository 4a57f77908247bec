package skills.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skills.kernel.LocalizedText;
import skills.taxonomy.Hint;
import skills.taxonomy.SkillId;
import skills.taxonomy.Task;

/**
 * Finds skills behind tapped tasks. A skill counts when a tapped task hints at it and no tapped
 * task shows it outright; more tasks pointing the same way count more, and a hint that few of the
 * offered tasks give counts more than one that all give, so that other taps lead to other skills.
 */
public final class SkillDiscovery {

    private SkillDiscovery() {}

    /**
     * @param offered all tasks that were on the page
     * @param tapped the ones that were tapped, in their order on the page
     * @param expected skills of the person's own occupation: known already, so less of a find
     * @param denied skills of which the person said: not me
     * @param limit how many at most
     * @return the strongest first; where possible each from another tapped task
     */
    public static List<Discovery> discover(
            List<Task> offered,
            List<Task> tapped,
            Set<SkillId> expected,
            Set<SkillId> denied,
            int limit) {
        Set<SkillId> shown = new HashSet<>(denied);
        tapped.forEach(t -> shown.addAll(t.shows()));
        Map<SkillId, List<Pointer>> pointers = new LinkedHashMap<>();
        for (Task task : tapped)
            for (Hint hint : task.hints())
                if (!shown.contains(hint.skill()))
                    pointers.computeIfAbsent(hint.skill(), s -> new ArrayList<>())
                            .add(new Pointer(task, hint));
        List<Candidate> candidates = new ArrayList<>();
        pointers.forEach(
                (skill, of) ->
                        candidates.add(
                                new Candidate(
                                        skill,
                                        of,
                                        strength(
                                                skill,
                                                of.size(),
                                                offered,
                                                expected.contains(skill)))));
        candidates.sort(
                Comparator.comparingDouble((Candidate c) -> -c.strength)
                        .thenComparing(c -> c.skill.value()));
        return spread(candidates, limit);
    }

    private record Pointer(Task task, Hint hint) {}

    private record Candidate(SkillId skill, List<Pointer> pointers, double strength) {}

    private static double strength(
            SkillId skill, int pointers, List<Task> offered, boolean expected) {
        long everywhere =
                offered.stream()
                        .filter(t -> t.hints().stream().anyMatch(h -> h.skill().equals(skill)))
                        .count();
        double rarity = Math.log((1.0 + offered.size()) / (1 + everywhere));
        return pointers * (.5 + rarity) * (expected ? .5 : 1);
    }

    /** The strongest of every tapped task before a second one of the same task. */
    private static List<Discovery> spread(List<Candidate> candidates, int limit) {
        List<Discovery> found = List.of();
        for (int perTask = 1; found.size() < limit && perTask <= limit; perTask++)
            found = atMost(perTask, candidates, limit);
        return found;
    }

    private static List<Discovery> atMost(int perTask, List<Candidate> candidates, int limit) {
        List<Discovery> found = new ArrayList<>();
        Map<String, Integer> used = new HashMap<>();
        for (Candidate c : candidates) {
            Pointer lead = lead(c, used);
            if (found.size() == limit || used.getOrDefault(lead.task.id(), 0) == perTask) continue;
            used.merge(lead.task.id(), 1, Integer::sum);
            found.add(discovery(c, lead));
        }
        return List.copyOf(found);
    }

    /** Of the tasks that point to a skill the one that was used least so far. */
    private static Pointer lead(Candidate c, Map<String, Integer> used) {
        return c.pointers.stream()
                .min(Comparator.comparingInt(p -> used.getOrDefault(p.task.id(), 0)))
                .orElseThrow();
    }

    private static Discovery discovery(Candidate c, Pointer lead) {
        List<LocalizedText> phrases = new ArrayList<>();
        phrases.add(lead.task.phrase());
        for (Pointer p : c.pointers) if (!p.task.equals(lead.task)) phrases.add(p.task.phrase());
        return new Discovery(c.skill, List.copyOf(phrases), lead.hint.because());
    }
}
