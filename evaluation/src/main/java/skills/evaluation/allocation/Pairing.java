package skills.evaluation.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Classes that are alike, two by two. The distance of two classes is their difference in size over
 * the largest difference there is, plus for each fact 0 when equal and 1 when not; for facts that
 * are numbers in every class the difference over the largest one. The school counts as a fact.
 *
 * <p>Up to sixteen classes the pairs have the smallest possible total distance. Above that the
 * nearest two are paired first, and partners are exchanged while that makes the total smaller,
 * which need not be the smallest possible. Of an odd number the class is left over without which
 * the total is smallest. There is no chance in any of this.
 */
final class Pairing {

    private static final int MOST_FOR_ALL = 16;

    private Pairing() {}

    /**
     * @param units of one stratum, in a fixed order
     * @param same columns that are equal in a stratum, so do not count
     * @return pairs in order of their first class; a class that is left over comes last, alone
     */
    static List<List<Unit>> of(List<Unit> units, List<String> same) {
        int n = units.size();
        double[][] distance = distances(units, same);
        // Of an odd number one is paired with nobody, who is as far from everybody: 0.
        double[][] even = new double[n + n % 2][n + n % 2];
        for (int i = 0; i < n; i++) System.arraycopy(distance[i], 0, even[i], 0, n);
        int[] partner = even.length <= MOST_FOR_ALL ? best(even) : exchanged(greedy(even), even);
        List<List<Unit>> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++)
            if (partner[i] > i && partner[i] < n)
                pairs.add(List.of(units.get(i), units.get(partner[i])));
        for (int i = 0; i < n; i++) if (partner[i] == n) pairs.add(List.of(units.get(i)));
        return pairs;
    }

    static double[][] distances(List<Unit> units, List<String> same) {
        int n = units.size();
        double[][] total = new double[n][n];
        addNumbers(total, units.stream().mapToDouble(Unit::size).toArray());
        Set<String> columns = new TreeSet<>();
        columns.add(Unit.SCHOOL);
        for (Unit unit : units) columns.addAll(unit.facts().keySet());
        columns.removeAll(new HashSet<>(same));
        for (String column : columns) {
            double[] numbers = numbers(units, column);
            if (numbers != null) addNumbers(total, numbers);
            else
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                        if (!String.valueOf(units.get(i).fact(column))
                                .equals(String.valueOf(units.get(j).fact(column)))) total[i][j]++;
        }
        return total;
    }

    private static double @Nullable [] numbers(List<Unit> units, String column) {
        double[] numbers = new double[units.size()];
        for (int i = 0; i < numbers.length; i++) {
            String value = units.get(i).fact(column);
            if (value == null || !value.matches("-?\\d{1,9}([.]\\d{1,9})?")) return null;
            numbers[i] = Double.parseDouble(value);
        }
        return numbers;
    }

    private static void addNumbers(double[][] total, double[] values) {
        double range =
                Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
        if (range == 0) return;
        for (int i = 0; i < values.length; i++)
            for (int j = 0; j < values.length; j++)
                total[i][j] += Math.abs(values[i] - values[j]) / range;
    }

    /** Over all ways to pair: the best way to finish for each set of classes that is still left. */
    private static int[] best(double[][] distance) {
        int n = distance.length;
        int full = (1 << n) - 1;
        double[] least = new double[full + 1];
        int[] choice = new int[full + 1];
        for (int left = 1; left <= full; left++) {
            int i = Integer.numberOfTrailingZeros(left);
            int others = left & ~(1 << i);
            least[left] = Double.POSITIVE_INFINITY;
            if (Integer.bitCount(left) % 2 == 1) continue;
            for (int j = i + 1; j < n; j++)
                if ((others >> j & 1) == 1) {
                    double sum = distance[i][j] + least[others & ~(1 << j)];
                    if (sum < least[left] - 1e-12) {
                        least[left] = sum;
                        choice[left] = j;
                    }
                }
        }
        int[] partner = new int[n];
        for (int left = full; left > 0; ) {
            int i = Integer.numberOfTrailingZeros(left);
            int j = choice[left];
            partner[i] = j;
            partner[j] = i;
            left &= ~(1 << i) & ~(1 << j);
        }
        return partner;
    }

    private static int[] greedy(double[][] distance) {
        int n = distance.length;
        int[] partner = new int[n];
        Arrays.fill(partner, -1);
        for (int pair = 0; pair < n / 2; pair++) {
            int a = -1;
            int b = -1;
            for (int i = 0; i < n; i++)
                for (int j = i + 1; j < n; j++)
                    if (partner[i] < 0
                            && partner[j] < 0
                            && (a < 0 || distance[i][j] < distance[a][b] - 1e-12)) {
                        a = i;
                        b = j;
                    }
            partner[a] = b;
            partner[b] = a;
        }
        return partner;
    }

    private static int[] exchanged(int[] partner, double[][] distance) {
        boolean better = true;
        while (better) {
            better = false;
            for (int a = 0; a < partner.length; a++)
                for (int c = a + 1; c < partner.length; c++) {
                    int b = partner[a];
                    int d = partner[c];
                    if (c == b) continue;
                    double now = distance[a][b] + distance[c][d];
                    if (distance[a][c] + distance[b][d] < now - 1e-12) {
                        join(partner, a, c);
                        join(partner, b, d);
                        better = true;
                    } else if (distance[a][d] + distance[b][c] < now - 1e-12) {
                        join(partner, a, d);
                        join(partner, b, c);
                        better = true;
                    }
                }
        }
        return partner;
    }

    private static void join(int[] partner, int a, int b) {
        partner[a] = b;
        partner[b] = a;
    }
}
