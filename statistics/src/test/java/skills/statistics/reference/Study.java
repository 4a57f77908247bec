package skills.statistics.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulated study of the reference files, and scale scores as its cases define them: items
 * reversed where listed, mean of the answered ones when at least 80% are answered.
 */
public final class Study {
    public static final String PEOPLE = "study_participants.csv";
    public static final String ANSWERS = "study_responses.csv";

    /** Scale, number of items, reversed items (from 1), in the order of study.spec. */
    public static final Map<String, int[]> SCALES = new LinkedHashMap<>();

    static {
        SCALES.put("selfinsight", new int[] {6, 2, 5});
        SCALES.put("jobinsecurity", new int[] {4, 1});
        SCALES.put("proactivity", new int[] {7});
        SCALES.put("haphazard", new int[] {4, 4});
    }

    private final Table people;
    private final Table answers;
    private final Map<String, Integer> row = new HashMap<>();

    public Study(Given given) {
        people = given.table(PEOPLE);
        answers = given.table(ANSWERS);
        for (int i = 0; i < answers.size(); i++)
            row.put(answers.row(i).text("id") + "/" + answers.row(i).text("wave"), i);
    }

    public Table people() {
        return people;
    }

    public Table answers() {
        return answers;
    }

    public boolean answered(int person, int wave) {
        return row.containsKey(people.row(person).text("id") + "/" + wave);
    }

    /** Score of each participant at a wave; NaN without an answer sheet or with too few answers. */
    public double[] score(String scale, int wave) {
        double[] scores = new double[people.size()];
        for (int i = 0; i < scores.length; i++) {
            Integer at = row.get(people.row(i).text("id") + "/" + wave);
            scores[i] = at == null ? Double.NaN : score(scale, answers.row(at));
        }
        return scores;
    }

    public double score(String scale, Table.Row sheet) {
        return mean(items(scale, sheet), .8);
    }

    /** Keyed answers. */
    public double[] items(String scale, Table.Row sheet) {
        int[] spec = SCALES.get(scale);
        double[] items = new double[spec[0]];
        for (int k = 1; k <= items.length; k++) {
            items[k - 1] = sheet.number(scale + "_" + k);
            for (int r = 1; r < spec.length; r++) if (spec[r] == k) items[k - 1] = 6 - items[k - 1];
        }
        return items;
    }

    public static double mean(double[] items, double share) {
        double[] answered = Arrays.stream(items).filter(v -> !Double.isNaN(v)).toArray();
        return answered.length >= share * items.length - 1e-9
                ? Arrays.stream(answered).sum() / answered.length
                : Double.NaN;
    }

    public double[] number(String column) {
        return people.numbers(column);
    }

    public String[] text(String column) {
        return people.texts(column);
    }

    /** The values at which the condition holds, in order. */
    public static double[] where(double[] values, java.util.function.IntPredicate keep) {
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < values.length; i++) if (keep.test(i)) kept.add(values[i]);
        return kept.stream().mapToDouble(v -> v).toArray();
    }

    /** Scores of the five scales of bfi.csv by the same rule; a minus sign reverses (7 - x). */
    public static double[] bfi(Table table, Keys keys, String scale) {
        double[] scores = new double[table.size()];
        List<String> items = keys.of(scale);
        for (int i = 0; i < scores.length; i++) {
            double[] answers = new double[items.size()];
            for (int k = 0; k < answers.length; k++) {
                String item = items.get(k);
                answers[k] =
                        item.startsWith("-")
                                ? 7 - table.row(i).number(item.substring(1))
                                : table.row(i).number(item);
            }
            scores[i] = mean(answers, .8);
        }
        return scores;
    }

    /** Keys of the five scales. */
    public record Keys(Map<String, List<String>> keys) {
        public static final Keys BFI =
                new Keys(
                        Map.of(
                                "Agreeableness", List.of("-A1", "A2", "A3", "A4", "A5"),
                                "Conscientiousness", List.of("C1", "C2", "C3", "-C4", "-C5"),
                                "Extraversion", List.of("-E1", "-E2", "E3", "E4", "E5"),
                                "Neuroticism", List.of("N1", "N2", "N3", "N4", "N5"),
                                "Openness", List.of("O1", "-O2", "O3", "O4", "-O5")));

        List<String> of(String scale) {
            return keys.get(scale);
        }
    }
}
