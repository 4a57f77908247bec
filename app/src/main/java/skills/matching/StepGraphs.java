package skills.matching;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.taxonomy.OnetFacts;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skillset;

/** The graph of steps over all occupations, made anew when the taxonomy was. */
@Component
class StepGraphs {

    private final SkillTable table;
    private final OnetFacts onet;
    private volatile @Nullable StepGraph graph;

    StepGraphs(SkillTable table, OnetFacts onet) {
        this.table = table;
        this.onet = onet;
    }

    StepGraph now() {
        Skillset all = table.now();
        StepGraph known = graph;
        if (known != null && known.all() == all) return known;
        int[] zones = new int[all.occupations()];
        onet.jobZones()
                .forEach(
                        (occupation, zone) -> {
                            int o = all.at(occupation);
                            if (o >= 0) zones[o] = zone;
                        });
        StepGraph made = new StepGraph(all, zones);
        graph = made;
        return made;
    }
}
