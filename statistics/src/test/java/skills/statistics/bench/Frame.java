package skills.statistics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import skills.statistics.design.Design;
import skills.statistics.items.Items;
import skills.statistics.matrix.Matrix;

/**
 * The data of a task, as Java works on it and as R reads it: numbers, and names of groups. The
 * columns are called the same whatever the data: y, x1, x2 ..., v1, v2 ... (items and measures), g
 * (groups), id, visit.
 */
final class Frame {
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, String[]> texts = new LinkedHashMap<>();

    Frame number(String name, double[] values) {
        numbers.put(name, values);
        return this;
    }

    Frame text(String name, String[] values) {
        texts.put(name, values);
        return this;
    }

    /** The columns of a design but the intercept, as x1, x2 ... */
    Frame predictors(Design design) {
        Matrix x = design.matrix();
        for (int j = 1; j < x.columns(); j++) number("x" + j, x.column(j));
        return this;
    }

    double[] number(String name) {
        return numbers.get(name);
    }

    String[] text(String name) {
        return texts.get(name);
    }

    /** Names of the columns that begin with a letter. */
    List<String> names(String letter) {
        return numbers.keySet().stream().filter(n -> n.matches(letter + "\\d+")).toList();
    }

    int rows() {
        return numbers.values().iterator().next().length;
    }

    Design design() {
        Design design = Design.of(rows());
        for (String name : names("x")) design = design.numeric(name, number(name));
        return design;
    }

    double[][] answers() {
        List<String> names = names("v");
        double[][] answers = new double[rows()][names.size()];
        for (int j = 0; j < names.size(); j++) {
            double[] column = number(names.get(j));
            for (int i = 0; i < column.length; i++) answers[i][j] = column[i];
        }
        return answers;
    }

    Items items() {
        return Items.of(answers());
    }

    /** The rows without a gap in the numbers. */
    Frame complete() {
        int[] rows =
                IntStream.range(0, rows())
                        .filter(i -> numbers.values().stream().noneMatch(v -> Double.isNaN(v[i])))
                        .toArray();
        Frame some = new Frame();
        numbers.forEach(
                (name, v) ->
                        some.number(name, IntStream.of(rows).mapToDouble(i -> v[i]).toArray()));
        texts.forEach(
                (name, v) ->
                        some.text(
                                name,
                                IntStream.of(rows).mapToObj(i -> v[i]).toArray(String[]::new)));
        return some;
    }

    /** Every digit of the numbers; NA where missing. */
    void write(Path file) throws IOException {
        StringBuilder csv = new StringBuilder();
        StringJoiner header = new StringJoiner(",");
        numbers.keySet().forEach(header::add);
        texts.keySet().forEach(header::add);
        csv.append(header).append('\n');
        for (int i = 0; i < rows(); i++) {
            StringJoiner line = new StringJoiner(",");
            for (double[] column : numbers.values())
                line.add(Double.isNaN(column[i]) ? "NA" : Double.toString(column[i]));
            for (String[] column : texts.values()) line.add(column[i]);
            csv.append(line).append('\n');
        }
        Files.writeString(file, csv);
    }

    static double[] filled(int n, java.util.function.IntToDoubleFunction value) {
        double[] values = new double[n];
        Arrays.setAll(values, value);
        return values;
    }
}
