package skills.evaluation.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import skills.evaluation.plan.Text;

/**
 * Syntax that reads a table into SPSS (and PSPP) and gives it labels. Beside the CSV, as no library
 * for Java that is kept up writes SPSS's own files.
 */
final class SpssFile {

    /** Bytes that SPSS keeps of the label of a variable, and of a value. */
    private static final int LABEL = 255;

    private static final int VALUE = 120;

    private final Table table;
    private final boolean dutch;
    private final StringBuilder text = new StringBuilder();

    private SpssFile(Table table, boolean dutch) {
        this.table = table;
        this.dutch = dutch;
    }

    /**
     * @param file name of the CSV with commas, in the folder that SPSS works in
     */
    static String write(Table table, String file, boolean dutch) {
        return new SpssFile(table, dutch).write(file);
    }

    private String write(String file) {
        line("* " + one(said(table.title())).replace(".", ",") + ".");
        line("SET DECIMAL=DOT.");
        line("GET DATA /TYPE=TXT");
        line("  /FILE=" + quoted(file, LABEL));
        line("  /ENCODING='UTF8'");
        line("  /DELCASE=LINE /DELIMITERS=\",\" /QUALIFIER='\"'");
        line("  /ARRANGEMENT=DELIMITED /FIRSTCASE=2");
        line("  /VARIABLES=");
        for (int i = 0; i < table.columns().size(); i++)
            line(
                    "    "
                            + table.columns().get(i).name()
                            + " "
                            + format(i)
                            + (i + 1 == table.columns().size() ? "." : ""));
        line("CACHE.");
        line("EXECUTE.");
        line("VARIABLE LABELS");
        list(
                table.columns().stream()
                        .map(c -> "  " + c.name() + " " + quoted(said(c.label()), LABEL))
                        .toList());
        List<String> values = new ArrayList<>();
        for (Column c : table.columns())
            if (!c.values().isEmpty()) {
                StringBuilder one = new StringBuilder("  ").append(c.name());
                for (Column.Value v : c.values())
                    one.append("\n    ")
                            .append(
                                    c.kind() == Column.Kind.TEXT
                                            ? quoted(v.code(), VALUE)
                                            : v.code())
                            .append(' ')
                            .append(quoted(said(v.meaning()), VALUE));
                values.add(one.toString());
            }
        if (!values.isEmpty()) {
            line("VALUE LABELS");
            list(values);
        }
        line("VARIABLE LEVEL");
        list(
                table.columns().stream()
                        .map(
                                c ->
                                        "  "
                                                + c.name()
                                                + switch (c.kind()) {
                                                    case TEXT -> " (NOMINAL)";
                                                    case INTEGER ->
                                                            c.groups()
                                                                    ? " (NOMINAL)"
                                                                    : " (ORDINAL)";
                                                    case NUMBER -> " (SCALE)";
                                                })
                        .toList());
        return text.toString();
    }

    private void list(List<String> lines) {
        for (int i = 0; i < lines.size(); i++)
            line(lines.get(i) + (i + 1 == lines.size() ? "." : " /"));
    }

    private String format(int column) {
        return switch (table.columns().get(column).kind()) {
            case TEXT -> {
                int longest = 1;
                for (var row : table.rows())
                    longest =
                            Math.max(
                                    longest,
                                    Table.plain(row.get(column))
                                            .getBytes(StandardCharsets.UTF_8)
                                            .length);
                yield "A" + Math.min(32_767, longest);
            }
            case INTEGER -> "F8.0";
            case NUMBER -> "F17.12";
        };
    }

    private String said(Text text) {
        return dutch ? text.nl() : text.en();
    }

    /** In quotes of SPSS, cut to what it keeps. */
    private static String quoted(String text, int most) {
        String plain = one(text);
        StringBuilder cut = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < plain.length(); ) {
            int c = plain.codePointAt(at);
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > most) break;
            cut.appendCodePoint(c);
            at += Character.charCount(c);
        }
        return "'" + cut.toString().replace("'", "''") + "'";
    }

    private static String one(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }
}
