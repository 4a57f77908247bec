package skills.statistics.design;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One variable over all cases. */
public sealed interface Variable {
    String name();

    int cases();

    boolean missing(int row);

    /** The same for some of the cases; levels that none of them has are left out. */
    Variable pick(int[] rows);

    /** A measure. @param values NaN where missing */
    record Numeric(String name, double[] values) implements Variable {
        @Override
        public int cases() {
            return values.length;
        }

        @Override
        public boolean missing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public Variable pick(int[] rows) {
            double[] some = new double[rows.length];
            for (int i = 0; i < some.length; i++) some[i] = values[rows[i]];
            return new Numeric(name, some);
        }

        double mean() {
            return Arrays.stream(values).average().orElse(Double.NaN);
        }
    }

    /**
     * Groups.
     *
     * @param codes place of the case's level, -1 where missing
     * @param levels the reference first
     */
    record Factor(String name, int[] codes, List<String> levels) implements Variable {

        /**
         * @param values null where missing
         * @param first level that the others are compared with; the rest follows in order of text
         */
        static Factor of(String name, @Nullable String[] values, @Nullable String first) {
            List<String> levels =
                    new java.util.ArrayList<>(
                            Arrays.stream(values)
                                    .filter(java.util.Objects::nonNull)
                                    .distinct()
                                    .sorted()
                                    .toList());
            if (first != null && levels.remove(first)) levels.addFirst(first);
            int[] codes =
                    Arrays.stream(values)
                            .mapToInt(v -> v == null ? -1 : levels.indexOf(v))
                            .toArray();
            return new Factor(name, codes, List.copyOf(levels));
        }

        @Override
        public int cases() {
            return codes.length;
        }

        @Override
        public boolean missing(int row) {
            return codes[row] < 0;
        }

        @Override
        public Variable pick(int[] rows) {
            int[] some = Arrays.stream(rows).map(i -> codes[i]).toArray();
            int[] used = Arrays.stream(some).filter(c -> c >= 0).distinct().sorted().toArray();
            int[] renumbered =
                    Arrays.stream(some)
                            .map(c -> c < 0 ? -1 : Arrays.binarySearch(used, c))
                            .toArray();
            return new Factor(name, renumbered, Arrays.stream(used).mapToObj(levels::get).toList());
        }
    }
}
