package skills.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;
import skills.vacancy.Requirement;
import skills.vacancy.Vacancies;
import skills.vacancy.VacancyId;

/** "If I learned this": exactly what comes within reach of one person. */
@Component
class Lens {

    private final Reaches reaches;
    private final OccupationProfiles profiles;
    private final People people;
    private final SkillClaims claims;
    private final OccupationChoices choices;
    private final JobOpenings openings;
    private final Vacancies vacancies;

    Lens(
            Reaches reaches,
            OccupationProfiles profiles,
            People people,
            SkillClaims claims,
            OccupationChoices choices,
            JobOpenings openings,
            Vacancies vacancies) {
        this.reaches = reaches;
        this.profiles = profiles;
        this.people = people;
        this.claims = claims;
        this.choices = choices;
        this.openings = openings;
        this.vacancies = vacancies;
    }

    /**
     * What one skill opens.
     *
     * @param has the person holds it in full already: it opens nothing new
     * @param occupationsBefore how many are within reach now, her own and hidden ones left out
     * @param occupations those that come within reach, those with most openings first
     * @param jobsBefore open vacancies in the area that are within reach now
     * @param jobs those that come within reach
     */
    record Opened(
            boolean has,
            int occupationsBefore,
            List<OccupationId> occupations,
            int jobsBefore,
            List<VacancyId> jobs) {}

    /** A skill and how much it opens. */
    record Best(SkillId skill, int jobs, int occupations) {}

    /** A person and the jobs around her, ready for the question. */
    private final class Around {

        private final Reach reach;
        private final Person person;
        private final Set<SkillId> said;
        private final Set<OccupationId> hidden;
        private final boolean[] left;
        private final double[] shares;
        private final Map<VacancyId, JobOpenings.Open> jobs;

        Around(AccountId account, Optional<SearchArea> area) {
            reach = reaches.now();
            person = people.of(account);
            said =
                    claims.current(account).stream()
                            .map(SkillClaim::skill)
                            .collect(Collectors.toCollection(HashSet::new));
            said.addAll(person.denied());
            hidden = choices.hidden(account);
            left = new boolean[reach.all().occupations()];
            for (OccupationId id : hidden) leave(id);
            if (person.own() != null) leave(person.own());
            shares = reach.shares(person.held());
            jobs = openings.jobs(area, hidden);
        }

        private void leave(OccupationId id) {
            int o = reach.all().at(id);
            if (o >= 0) left[o] = true;
        }

        boolean has(SkillId skill) {
            Held held = person.held().get(skill);
            return held != null && held.hold() == Hold.FULL;
        }

        Map<SkillId, Held> with(SkillId skill) {
            return Reach.with(person.held(), said, skill, profiles);
        }

        /** By how much each skill changes: the one learned, and those like it that are not held. */
        Map<SkillId, Double> gains(SkillId skill) {
            Held held = person.held().get(skill);
            double gain = 1 - (held == null ? 0 : held.hold().share());
            Set<SkillId> like = profiles.near(skill);
            if (like.isEmpty()) return Map.of(skill, gain);
            Map<SkillId, Double> gains = new HashMap<>();
            gains.put(skill, gain);
            for (SkillId near : like)
                if (!said.contains(near) && !person.held().containsKey(near))
                    gains.put(near, Hold.HALF.share());
            return gains;
        }

        /** Open vacancies by occupation. */
        Map<OccupationId, Integer> openings() {
            Map<OccupationId, Integer> count = new HashMap<>();
            jobs.values()
                    .forEach(
                            j -> {
                                if (j.occupation() != null)
                                    count.merge(j.occupation(), 1, Integer::sum);
                            });
            return count;
        }
    }

    Opened opened(AccountId account, SkillId skill, Optional<SearchArea> area) {
        var around = new Around(account, area);
        Map<SkillId, Held> more = around.with(skill);
        Reach reach = around.reach;
        double[] then = reach.shares(more);
        Map<OccupationId, Integer> open = around.openings();
        int before = 0;
        List<OccupationId> occupations = new ArrayList<>();
        for (int o = 0; o < then.length && o < around.left.length; o++) {
            if (around.left[o]) continue;
            if (reach.occupation(around.shares, o)) before++;
            else if (reach.occupation(then, o)) occupations.add(reach.all().occupation(o));
        }
        occupations.sort(
                Comparator.comparingInt((OccupationId o) -> -open.getOrDefault(o, 0))
                        .thenComparing(OccupationId::value));
        int jobsBefore = 0;
        List<VacancyId> jobs = new ArrayList<>();
        for (var job : around.jobs.entrySet()) {
            List<Requirement> asked = job.getValue().requirements();
            if (Reach.vacancy(around.person.held(), asked)) jobsBefore++;
            else if (Reach.vacancy(more, asked)) jobs.add(job.getKey());
        }
        return new Opened(
                around.has(skill), before, List.copyOf(occupations), jobsBefore, List.copyOf(jobs));
    }

    /** Open vacancies in the area of some occupations. */
    Map<OccupationId, Integer> openings(List<OccupationId> of, Optional<SearchArea> area) {
        Map<OccupationId, Integer> open = new HashMap<>(openings.in(area));
        open.keySet().retainAll(of);
        return open;
    }

    /**
     * The skills that open most: open vacancies in the area first, then occupations. Skills that
     * the person holds in full, or of which she said that they are not for her, are left out, and
     * so are those that open nothing.
     */
    List<Best> best(AccountId account, Optional<SearchArea> area, int limit) {
        var around = new Around(account, area);
        Reach reach = around.reach;
        Skillset all = reach.all();
        double[] now = new double[all.occupations()];
        for (int o = 0; o < now.length; o++)
            now[o] = around.left[o] ? Double.POSITIVE_INFINITY : reach.held(around.shares, o);
        Map<SkillId, List<List<Requirement>>> asking = new HashMap<>();
        for (JobOpenings.Open job : around.jobs.values())
            if (!Reach.vacancy(around.person.held(), job.requirements()))
                for (Requirement r : job.requirements())
                    asking.computeIfAbsent(r.skill(), k -> new ArrayList<>())
                            .add(job.requirements());
        Set<SkillId> candidates = new HashSet<>(asking.keySet());
        for (int s = 0; s < all.skills(); s++) candidates.add(all.skill(s));
        List<Best> found = new ArrayList<>();
        for (SkillId skill : candidates) {
            if (around.has(skill) || around.person.denied().contains(skill)) continue;
            Map<SkillId, Double> gains = around.gains(skill);
            int occupations = occupations(around, now, gains);
            int jobs = jobs(around, asking, skill, gains.keySet());
            if (occupations + jobs > 0) found.add(new Best(skill, jobs, occupations));
        }
        found.sort(
                Comparator.comparingInt((Best b) -> -b.jobs())
                        .thenComparingInt(b -> -b.occupations())
                        .thenComparing(b -> b.skill().value()));
        return found.stream().limit(limit).toList();
    }

    /** How many occupations come within reach when skills change by so much. */
    private static int occupations(Around around, double[] now, Map<SkillId, Double> gains) {
        Skillset all = around.reach.all();
        if (gains.size() > 1) return occupationsOfMany(around, now, gains);
        var only = gains.entrySet().iterator().next();
        int s = all.at(only.getKey());
        if (s < 0) return 0;
        int count = 0;
        for (int o : all.askedBy(s))
            if (now[o] < Reach.ENOUGH
                    && now[o] + only.getValue() >= Reach.ENOUGH
                    && around.reach.counts(o, s)) count++;
        return count;
    }

    private static int occupationsOfMany(Around around, double[] now, Map<SkillId, Double> gains) {
        Skillset all = around.reach.all();
        Map<Integer, Double> more = new HashMap<>();
        gains.forEach(
                (changed, gain) -> {
                    int s = all.at(changed);
                    if (s < 0) return;
                    for (int o : all.askedBy(s))
                        if (now[o] < Reach.ENOUGH && around.reach.counts(o, s))
                            more.merge(o, gain, Double::sum);
                });
        int count = 0;
        for (var e : more.entrySet()) if (now[e.getKey()] + e.getValue() >= Reach.ENOUGH) count++;
        return count;
    }

    private static int jobs(
            Around around,
            Map<SkillId, List<List<Requirement>>> asking,
            SkillId skill,
            Set<SkillId> changed) {
        Set<List<Requirement>> touched = null;
        for (SkillId one : changed) {
            List<List<Requirement>> of = asking.get(one);
            if (of == null) continue;
            if (touched == null) touched = Collections.newSetFromMap(new IdentityHashMap<>());
            touched.addAll(of);
        }
        if (touched == null) return 0;
        Map<SkillId, Held> more = around.with(skill);
        return (int) touched.stream().filter(asked -> Reach.vacancy(more, asked)).count();
    }
}
