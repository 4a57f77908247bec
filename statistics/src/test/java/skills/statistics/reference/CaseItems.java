package skills.statistics.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import skills.statistics.items.Items;

/** Items of the reference data, as the cases name them. */
public final class CaseItems {
    private CaseItems() {}

    /** Columns as they are; a name that begins with a minus sign is turned to 7 - x. */
    public static Items bfi(Given given, List<String> names) {
        Items items =
                of(given.table("bfi.csv"), names.stream().map(n -> n.replace("-", "")).toList());
        int[] reversed =
                IntStream.range(0, names.size())
                        .filter(j -> names.get(j).startsWith("-"))
                        .toArray();
        return items.reversed(1, 6, reversed);
    }

    /** The columns named at a pointer of the case, such as {@code /input/items}. */
    public static List<String> names(Given given, String pointer) {
        List<String> names = new ArrayList<>();
        given.json(pointer).forEach(n -> names.add(n.asString()));
        return names;
    }

    public static Items of(Table table, List<String> columns) {
        double[][] answers = new double[table.size()][columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            double[] column = table.numbers(columns.get(j));
            for (int i = 0; i < answers.length; i++) answers[i][j] = column[i];
        }
        return Items.of(answers);
    }

    /** A scale of the simulated study in one wave, keyed; the keys stand in case study.spec. */
    public static Items study(Given given, String scale, int wave) {
        int size =
                switch (scale) {
                    case "selfinsight" -> 6;
                    case "proactivity" -> 7;
                    default -> 4;
                };
        int[] reversed =
                switch (scale) {
                    case "selfinsight" -> new int[] {2, 5};
                    case "jobinsecurity" -> new int[] {1};
                    case "haphazard" -> new int[] {4};
                    default -> new int[0];
                };
        Table table =
                given.table("study_responses.csv").where(r -> r.is("wave", String.valueOf(wave)));
        List<String> columns =
                IntStream.rangeClosed(1, size).mapToObj(j -> scale + "_" + j).toList();
        return of(table, columns).reversed(1, 5, Arrays.stream(reversed).map(j -> j - 1).toArray());
    }
}
