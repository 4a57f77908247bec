package skills.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.taxonomy.Skillset;
import skills.vacancy.Outlook;
import skills.vacancy.Region;
import skills.vacancy.RegionOpenings;

/** Where the people of an occupation can go when it is gone from a region. */
@Component
class Flows {

    /** More bands than this are no longer one picture. */
    static final int MOST = 7;

    /** Below this share of skills that go along, a band would promise what is not there. */
    static final double LEAST = .15;

    /** So many are looked at: near by distance, of which the widest bands are shown. */
    private static final int LOOKED_AT = 40;

    /** So many skills to add are named; the others are counted. */
    private static final int NAMED = 4;

    private final StepGraphs graphs;
    private final RegionOpenings openings;
    private final Occupations occupations;
    private final OccupationProfiles profiles;
    private final Skills skills;

    Flows(
            StepGraphs graphs,
            RegionOpenings openings,
            Occupations occupations,
            OccupationProfiles profiles,
            Skills skills) {
        this.graphs = graphs;
        this.openings = openings;
        this.occupations = occupations;
        this.profiles = profiles;
        this.skills = skills;
    }

    /**
     * A skill to add.
     *
     * @param learn how one usually gets it and how long that takes; null when we do not know
     */
    record Add(SkillId skill, LocalizedText name, @Nullable LocalizedText learn) {}

    /**
     * One way to go.
     *
     * @param share of the skills that the occupation cannot do without, rare ones weighing more,
     *     that go along; 0 to 1
     * @param along how many of them go along in full
     * @param partly how many go along in part, since they are near one that does
     * @param asked how many there are
     * @param regulated whether a diploma or licence is asked by law
     * @param add of the others those that weigh most
     * @param more how many others there are beside these
     */
    record Flow(
            OccupationId occupation,
            LocalizedText title,
            double share,
            int along,
            int partly,
            int asked,
            boolean regulated,
            Outlook outlook,
            List<Add> add,
            int more) {}

    /**
     * @param closed what is gone
     * @param own the openings of the closed occupation itself, now and a year ago; null for none
     * @param flows widest band first
     * @param along occupations of the same group of ISCO that have openings in the region: what
     *     closes the one often closes the other, so they are no way out
     * @param open occupations with openings that are neither, all of them
     */
    record Found(
            Occupation closed,
            @Nullable Outlook own,
            List<Flow> flows,
            List<LocalizedText> along,
            List<OccupationId> open) {}

    Found of(Occupation closed, Region region) {
        Map<OccupationId, Outlook> all = openings.of(region);
        Map<OccupationId, Occupation> open =
                occupations.all(
                        all.entrySet().stream()
                                .filter(e -> e.getValue().now() > 0)
                                .map(Map.Entry::getKey)
                                .toList());
        List<LocalizedText> along = new ArrayList<>();
        Set<OccupationId> ways = new HashSet<>();
        for (Occupation o : open.values()) {
            if (o.id().equals(closed.id())) continue;
            if (!closed.isco().isEmpty() && o.isco().equals(closed.isco())) along.add(o.name());
            else ways.add(o.id());
        }
        along.sort(Comparator.comparing(LocalizedText::nl));
        return new Found(
                closed,
                all.get(closed.id()),
                flows(closed.id(), ways, open, all),
                List.copyOf(along),
                ways.stream().sorted(Comparator.comparing(OccupationId::value)).toList());
    }

    private List<Flow> flows(
            OccupationId closed,
            Set<OccupationId> ways,
            Map<OccupationId, Occupation> named,
            Map<OccupationId, Outlook> outlooks) {
        StepGraph graph = graphs.now();
        Skillset all = graph.all();
        int from = all.at(closed);
        if (from < 0) return List.of();
        boolean[] stops = new boolean[all.occupations()];
        for (OccupationId way : ways) if (all.at(way) >= 0) stops[all.at(way)] = true;
        var start = new StepGraph.Start(Ability.worked(all, from).shares(), from);
        List<StepGraph.Leg> legs =
                graph.nearest(start, stops, LOOKED_AT).stream()
                        .filter(l -> l.alike() >= LEAST && all.essential(l.occupation()).length > 0)
                        .sorted(Comparator.comparingDouble(l -> -l.alike()))
                        .limit(MOST)
                        .toList();
        Set<SkillId> adds = new HashSet<>();
        legs.forEach(l -> l.add().stream().limit(NAMED).forEach(s -> adds.add(all.skill(s))));
        Map<SkillId, Skill> words = skills.all(adds);
        Map<SkillId, LocalizedText> learn = profiles.learn();
        return legs.stream()
                .map(
                        l -> {
                            OccupationId id = all.occupation(l.occupation());
                            int asked = all.essential(l.occupation()).length;
                            List<Add> add =
                                    l.add().stream()
                                            .limit(NAMED)
                                            .map(all::skill)
                                            .filter(words::containsKey)
                                            .map(s -> new Add(s, words.get(s).name(), learn.get(s)))
                                            .toList();
                            return new Flow(
                                    id,
                                    named.get(id).name(),
                                    l.alike(),
                                    asked - l.add().size() - l.partly().size(),
                                    l.partly().size(),
                                    asked,
                                    named.get(id).regulated(),
                                    outlooks.get(id),
                                    add,
                                    l.add().size() - add.size());
                        })
                .toList();
    }
}
