package skills.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import skills.taxonomy.Skillset;

/**
 * Steps from one occupation to the next, for somebody who holds some skills. Pure: the same graph,
 * person and stops give the same routes.
 *
 * <p>How far a step is: the sum over the skills that the occupation asks of weight times the share
 * that is not held, plus {@link #ZONE} for each job zone that it lies higher. A skill weighs one
 * half to one, the rarer the more, and a quarter of that when it is only useful. Who took a step
 * holds the essential skills of that occupation from there on.
 *
 * <p>What a step costs: {@link #CHANGE} + d + d² / {@link #COMFORT} with d how far it is, so that a
 * step twice as far costs more than two; beyond {@link #FARTHEST} it is no step at all.
 */
final class StepGraph {

    /** What changing jobs costs by itself, in essential rare skills. */
    static final double CHANGE = 1;

    /** How far one job zone of O*NET higher is, in essential rare skills. */
    static final double ZONE = 3;

    /** From about this distance on, two steps of half the size are cheaper than one. */
    static final double COMFORT = 8;

    /** Farther than this is not one step. */
    static final double FARTHEST = 20;

    /** What a useful skill counts of an essential one. */
    static final double USEFUL = .25;

    /** A job zone that is not known. */
    static final int UNKNOWN = 0;

    private static final double EQUAL = 1e-9;

    private final Skillset all;
    private final int[] zones;
    private final int[][] essentialBy;
    private final int[][] usefulBy;

    /**
     * @param zones job zone of each occupation by its number; {@link #UNKNOWN} where it is not
     *     known
     */
    StepGraph(Skillset all, int[] zones) {
        if (zones.length != all.occupations()) throw new IllegalArgumentException("zones");
        this.all = all;
        this.zones = zones.clone();
        essentialBy = new int[all.skills()][];
        usefulBy = new int[all.skills()][];
        for (int s = 0; s < all.skills(); s++) {
            int skill = s;
            essentialBy[s] = Arrays.stream(all.askedBy(s)).filter(o -> asks(o, skill)).toArray();
            usefulBy[s] = Arrays.stream(all.askedBy(s)).filter(o -> !asks(o, skill)).toArray();
        }
    }

    /** Whether a skill is essential in an occupation. */
    boolean asks(int occupation, int skill) {
        return Arrays.binarySearch(all.essential(occupation), skill) >= 0;
    }

    Skillset all() {
        return all;
    }

    /** {@link #UNKNOWN} when it is not known. */
    int zone(int occupation) {
        return zones[occupation];
    }

    /**
     * Where somebody stands.
     *
     * @param held share of each skill by its number, from 0 to 1
     * @param own the occupation one comes from, −1 when there is none
     */
    record Start(double[] held, int own) {}

    /**
     * One step.
     *
     * @param distance how far it is
     * @param alike share of the essential skills, by weight, that one has before it; 1 when it asks
     *     none
     * @param add essential skills that are not held at all before it, by number, heaviest first
     * @param partly essential skills that are held in part
     * @param useful useful skills that are not held at all
     * @param rise how many job zones it lies higher than the step before; null when not known
     */
    record Leg(
            int occupation,
            double distance,
            double alike,
            List<Integer> add,
            List<Integer> partly,
            List<Integer> useful,
            @org.jspecify.annotations.Nullable Integer rise) {

        double cost() {
            return StepGraph.cost(distance);
        }
    }

    /** One to three steps, the last to the goal. */
    record Route(List<Leg> legs) {

        Route {
            legs = List.copyOf(legs);
        }

        double cost() {
            return legs.stream().mapToDouble(Leg::cost).sum();
        }
    }

    /** What a step of a distance costs; infinite when it is too far. */
    static double cost(double distance) {
        return distance > FARTHEST
                ? Double.POSITIVE_INFINITY
                : CHANGE + distance + distance * distance / COMFORT;
    }

    /** What an essential skill weighs, from one half to one. */
    double weight(int skill) {
        return .5 + .5 * all.rarity(skill);
    }

    /** The skills of a start with those of an occupation that one comes to. */
    double[] after(double[] held, int occupation) {
        double[] more = held.clone();
        for (int s : all.essential(occupation)) more[s] = 1;
        return more;
    }

    /** How far an occupation is for who holds these skills and comes from this one. */
    double distance(double[] held, int from, int to) {
        double sum = height(from, to);
        for (int s : all.essential(to)) sum += weight(s) * (1 - held[s]);
        for (int s : all.useful(to)) sum += USEFUL * weight(s) * (1 - held[s]);
        return sum;
    }

    /** What the step is farther because the occupation lies higher. */
    double height(int from, int to) {
        return known(from, to) ? ZONE * Math.max(0, zones[to] - zones[from]) : 0;
    }

    private boolean known(int from, int to) {
        return from >= 0 && zones[from] != UNKNOWN && zones[to] != UNKNOWN;
    }

    /** The step as it is for who holds these skills. */
    Leg leg(double[] held, int from, int to) {
        List<Integer> add = new ArrayList<>();
        List<Integer> partly = new ArrayList<>();
        double asked = 0;
        double have = 0;
        for (int s : all.essential(to)) {
            asked += weight(s);
            have += weight(s) * held[s];
            if (held[s] == 0) add.add(s);
            else if (held[s] < 1) partly.add(s);
        }
        List<Integer> useful = new ArrayList<>();
        for (int s : all.useful(to)) if (held[s] == 0) useful.add(s);
        Comparator<Integer> heaviest = Comparator.comparingDouble(s -> -weight(s));
        add.sort(heaviest);
        partly.sort(heaviest);
        useful.sort(heaviest);
        return new Leg(
                to,
                distance(held, from, to),
                asked == 0 ? 1 : have / asked,
                List.copyOf(add),
                List.copyOf(partly),
                List.copyOf(useful),
                known(from, to) ? zones[to] - zones[from] : null);
    }

    /**
     * The occupations that cost least to step to, cheapest first.
     *
     * @param stops those that may be stepped to, by number
     */
    List<Leg> nearest(Start start, boolean[] stops, int limit) {
        double[] base = distances(start.held(), start.own());
        List<Integer> found = new ArrayList<>();
        for (int o = 0; o < base.length; o++)
            if (stops[o] && o != start.own() && base[o] <= FARTHEST) found.add(o);
        found.sort(Comparator.comparingDouble((Integer o) -> base[o]).thenComparing(o -> o));
        return found.stream().limit(limit).map(o -> leg(start.held(), start.own(), o)).toList();
    }

    /**
     * The cheapest routes to a goal in one to three steps, each with another first step, cheapest
     * first. A route is given only when each of its stops pays: leaving any out makes it cost more.
     *
     * @param stops occupations that one may pass, by number; the goal need not be one
     * @return none when no three steps lead there
     */
    List<Route> routes(Start start, int goal, boolean[] stops, int most) {
        return new StepSearch(this, start, goal, stops, most).routes();
    }

    /** {@link #distance} to every occupation. */
    double[] distances(double[] held, int from) {
        double[] sum = new double[all.occupations()];
        for (int o = 0; o < sum.length; o++) sum[o] = distance(held, from, o);
        return sum;
    }

    /**
     * Lowers distances to all occupations by what the essential skills of one take away.
     *
     * @param held what was held before it
     */
    void learn(double[] held, int occupation, double[] distances) {
        for (int s : all.essential(occupation)) {
            double lacking = weight(s) * (1 - held[s]);
            if (lacking == 0) continue;
            for (int o : essentialBy[s]) distances[o] -= lacking;
            for (int o : usefulBy[s]) distances[o] -= USEFUL * lacking;
        }
    }

    static boolean less(double a, double b) {
        return a < b - EQUAL;
    }
}
