package skills.taxonomy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table: copied into a temporary table, then compared there with what the
 * table has, so that a load of a hundred thousand rows is a few statements.
 */
final class StagedTable {

    /** What the comparison found, in rows. */
    record Outcome(int added, int changed, int unchanged, int gone) {

        Outcome plus(Outcome other) {
            return new Outcome(
                    added + other.added,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    gone + other.gone);
        }
    }

    /** A staged row that is not used, by line of its file. */
    @FunctionalInterface
    interface Refusal {
        void row(int line, String text) throws SQLException;
    }

    private static final int CHUNK = 1 << 20;

    private final Connection connection;
    private final String table;
    private final String stage;
    private final List<String> keys;
    private final List<String> values;
    private final StringBuilder buffer = new StringBuilder();

    /**
     * @param part tells apart stages of one table that are alive together; letters only
     * @param keys columns that tell rows apart; {@code values} are compared
     */
    StagedTable(
            Connection connection,
            String table,
            String part,
            List<String> keys,
            List<String> values)
            throws SQLException {
        this.connection = connection;
        this.table = table;
        this.stage = "stage_" + table + part;
        this.keys = keys;
        this.values = values;
        execute(
                "create temporary table "
                        + stage
                        + " on commit drop as select 0 as line, null::text as outcome, "
                        + columns("")
                        + " from "
                        + table
                        + " limit 0");
        execute("alter table " + stage + " alter column outcome set default 'added'");
    }

    String stage() {
        return stage;
    }

    /**
     * @param cells in the order of keys, then values: texts, numbers, booleans, uuids, lists of
     *     texts or null
     */
    void row(long line, @Nullable Object... cells) {
        buffer.append(line);
        for (Object cell : cells) {
            buffer.append('\t');
            append(cell);
        }
        buffer.append('\n');
    }

    /** Copies the rows into the database; nothing is compared before. */
    void staged() throws SQLException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + stage + " (line, " + columns("") + ") from stdin");
        for (int at = 0; at < buffer.length(); ) {
            int end = Math.min(buffer.length(), at + CHUNK);
            // Not between the two halves of one character.
            if (end < buffer.length() && Character.isHighSurrogate(buffer.charAt(end - 1))) end--;
            byte[] bytes = buffer.substring(at, end).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            at = end;
        }
        copy.endCopy();
        buffer.setLength(0);
        buffer.trimToSize();
        execute("analyze " + stage);
    }

    /** Removes rows with a key that an earlier row has; tells each. */
    void withoutDoubles(Refusal refusal) throws SQLException {
        refuse(
                "s.ctid in (select ctid from (select ctid, row_number() over (partition by "
                        + join(keys, "")
                        + " order by line) as n from "
                        + stage
                        + ") x where n > 1)",
                refusal);
    }

    /** Removes rows that fulfil a condition over {@code s}; tells each. */
    void refuse(String condition, Refusal refusal) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "delete from "
                                        + stage
                                        + " s where "
                                        + condition
                                        + " returning line, concat_ws(', ', "
                                        + join(keys, "s.")
                                        + ")")) {
            while (rows.next()) refusal.row(rows.getInt(1), rows.getString(2));
        }
    }

    /** Marks each staged row as added, changed or unchanged. */
    void compare() throws SQLException {
        String differs =
                values.isEmpty()
                        ? ""
                        : "("
                                + join(values, "t.")
                                + ") is distinct from ("
                                + join(values, "s.")
                                + ") or ";
        execute(
                "update "
                        + stage
                        + " s set outcome = case when "
                        + differs
                        + "t.gone_at is not null then 'changed' else 'unchanged' end from "
                        + table
                        + " t where "
                        + sameKeys("t", "s"));
        // Else the planner takes the outcome for unknown and joins row by row: a minute instead of
        // a second.
        execute("analyze " + stage);
    }

    /**
     * Writes what is new or different; what the table has and the stage lacks gets {@code gone_at}.
     */
    Outcome write(Instant now, String scope) throws SQLException {
        execute(
                "insert into "
                        + table
                        + " ("
                        + columns("")
                        + ") select "
                        + columns("")
                        + " from "
                        + stage
                        + " where outcome = 'added' order by line");
        String set = values.stream().map(v -> v + " = s." + v + ", ").collect(Collectors.joining());
        execute(
                "update "
                        + table
                        + " t set "
                        + set
                        + "gone_at = null from "
                        + stage
                        + " s where s.outcome = 'changed' and "
                        + sameKeys("t", "s"));
        int gone;
        try (var statement =
                connection.prepareStatement(
                        "update "
                                + table
                                + " t set gone_at = ? where gone_at is null and ("
                                + scope
                                + ") and not exists (select from "
                                + stage
                                + " s where "
                                + sameKeys("t", "s")
                                + ")")) {
            statement.setTimestamp(1, Timestamp.from(now));
            gone = statement.executeUpdate();
        }
        try (Statement statement = connection.createStatement();
                ResultSet counts =
                        statement.executeQuery(
                                "select count(*) filter (where outcome = 'added'),"
                                        + " count(*) filter (where outcome = 'changed'), count(*) filter (where outcome = 'unchanged') from "
                                        + stage)) {
            execute("analyze " + table);
            counts.next();
            return new Outcome(counts.getInt(1), counts.getInt(2), counts.getInt(3), gone);
        }
    }

    int size() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + stage)) {
            count.next();
            return count.getInt(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String columns(String prefix) {
        return join(keys, prefix) + (values.isEmpty() ? "" : ", " + join(values, prefix));
    }

    private static String join(List<String> columns, String prefix) {
        return columns.stream().map(c -> prefix + c).collect(Collectors.joining(", "));
    }

    private String sameKeys(String a, String b) {
        return keys.stream()
                .map(k -> a + "." + k + " = " + b + "." + k)
                .collect(Collectors.joining(" and "));
    }

    private void append(@Nullable Object cell) {
        switch (cell) {
            case null -> buffer.append("\\N");
            case Collection<?> list -> {
                buffer.append('{');
                boolean first = true;
                for (Object item : list) {
                    if (!first) buffer.append(',');
                    first = false;
                    buffer.append('"');
                    escape(item.toString().replace("\\", "\\\\").replace("\"", "\\\""));
                    buffer.append('"');
                }
                buffer.append('}');
            }
            default -> escape(cell.toString());
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\0' -> {}
                default -> buffer.append(c);
            }
        }
    }

    /** Wraps what the database says, so that a reader of rows may throw it. */
    static IOException io(SQLException e) {
        return new IOException(e.getMessage(), e);
    }
}
