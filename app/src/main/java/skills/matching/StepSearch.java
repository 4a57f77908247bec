package skills.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.matching.StepGraph.Leg;
import skills.matching.StepGraph.Route;
import skills.matching.StepGraph.Start;

/**
 * The search behind {@link StepGraph#routes}: exact, by bounds. What the first step to each stop
 * costs, and the step from each stop to the goal, is worked out for all; a pair of stops is only
 * looked at closely where the first step, the second, and the least that the third can cost stay
 * below what is known already.
 */
final class StepSearch {

    private final StepGraph graph;
    private final Start start;
    private final int goal;
    private final int most;

    /** Distance to each occupation from the start, heights left out. */
    private final double[] plain;

    /** Cost of the first step to each occupation. */
    private final double[] first;

    /** By how much having been in each stop lowers the distance to the goal. */
    private final double[] gain;

    /** Cost of coming to the goal by one stop. */
    private final double[] two;

    private final int[] stops;
    private final List<Found> found = new ArrayList<>();

    private record Found(int[] stops, double cost) {}

    StepSearch(StepGraph graph, Start start, int goal, boolean[] allowed, int most) {
        this.graph = graph;
        this.start = start;
        this.goal = goal;
        this.most = most;
        int n = graph.all().occupations();
        plain = graph.distances(start.held(), -1);
        first = new double[n];
        for (int o = 0; o < n; o++)
            first[o] = StepGraph.cost(plain[o] + graph.height(start.own(), o));
        stops =
                IntStream.range(0, n)
                        .filter(o -> allowed[o] && o != goal && o != start.own())
                        .toArray();
        gain = new double[n];
        two = new double[n];
        for (int x : stops) {
            gain[x] = plain[goal] - toGoal(x, -1);
            two[x] = first[x] + last(x, plain[goal] - gain[x]);
        }
    }

    /** Distance to the goal for who has been in one or two stops, heights left out. */
    private double toGoal(int x, int y) {
        double sum = 0;
        for (int s : graph.all().essential(goal))
            if (!learned(s, x, y)) sum += graph.weight(s) * (1 - start.held()[s]);
        for (int s : graph.all().useful(goal))
            if (!learned(s, x, y))
                sum += StepGraph.USEFUL * graph.weight(s) * (1 - start.held()[s]);
        return sum;
    }

    private boolean learned(int skill, int x, int y) {
        return graph.asks(x, skill) || y >= 0 && graph.asks(y, skill);
    }

    private double last(int from, double distance) {
        return StepGraph.cost(Math.max(0, distance) + graph.height(from, goal));
    }

    List<Route> routes() {
        double direct = first[goal];
        if (direct < Double.POSITIVE_INFINITY) found.add(new Found(new int[] {}, direct));
        int[] byCost =
                Arrays.stream(stops)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer o) -> first[o])
                                        .thenComparing(o -> o))
                        .mapToInt(o -> o)
                        .toArray();
        for (int x : byCost) {
            if (!StepGraph.less(first[x] + StepGraph.CHANGE, Math.min(direct, bound()))) break;
            Found best = best(x, direct);
            if (best != null) found.add(best);
        }
        found.sort(
                Comparator.comparingDouble(Found::cost)
                        .thenComparing(f -> f.stops.length)
                        .thenComparing(f -> f.stops.length == 0 ? -1 : f.stops[0]));
        return found.stream().limit(most).map(f -> route(f.stops)).toList();
    }

    /** What a further route must stay below to be among the cheapest. */
    private double bound() {
        if (found.size() < most) return Double.POSITIVE_INFINITY;
        return found.stream()
                .mapToDouble(Found::cost)
                .sorted()
                .skip(most - 1L)
                .findFirst()
                .orElse(0);
    }

    /** The cheapest route with this first stop in which each stop pays. */
    private @Nullable Found best(int x, double direct) {
        Found best = StepGraph.less(two[x], direct) ? new Found(new int[] {x}, two[x]) : null;
        double limit = Math.min(Math.min(two[x], direct), bound());
        double[] second = plain.clone();
        graph.learn(start.held(), x, second);
        for (int y : stops) {
            if (y == x) continue;
            double so = first[x] + StepGraph.cost(Math.max(0, second[y]) + graph.height(x, y));
            double most = Math.min(limit, two[y]);
            if (!StepGraph.less(so + last(y, plain[goal] - gain[x] - gain[y]), most)) continue;
            double cost = so + last(y, toGoal(x, y));
            if (StepGraph.less(cost, most)) {
                best = new Found(new int[] {x, y}, cost);
                limit = cost;
            }
        }
        return best;
    }

    private Route route(int[] stops) {
        List<Leg> legs = new ArrayList<>();
        double[] held = start.held();
        int from = start.own();
        for (int stop : stops) {
            legs.add(graph.leg(held, from, stop));
            held = graph.after(held, stop);
            from = stop;
        }
        legs.add(graph.leg(held, from, goal));
        return new Route(legs);
    }
}
