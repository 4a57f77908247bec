package skills.statistics.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import skills.statistics.Dropped;
import skills.statistics.Unusable;

/**
 * The answers of persons to the items of a scale. Immutable.
 *
 * <p>A missing answer is NaN; every other answer is a finite number. Methods that need complete
 * persons take {@link #complete()} themselves and say how many they left out.
 */
public final class Items {

    private final double[][] answers;
    private final int items;
    private final List<Dropped> dropped;

    private Items(double[][] answers, int items, List<Dropped> dropped) {
        this.answers = answers;
        this.items = items;
        this.dropped = dropped;
    }

    /**
     * @param answers one row a person, one column an item; NaN where missing
     * @throws Unusable when there is no person or no item, a row differs in length from the first,
     *     or an answer is infinite or larger than 1e60
     */
    public static Items of(double[][] answers) {
        Unusable.atLeast(1, answers.length, "persons");
        int items = answers[0].length;
        Unusable.atLeast(1, items, "items");
        double[][] copy = new double[answers.length][];
        for (int i = 0; i < answers.length; i++) {
            Unusable.sameLength("The first person", items, "person " + (i + 1), answers[i].length);
            copy[i] = answers[i].clone();
            for (double v : copy[i])
                if (!Double.isNaN(v) && !(Math.abs(v) <= 1e60))
                    throw new Unusable(
                            Unusable.Reason.NOT_FINITE,
                            "Person %d has the answer %s: an answer is a number or missing."
                                    .formatted(i + 1, v));
        }
        return new Items(copy, items, List.of());
    }

    public int persons() {
        return answers.length;
    }

    public int items() {
        return items;
    }

    /** What {@link #complete()} left out. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /** NaN when missing. */
    public double answer(int person, int item) {
        return answers[person][item];
    }

    /** All answers of a person, as a copy. */
    public double[] person(int person) {
        return answers[person].clone();
    }

    /** All answers to an item, as a copy. */
    public double[] item(int item) {
        return Arrays.stream(answers).mapToDouble(row -> row[item]).toArray();
    }

    /** Persons who answered every item. */
    public Items complete() {
        double[][] kept =
                Arrays.stream(answers)
                        .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                        .toArray(double[][]::new);
        if (kept.length == answers.length) return this;
        List<Dropped> all = new ArrayList<>(dropped);
        all.add(new Dropped(answers.length - kept.length, "an answer is missing"));
        if (kept.length == 0)
            throw new Unusable(
                    Unusable.Reason.EMPTY, "No person answered every item: nothing is left.");
        return new Items(kept, items, List.copyOf(all));
    }

    /** These items alone, in this order. */
    public Items only(int... chosen) {
        double[][] kept =
                Arrays.stream(answers)
                        .map(row -> Arrays.stream(chosen).mapToDouble(j -> row[j]).toArray())
                        .toArray(double[][]::new);
        return new Items(kept, chosen.length, dropped);
    }

    /** All items but this one. */
    public Items without(int item) {
        return only(java.util.stream.IntStream.range(0, items).filter(j -> j != item).toArray());
    }

    /**
     * The items that are keyed the other way turned round: an answer v becomes lowest + highest -
     * v. Twice is as before.
     *
     * @throws Unusable when an answer to one of these items lies outside lowest to highest
     */
    public Items reversed(double lowest, double highest, int... reversed) {
        double[][] turned = Arrays.stream(answers).map(double[]::clone).toArray(double[][]::new);
        for (int j : reversed)
            for (int i = 0; i < turned.length; i++) {
                double v = turned[i][j];
                if (v < lowest || v > highest)
                    throw new Unusable(
                            Unusable.Reason.OUT_OF_RANGE,
                            "Person %d has the answer %s to item %d, outside %s to %s."
                                    .formatted(i + 1, v, j + 1, lowest, highest));
                turned[i][j] = lowest + highest - v;
            }
        return new Items(turned, items, dropped);
    }

    /** Mean of each item over these persons; NaN when an answer is missing. */
    public double[] means() {
        double[] mean = new double[items];
        for (double[] row : answers)
            for (int j = 0; j < items; j++) mean[j] += row[j] / answers.length;
        return mean;
    }

    /**
     * Covariances with divisor n - 1; of complete persons.
     *
     * @throws Unusable when there are fewer than two persons or an answer is missing
     */
    public double[][] covariance() {
        Unusable.atLeast(2, answers.length, "persons");
        double[] mean = means();
        double[][] s = new double[items][items];
        for (double[] row : answers)
            for (int j = 0; j < items; j++)
                for (int k = 0; k <= j; k++) s[j][k] += (row[j] - mean[j]) * (row[k] - mean[k]);
        for (int j = 0; j < items; j++)
            for (int k = 0; k <= j; k++) {
                s[j][k] /= answers.length - 1;
                s[k][j] = s[j][k];
                if (Double.isNaN(s[j][k]))
                    throw new Unusable(
                            Unusable.Reason.NOT_FINITE,
                            "An answer is missing: complete them first.");
            }
        return s;
    }

    /**
     * Answers as categories 0, 1, 2 ... per item, in the order of the answers that occur; -1 where
     * missing.
     *
     * @throws Unusable when an item has fewer than two different answers or more than {@code most}
     */
    public int[][] categories(int most) {
        int[][] codes = new int[answers.length][items];
        for (int j = 0; j < items; j++) {
            TreeSet<Double> seen = new TreeSet<>();
            for (double[] row : answers) if (!Double.isNaN(row[j])) seen.add(row[j]);
            if (seen.size() < 2)
                throw new Unusable(
                        Unusable.Reason.CONSTANT,
                        "Everybody gave the same answer to item %d, or none.".formatted(j + 1));
            if (seen.size() > most)
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        "Item %d has %d different answers; a category scale has at most %d."
                                .formatted(j + 1, seen.size(), most));
            List<Double> values = List.copyOf(seen);
            for (int i = 0; i < answers.length; i++)
                codes[i][j] =
                        Double.isNaN(answers[i][j])
                                ? -1
                                : java.util.Collections.binarySearch(values, answers[i][j]);
        }
        return codes;
    }
}
