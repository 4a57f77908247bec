package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skills.matching.StepGraph.Leg;
import skills.matching.StepGraph.Route;
import skills.matching.StepGraph.Start;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/** Steps against a search that tries everything, on small worlds. */
class StepGraphTest {

    /** A small world with somebody in it, made from a seed. */
    private record World(StepGraph graph, Start start, boolean[] stops, int goal) {}

    private static OccupationId occupation(int n) {
        return new OccupationId(new UUID(0, n));
    }

    private static SkillId skill(int n) {
        return new SkillId(new UUID(1, n));
    }

    private static World world(long seed) {
        Random random = new Random(seed);
        int occupations = 2 + random.nextInt(8);
        int skills = 6 + random.nextInt(30);
        int most = 2 + random.nextInt(26);
        var rows = new Skillset.Rows();
        for (int o = 0; o < occupations; o++) {
            rows.occupation(occupation(o));
            for (int s = 0; s < skills; s++)
                if (random.nextInt(skills) < most)
                    rows.asks(occupation(o), skill(s), random.nextInt(3) > 0);
        }
        Skillset all = rows.skillset();
        int[] zones = new int[occupations];
        boolean[] stops = new boolean[occupations];
        for (int o = 0; o < occupations; o++) {
            zones[o] = random.nextInt(6);
            stops[o] = random.nextInt(4) > 0;
        }
        double[] held = new double[all.skills()];
        for (int s = 0; s < held.length; s++)
            held[s] = random.nextBoolean() ? 0 : random.nextInt(3) / 2.;
        return new World(
                new StepGraph(all, zones),
                new Start(held, random.nextInt(occupations) - 1),
                stops,
                random.nextInt(occupations));
    }

    /** What a way over these stops costs, worked out step by step. */
    private static double cost(World w, List<Integer> stops) {
        double[] held = w.start.held();
        int from = w.start.own();
        double sum = 0;
        for (int to : stops) {
            sum += StepGraph.cost(w.graph.distance(held, from, to));
            held = w.graph.after(held, to);
            from = to;
        }
        return sum;
    }

    /** The cheapest cost by first stop of all ways in which each stop pays, lowest first. */
    private static List<Double> exhaustive(World w) {
        int n = w.graph.all().occupations();
        List<List<Integer>> ways = new ArrayList<>();
        ways.add(List.of(w.goal));
        for (int x = 0; x < n; x++) {
            if (!passable(w, x)) continue;
            ways.add(List.of(x, w.goal));
            for (int y = 0; y < n; y++)
                if (y != x && passable(w, y)) ways.add(List.of(x, y, w.goal));
        }
        Map<Integer, Double> best = new HashMap<>();
        for (List<Integer> way : ways) {
            double cost = cost(w, way);
            if (cost < Double.POSITIVE_INFINITY && pays(w, way, cost))
                best.merge(way.getFirst(), cost, Math::min);
        }
        return best.values().stream().sorted().limit(3).toList();
    }

    private static boolean passable(World w, int o) {
        return w.stops[o] && o != w.goal && o != w.start.own();
    }

    private static boolean pays(World w, List<Integer> way, double cost) {
        for (int without = 1; without < 1 << (way.size() - 1); without++) {
            List<Integer> shorter = new ArrayList<>();
            for (int i = 0; i < way.size(); i++)
                if (i == way.size() - 1 || (without & 1 << i) == 0) shorter.add(way.get(i));
            if (!StepGraph.less(cost, cost(w, shorter))) return false;
        }
        return true;
    }

    @Property(tries = 4000)
    void theRoutesAreTheCheapestThatASearchThroughEverythingFinds(@ForAll long seed) {
        World w = world(seed);
        List<Route> routes = w.graph.routes(w.start, w.goal, w.stops, 3);
        List<Double> expected = exhaustive(w);
        assertThat(routes).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++)
            assertThat(routes.get(i).cost()).isCloseTo(expected.get(i), within(1e-7));
    }

    @Property(tries = 1000)
    void aRoutePassesOpenOccupationsOnlyOneToThreeStepsEachOnceAndEndsAtTheGoal(@ForAll long seed) {
        World w = world(seed);
        for (Route route : w.graph.routes(w.start, w.goal, w.stops, 3)) {
            List<Integer> way = route.legs().stream().map(Leg::occupation).toList();
            assertThat(way).hasSizeBetween(1, 3).doesNotHaveDuplicates().endsWith(w.goal);
            assertThat(way.subList(0, way.size() - 1)).allMatch(o -> passable(w, o));
            assertThat(route.legs()).allMatch(l -> l.distance() <= StepGraph.FARTHEST);
            assertThat(route.cost()).isCloseTo(cost(w, way), within(1e-9));
        }
    }

    @Property(tries = 1000)
    void closingAStopNeverMakesTheCheapestRouteCheaper(@ForAll long seed) {
        World w = world(seed);
        double before = cheapest(w, w.stops);
        for (int o = 0; o < w.stops.length; o++) {
            boolean[] fewer = w.stops.clone();
            fewer[o] = false;
            assertThat(cheapest(w, fewer)).isGreaterThanOrEqualTo(before - 1e-9);
        }
    }

    private static double cheapest(World w, boolean[] stops) {
        return w.graph.routes(w.start, w.goal, stops, 1).stream()
                .mapToDouble(Route::cost)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Property(tries = 1000)
    void holdingOneMoreSkillNeverMakesAStepFarther(@ForAll long seed) {
        World w = world(seed);
        double[] before = w.graph.distances(w.start.held(), w.start.own());
        for (int s = 0; s < w.start.held().length; s++) {
            double[] more = w.start.held().clone();
            more[s] = 1;
            double[] after = w.graph.distances(more, w.start.own());
            for (int o = 0; o < before.length; o++)
                assertThat(after[o]).isLessThanOrEqualTo(before[o] + 1e-9);
        }
    }

    @Property(tries = 500)
    void theNearestAreOpenAndInOrder(@ForAll long seed) {
        World w = world(seed);
        List<Leg> near = w.graph.nearest(w.start, w.stops, 4);
        assertThat(near).allMatch(l -> w.stops[l.occupation()] && l.occupation() != w.start.own());
        for (int i = 1; i < near.size(); i++)
            assertThat(near.get(i).distance())
                    .isGreaterThanOrEqualTo(near.get(i - 1).distance() - 1e-9);
    }

    @Test
    void theSmallWorldsHaveRoutesOfEveryLength() {
        int[] lengths = new int[4];
        for (long seed = 0; seed < 4000; seed++) {
            World w = world(seed);
            for (Route r : w.graph.routes(w.start, w.goal, w.stops, 3)) lengths[r.legs().size()]++;
        }
        assertThat(lengths[1]).isGreaterThan(100);
        assertThat(lengths[2]).isGreaterThan(100);
        assertThat(lengths[3]).isGreaterThan(20);
    }

    /** Skills from one number up to another; each asked by one occupation of many. */
    private static void asks(Skillset.Rows rows, int occupation, int from, int to) {
        for (int s = from; s < to; s++) rows.asks(occupation(occupation), skill(s), true);
    }

    private static int[] unknown(Skillset all) {
        return new int[all.occupations()];
    }

    @Test
    void aLongJumpIsWorseThanTwoSmallSteps() {
        var rows = new Skillset.Rows();
        asks(rows, 0, 0, 6);
        asks(rows, 1, 0, 12);
        asks(rows, 2, 0, 18);
        Skillset all = rows.skillset();
        var graph = new StepGraph(all, unknown(all));
        double[] held = graph.after(new double[all.skills()], 0);
        var start = new Start(held, 0);
        boolean[] everywhere = {true, true, true};
        List<Route> routes = graph.routes(start, 2, everywhere, 3);
        assertThat(routes.getFirst().legs()).extracting(Leg::occupation).containsExactly(1, 2);
        boolean[] closed = {true, false, true};
        assertThat(graph.routes(start, 2, closed, 3))
                .singleElement()
                .satisfies(r -> assertThat(r.legs()).hasSize(1));
    }

    @Test
    void whatOneLearnedOnTheWayIsNotToBeLearnedAgain() {
        var rows = new Skillset.Rows();
        asks(rows, 0, 0, 6);
        asks(rows, 1, 0, 12);
        asks(rows, 2, 6, 18);
        Skillset all = rows.skillset();
        var graph = new StepGraph(all, unknown(all));
        var start = new Start(graph.after(new double[all.skills()], 0), 0);
        Route best = graph.routes(start, 2, new boolean[] {true, true, true}, 1).getFirst();
        List<Integer> learned = new ArrayList<>();
        best.legs().forEach(l -> learned.addAll(l.add()));
        assertThat(learned).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void whereThreeStepsDoNotLeadThereIsNoRoute() {
        var rows = new Skillset.Rows();
        asks(rows, 0, 0, 5);
        asks(rows, 1, 100, 160);
        Skillset all = rows.skillset();
        var graph = new StepGraph(all, unknown(all));
        assertThat(
                        graph.routes(
                                new Start(new double[all.skills()], 0),
                                1,
                                new boolean[] {true, true},
                                3))
                .isEmpty();
    }

    @Test
    void aHigherZoneIsFartherAndAnUnknownOneIsNot() {
        var rows = new Skillset.Rows();
        for (int o = 0; o < 4; o++) asks(rows, o, 0, 3);
        Skillset all = rows.skillset();
        var graph = new StepGraph(all, new int[] {2, 4, 1, 0});
        double[] held = graph.after(new double[all.skills()], 0);
        assertThat(graph.distance(held, 0, 1)).isEqualTo(2 * StepGraph.ZONE);
        assertThat(graph.distance(held, 0, 2)).isZero();
        assertThat(graph.distance(held, 0, 3)).isZero();
        assertThat(graph.leg(held, 0, 1).rise()).isEqualTo(2);
        assertThat(graph.leg(held, 0, 2).rise()).isEqualTo(-1);
        assertThat(graph.leg(held, 0, 3).rise()).isNull();
        assertThat(graph.leg(held, 0, 1).alike()).isEqualTo(1);
    }

    @Test
    void anEssentialSkillCountsFourTimesAUsefulOneAndARareOneMore() {
        var rows = new Skillset.Rows();
        for (int o = 0; o < 20; o++) rows.asks(occupation(o), skill(0), o != 1);
        rows.asks(occupation(2), skill(1), true);
        Skillset all = rows.skillset();
        var graph = new StepGraph(all, unknown(all));
        double[] none = new double[all.skills()];
        assertThat(graph.distance(none, -1, 0))
                .isEqualTo(graph.distance(none, -1, 1) / StepGraph.USEFUL, within(1e-12));
        assertThat(graph.weight(all.at(skill(1)))).isGreaterThan(graph.weight(all.at(skill(0))));
        assertThat(Arrays.stream(none).sum()).isZero();
    }
}
