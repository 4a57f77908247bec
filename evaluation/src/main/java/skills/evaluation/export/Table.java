package skills.evaluation.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Text;

/**
 * A table to be written in every format.
 *
 * @param rows cells are String, Integer, Double or null
 */
record Table(String name, Text title, List<Column> columns, List<List<@Nullable Object>> rows) {

    /** How a cell is written with a decimal point; empty when missing. */
    static String plain(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double d when d.isNaN() -> "";
            case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 ->
                    String.valueOf(d.longValue());
            default -> cell.toString();
        };
    }

    /** How many rows have this value in the column. */
    int count(int column, String code) {
        return (int) rows.stream().filter(r -> plain(r.get(column)).equals(code)).count();
    }

    int missing(int column) {
        return count(column, "");
    }
}
