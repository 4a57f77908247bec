package skills.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/** Where one can go when a profession vanishes: the nearest occupations that have openings. */
@Component
public class WaysOut {

    private final StepGraphs graphs;
    private final JobOpenings openings;
    private final Occupations occupations;

    WaysOut(StepGraphs graphs, JobOpenings openings, Occupations occupations) {
        this.graphs = graphs;
        this.openings = openings;
        this.occupations = occupations;
    }

    /**
     * One way out.
     *
     * @param distance how far the step is, see the page on steps: weighted skills to add, and
     *     height; not to be shown as a number
     * @param likeness how alike it is, from the share of essential skills that one has
     * @param has how many of its essential skills one has
     * @param asked how many essential skills it asks
     * @param add the essential skills that are missing, those that count most first
     * @param rise how many job zones of O*NET (1 to 5) it lies higher; null when not known
     * @param openings open vacancies now, in the area
     */
    public record WayOut(
            OccupationId occupation,
            LocalizedText title,
            double distance,
            Likeness likeness,
            int has,
            int asked,
            List<SkillId> add,
            @Nullable Integer rise,
            int openings) {

        public WayOut {
            add = List.copyOf(add);
        }
    }

    /**
     * The occupations that are nearest for somebody who holds all essential skills of one, the
     * easiest step first; only those with openings.
     *
     * @param area where the openings are; empty for anywhere
     * @return none when the occupation is not known, or nothing within one step has openings
     */
    public List<WayOut> of(OccupationId from, Optional<SearchArea> area, int limit) {
        Skillset all = graphs.now().all();
        int o = all.at(from);
        if (o < 0) return List.of();
        return of(
                from,
                Arrays.stream(all.essential(o)).mapToObj(all::skill).toList(),
                Set.of(),
                area,
                limit);
    }

    /**
     * As above, for whoever holds exactly these skills.
     *
     * @param without occupations to leave out
     */
    public List<WayOut> of(
            OccupationId from,
            Collection<SkillId> held,
            Set<OccupationId> without,
            Optional<SearchArea> area,
            int limit) {
        StepGraph graph = graphs.now();
        Skillset all = graph.all();
        double[] share = new double[all.skills()];
        for (SkillId skill : held) {
            int s = all.at(skill);
            if (s >= 0) share[s] = 1;
        }
        return nearest(graph, new StepGraph.Start(share, all.at(from)), without, area, limit);
    }

    List<WayOut> nearest(
            StepGraph graph,
            StepGraph.Start start,
            Set<OccupationId> without,
            Optional<SearchArea> area,
            int limit) {
        Skillset all = graph.all();
        Map<OccupationId, Integer> open = openings.in(area);
        List<StepGraph.Leg> legs =
                graph.nearest(start, JobOpenings.stops(all, open.keySet(), without), limit);
        Map<OccupationId, Occupation> named =
                occupations.all(legs.stream().map(l -> all.occupation(l.occupation())).toList());
        List<WayOut> ways = new ArrayList<>();
        for (StepGraph.Leg leg : legs) {
            OccupationId id = all.occupation(leg.occupation());
            if (named.containsKey(id))
                ways.add(
                        new WayOut(
                                id,
                                named.get(id).name(),
                                leg.distance(),
                                Likeness.of(leg.alike()),
                                all.essential(leg.occupation()).length - leg.add().size(),
                                all.essential(leg.occupation()).length,
                                leg.add().stream().map(all::skill).toList(),
                                leg.rise(),
                                open.get(id)));
        }
        return List.copyOf(ways);
    }
}
