package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Skillset;
import skills.vacancy.Outlook;
import skills.vacancy.RegionOpenings;
import skills.vacancy.Regions;

/**
 * Two rules for "within reach" side by side: 2.5 skills, as everywhere ({@link Reach}), and half of
 * what an occupation cannot do without, by weight. Prints what the decision on it says.
 */
class ReachRulesTest extends RoomTest {

    @Autowired StepGraphs graphs;
    @Autowired OccupationProfiles profiles;
    @Autowired RegionOpenings openings;

    private interface Rule {
        boolean reaches(Ability person, int occupation);
    }

    @Test
    void bothRulesOnWhoDidOneOccupation() {
        StepGraph graph = graphs.now();
        Skillset all = graph.all();
        Reach reach = new Reach(all, Set.copyOf(profiles.written()));
        Rule skills = (p, o) -> reach.occupation(p.shares(), o);
        Rule half =
                (p, o) -> {
                    double asked = 0;
                    double held = 0;
                    for (int s : all.essential(o)) {
                        asked += graph.weight(s);
                        held += graph.weight(s) * p.of(s);
                    }
                    return held >= .5 * asked - 1e-9;
                };
        List<Integer> open = new ArrayList<>();
        for (Map.Entry<OccupationId, Outlook> e : openings.of(Regions.everywhere()).entrySet())
            if (e.getValue().now() > 0 && all.at(e.getKey()) >= 0) open.add(all.at(e.getKey()));
        List<Integer> every = new ArrayList<>();
        for (int o = 0; o < all.occupations(); o++) every.add(o);
        var said = new TreeMap<String, String>();
        said.put("all occupations, 2.5 skills", shares(all, every, skills));
        said.put("all occupations, half", shares(all, every, half));
        said.put(
                "with openings in the demo (" + open.size() + "), 2.5 skills",
                shares(all, open, skills));
        said.put("with openings in the demo (" + open.size() + "), half", shares(all, open, half));
        said.forEach((rule, figures) -> System.out.println(rule + ": " + figures));
        for (String slug : List.of("passenger-handling", "cabin-crew")) {
            int from = all.at(profiles.bySlug(slug).orElseThrow());
            Ability worked = Ability.worked(all, from);
            System.out.println(
                    slug
                            + ": doors by 2.5 skills "
                            + doors(worked, from, open, skills, all)
                            + ", by half "
                            + doors(worked, from, open, half, all));
        }
        assertThat(median(all, every, skills))
                .as("by half hardly anything is within reach of anybody")
                .isGreaterThan(10 * median(all, every, half));
    }

    private static int median(Skillset all, List<Integer> targets, Rule rule) {
        List<Integer> counts = counts(all, targets, rule);
        return counts.get(counts.size() / 2);
    }

    /** How many of these are within reach of who did one occupation: median and spread. */
    private static String shares(Skillset all, List<Integer> targets, Rule rule) {
        List<Integer> counts = counts(all, targets, rule);
        return "median "
                + counts.get(counts.size() / 2)
                + ", 10% "
                + counts.get(counts.size() / 10)
                + ", 90% "
                + counts.get(counts.size() * 9 / 10)
                + " of "
                + targets.size()
                + " ("
                + counts.size()
                + " occupations to start from)";
    }

    private static List<Integer> counts(Skillset all, List<Integer> targets, Rule rule) {
        List<Integer> counts = new ArrayList<>();
        for (int o = 0; o < all.occupations(); o += 40) {
            if (all.essential(o).length == 0) continue;
            Ability worked = Ability.worked(all, o);
            int n = 0;
            for (int t : targets) if (t != o && rule.reaches(worked, t)) n++;
            counts.add(n);
        }
        counts.sort(null);
        return counts;
    }

    private static String doors(
            Ability worked, int from, List<Integer> open, Rule rule, Skillset all) {
        int within = 0;
        Map<Integer, Integer> doors = new TreeMap<>();
        for (int o : open) {
            if (o == from) continue;
            if (rule.reaches(worked, o)) within++;
            else
                for (int s : all.essential(o))
                    if (worked.of(s) < 1 && rule.reaches(worked.with(s), o))
                        doors.merge(s, 1, Integer::sum);
        }
        int best = doors.values().stream().mapToInt(n -> n).max().orElse(0);
        return within + " within reach now, the best skill opens " + best + " of " + open.size();
    }
}
