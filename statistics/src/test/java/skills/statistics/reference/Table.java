package skills.statistics.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A data file: quoted or bare fields, comma between them, an empty field or NA is missing. */
public record Table(List<String> columns, List<List<@Nullable String>> rows) {

    /** One line of the table. */
    public record Row(Table table, int index) {
        public @Nullable String text(String column) {
            return table.rows.get(index).get(table.column(column));
        }

        /** NaN when missing. */
        public double number(String column) {
            String text = text(column);
            return text == null ? Double.NaN : Double.parseDouble(text);
        }

        public boolean is(String column, String value) {
            return value.equals(text(column));
        }
    }

    static Table read(List<String> lines) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size()))
            if (!line.isEmpty()) rows.add(fields(line));
        List<String> header = new ArrayList<>();
        for (String name : fields(lines.getFirst())) header.add(name == null ? "" : name);
        return new Table(List.copyOf(header), rows);
    }

    private static List<@Nullable String> fields(String line) {
        List<@Nullable String> fields = new ArrayList<>();
        for (String field : line.split(",", -1)) {
            String text = field.startsWith("\"") ? field.substring(1, field.length() - 1) : field;
            fields.add(text.isEmpty() || text.equals("NA") ? null : text);
        }
        return fields;
    }

    Table changed(Change change) {
        List<List<@Nullable String>> copy = new ArrayList<>(rows);
        List<@Nullable String> row = new ArrayList<>(copy.get(change.row()));
        row.set(column(change.column()), change.value());
        copy.set(change.row(), row);
        return new Table(columns, copy);
    }

    public int size() {
        return rows.size();
    }

    public Row row(int index) {
        return new Row(this, index);
    }

    /** NaN where missing. */
    public double[] numbers(String column) {
        double[] values = new double[size()];
        Arrays.setAll(values, i -> row(i).number(column));
        return values;
    }

    /** null where missing. */
    public @Nullable String[] texts(String column) {
        @Nullable String[] values = new String[size()];
        Arrays.setAll(values, i -> row(i).text(column));
        return values;
    }

    public Table where(Predicate<Row> keep) {
        List<List<@Nullable String>> kept = new ArrayList<>();
        for (int i = 0; i < size(); i++) if (keep.test(row(i))) kept.add(rows.get(i));
        return new Table(columns, kept);
    }

    private int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) throw new IllegalArgumentException("no column " + name + " in " + columns);
        return index;
    }
}
