package skills.statistics.inference;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Ranks from 1, equal values sharing the mean of theirs. Two values are equal when they are the
 * same double: round scores that were computed in different ways before ranking them.
 *
 * @param values the ranks, in the order of the data
 * @param ties sum of t^3 - t over groups of t equal values
 */
public record Ranks(double[] values, double ties) {

    public static Ranks of(double[] data) {
        Integer[] order = new Integer[data.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> data[i]));
        double[] ranks = new double[data.length];
        double ties = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && data[order[to]] == data[order[from]]) to++;
            for (int i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2.0;
            double t = to - from;
            ties += t * t * t - t;
            from = to;
        }
        return new Ranks(ranks, ties);
    }
}
