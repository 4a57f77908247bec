package skills.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.matching.StepGraph.Leg;
import skills.matching.StepGraph.Route;
import skills.matching.StepsView.Stop;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.Qualifications;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import skills.taxonomy.Skillset;

/** A person's steps to an occupation, over occupations that have openings and that she left in. */
@Component
class Steps {

    private static final int MOST_ROUTES = 3;
    private static final int MOST_COURSES = 3;

    private final StepGraphs graphs;
    private final People people;
    private final OccupationChoices choices;
    private final JobOpenings openings;
    private final WaysOut ways;
    private final Occupations occupations;
    private final Skills skills;
    private final OccupationProfiles profiles;
    private final Qualifications qualifications;

    Steps(
            StepGraphs graphs,
            People people,
            OccupationChoices choices,
            JobOpenings openings,
            WaysOut ways,
            Occupations occupations,
            Skills skills,
            OccupationProfiles profiles,
            Qualifications qualifications) {
        this.graphs = graphs;
        this.people = people;
        this.choices = choices;
        this.openings = openings;
        this.ways = ways;
        this.occupations = occupations;
        this.skills = skills;
        this.profiles = profiles;
        this.qualifications = qualifications;
    }

    /** Where a person stands in the graph. */
    static StepGraph.Start start(StepGraph graph, Person person) {
        Skillset all = graph.all();
        double[] held = new double[all.skills()];
        person.held()
                .forEach(
                        (skill, h) -> {
                            int s = all.at(skill);
                            if (s >= 0) held[s] = h.hold().share();
                        });
        return new StepGraph.Start(held, person.own() == null ? -1 : all.at(person.own()));
    }

    /** Routes for this person to an occupation, at most three, cheapest first. */
    List<Route> routes(AccountId account, OccupationId goal, Map<OccupationId, Integer> open) {
        StepGraph graph = graphs.now();
        int to = graph.all().at(goal);
        if (to < 0) return List.of();
        return graph.routes(
                start(graph, people.of(account)),
                to,
                JobOpenings.stops(graph.all(), open.keySet(), choices.hidden(account)),
                MOST_ROUTES);
    }

    /** The nearest occupations with openings for this person, without those that she hid. */
    List<WaysOut.WayOut> waysOut(AccountId account, Optional<SearchArea> area, int limit) {
        StepGraph graph = graphs.now();
        return ways.nearest(
                graph, start(graph, people.of(account)), choices.hidden(account), area, limit);
    }

    /** The routes in words, with what each step asks. */
    List<List<Stop>> stops(AccountId account, OccupationId goal, Optional<SearchArea> area) {
        Map<OccupationId, Integer> open = openings.in(area);
        List<Route> routes = routes(account, goal, open);
        Skillset all = graphs.now().all();
        Set<OccupationId> ids = new HashSet<>();
        Set<SkillId> asked = new HashSet<>();
        for (Route route : routes)
            for (Leg leg : route.legs()) {
                ids.add(all.occupation(leg.occupation()));
                leg.add().forEach(s -> asked.add(all.skill(s)));
                leg.partly().forEach(s -> asked.add(all.skill(s)));
            }
        var words = new Wording(all, occupations.all(ids), skills.all(asked), area, open);
        return routes.stream().map(r -> r.legs().stream().map(words::stop).toList()).toList();
    }

    /** Everything needed to name a step. */
    private final class Wording {

        private final Skillset all;
        private final Map<OccupationId, Occupation> named;
        private final Map<SkillId, Skill> asked;
        private final Optional<SearchArea> area;
        private final Map<OccupationId, Integer> open;

        Wording(
                Skillset all,
                Map<OccupationId, Occupation> named,
                Map<SkillId, Skill> asked,
                Optional<SearchArea> area,
                Map<OccupationId, Integer> open) {
            this.all = all;
            this.named = named;
            this.asked = asked;
            this.area = area;
            this.open = open;
        }

        Stop stop(Leg leg) {
            OccupationId id = all.occupation(leg.occupation());
            int essential = all.essential(leg.occupation()).length;
            return new Stop(
                    named.get(id),
                    Likeness.of(leg.alike()),
                    essential - leg.add().size() - leg.partly().size(),
                    leg.partly().size(),
                    essential,
                    leg.rise(),
                    lines(leg.add()),
                    lines(leg.partly()),
                    leg.useful().size(),
                    open.getOrDefault(id, 0),
                    openings.outlook(id, Optional.empty()),
                    openings.near(id, area).orElse(null),
                    qualifications.leadingTo(id, MOST_COURSES));
        }

        private List<StepsView.Line> lines(List<Integer> numbers) {
            Map<SkillId, LocalizedText> learn = profiles.learn();
            return numbers.stream()
                    .map(all::skill)
                    .filter(asked::containsKey)
                    .map(s -> new StepsView.Line(s, asked.get(s).name(), learn.get(s)))
                    .toList();
        }
    }

    /** Names of the person's own occupation; empty when she chose none. */
    Optional<Occupation> own(AccountId account) {
        return Optional.ofNullable(people.of(account).own()).flatMap(occupations::find);
    }
}
