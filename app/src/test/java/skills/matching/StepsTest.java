package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.assessment.SkillLists;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.matching.StepGraph.Leg;
import skills.matching.StepGraph.Route;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaims;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Occupations;
import skills.taxonomy.Skillset;
import skills.vacancy.Places;

/** Steps and ways out as a person meets them, on the demo's vacancies. */
class StepsTest extends RoomTest {

    @Autowired DemoAccounts demo;
    @Autowired SkillClaims claims;
    @Autowired SkillLists lists;
    @Autowired OccupationProfiles profiles;
    @Autowired Occupations occupations;
    @Autowired OccupationChoices choices;
    @Autowired Steps steps;
    @Autowired StepGraphs graphs;
    @Autowired JobOpenings openings;
    @Autowired WaysOut ways;
    @Autowired SearchAreas areas;
    @Autowired Places places;

    private Visitor browser;
    private AccountId account;
    private OccupationId own;

    @BeforeEach
    void somebodyAtTheCheckIn() {
        String name = "s" + UUID.randomUUID().toString().substring(0, 8);
        account = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 99);
        browser = new Visitor();
        browser.post("/demo/" + name);
        own = profiles.bySlug("passenger-handling").orElseThrow();
        lists.begin(account, own);
        profiles.of(own).skills().stream()
                .limit(7)
                .forEach(
                        s ->
                                claims.say(
                                        account,
                                        s.skill(),
                                        Level.ALONE,
                                        ClaimSource.STATEMENT,
                                        "t",
                                        null));
    }

    private Skillset all() {
        return graphs.now().all();
    }

    private Map<OccupationId, Integer> open() {
        return openings.in(Optional.empty());
    }

    @Test
    void thePageShowsEachStepWithSkillsThatLeadToTheirPages() {
        OccupationId goal = profiles.bySlug("care-assistant").orElseThrow();
        var page = browser.get("/occupation/" + goal.value() + "/steps");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Zo word je", "Vanuit", "Dit leer je erbij", "voorbereiding", "O*NET")
                .containsPattern("In (één stap|twee stappen|drie stappen)");
        List<List<StepsView.Stop>> stops = steps.stops(account, goal, Optional.empty());
        assertThat(stops).isNotEmpty();
        for (StepsView.Stop stop : stops.getFirst()) {
            assertThat(page.html()).contains("/occupation/" + stop.occupation().id().value());
            for (StepsView.Line line : stop.add())
                assertThat(page.html()).contains("/skill/" + line.skill().value());
        }
    }

    @Test
    void onTheWayOneOnlyPassesOccupationsWithOpeningsThatOneDidNotHide() {
        Set<OccupationId> passed = new HashSet<>();
        for (OccupationId goal : goals(60))
            for (Route route : steps.routes(account, goal, open()))
                for (Leg leg : route.legs().subList(0, route.legs().size() - 1))
                    passed.add(all().occupation(leg.occupation()));
        assertThat(passed).as("some routes have a stop").isNotEmpty();
        assertThat(open().keySet()).containsAll(passed);
        assertThat(passed).doesNotContain(own);
        OccupationId hidden = passed.iterator().next();
        choices.hide(account, hidden, true);
        for (OccupationId goal : goals(60))
            for (Route route : steps.routes(account, goal, open()))
                assertThat(route.legs().subList(0, route.legs().size() - 1))
                        .noneMatch(l -> all().occupation(l.occupation()).equals(hidden));
    }

    /** Occupations from all over the taxonomy, always the same. */
    private List<OccupationId> goals(int n) {
        Random random = new Random(7);
        List<OccupationId> goals = new ArrayList<>(profiles.written());
        goals.remove(own);
        while (goals.size() < n) goals.add(all().occupation(random.nextInt(all().occupations())));
        return goals;
    }

    @Test
    void whereNoStepsLeadThePageSaysSoAndShowsWhatIsNearby() {
        OccupationId far =
                goals(400).stream()
                        .filter(g -> steps.routes(account, g, open()).isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(browser.get("/occupation/" + far.value() + "/steps").text())
                .contains("We vonden geen weg in drie stappen", "Wat wel dichtbij is");
    }

    @Test
    void onesOwnOccupationShowsTheNearestWaysOut() {
        var page = browser.get("/occupation/" + own.value() + "/steps");
        assertThat(page.text()).contains("Als je vak verdwijnt").doesNotContain("Zo word je");
        List<WaysOut.WayOut> nearest = steps.waysOut(account, Optional.empty(), 6);
        assertThat(nearest).hasSize(6).allMatch(w -> w.openings() > 0);
        for (WaysOut.WayOut way : nearest)
            assertThat(page.html()).contains("/occupation/" + way.occupation().value() + "/steps");
    }

    @Test
    void aHiddenGoalHasNoStepsUntilItIsPutBack() {
        OccupationId goal = profiles.bySlug("hotel-reception").orElseThrow();
        choices.hide(account, goal, true);
        assertThat(browser.get("/occupation/" + goal.value() + "/steps").text())
                .contains("Je hebt dit beroep verborgen")
                .doesNotContain("Dit leer je erbij");
        browser.post("/occupation/" + goal.value() + "/show");
        assertThat(browser.get("/occupation/" + goal.value() + "/steps").text())
                .doesNotContain("Je hebt dit beroep verborgen");
    }

    @Test
    void waysOutOfAnOccupationHaveOpeningsInTheAreaAndComeNearestFirst() {
        var schiphol = places.search("1118", 1).getFirst();
        var area = Optional.of(new SearchArea(schiphol, 10));
        List<WaysOut.WayOut> near = ways.of(own, area, 5);
        Map<OccupationId, Integer> there = openings.in(area);
        assertThat(near).isNotEmpty();
        for (WaysOut.WayOut way : near) {
            assertThat(way.openings()).isEqualTo(there.get(way.occupation()));
            assertThat(way.add()).hasSize(way.asked() - way.has());
            assertThat(way.occupation()).isNotEqualTo(own);
        }
        assertThat(near).isSortedAccordingTo((a, b) -> Double.compare(a.distance(), b.distance()));
        assertThat(there.values().stream().mapToInt(n -> n).sum())
                .isLessThan(open().values().stream().mapToInt(n -> n).sum());
    }

    @Test
    void whoKnowsMoreIsNearer() {
        var before = ways.of(own, Optional.empty(), 5).getFirst();
        List<skills.taxonomy.SkillId> held =
                new ArrayList<>(
                        Arrays.stream(all().essential(all().at(own)))
                                .mapToObj(all()::skill)
                                .toList());
        assertThat(ways.of(own, held, Set.of(), Optional.empty(), 5).getFirst()).isEqualTo(before);
        held.addAll(before.add());
        var after =
                ways.of(own, held, Set.of(), Optional.empty(), 50).stream()
                        .filter(w -> w.occupation().equals(before.occupation()))
                        .findFirst()
                        .orElseThrow();
        assertThat(after.has()).isEqualTo(after.asked());
        assertThat(after.distance()).isLessThan(before.distance());
        assertThat(ways.of(own, held, Set.of(before.occupation()), Optional.empty(), 50))
                .noneMatch(w -> w.occupation().equals(before.occupation()));
    }

    @Test
    void manyOccupationsAreReachedInStepsAndSomeAreSaidToBeTooFar() {
        int[] lengths = new int[4];
        for (OccupationId goal : goals(300)) {
            List<Route> routes = steps.routes(account, goal, open());
            lengths[routes.isEmpty() ? 0 : routes.getFirst().legs().size()]++;
        }
        assertThat(lengths[0]).as("no route").isBetween(10, 200);
        assertThat(lengths[1]).as("one step").isGreaterThan(50);
        assertThat(lengths[2]).as("two steps").isGreaterThan(20);
    }
}
