package skills.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What meta.csv says of an instrument as a whole: one row a thing, and the sheet. */
final class InstrumentMeta {

    static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("key", List.of("sleutel", "wat", "what"));
        COLUMNS.put("nl", List.of("nederlands", "dutch", "value", "waarde"));
        COLUMNS.put("en", List.of("engels", "english"));
    }

    /** In Dutch as in the column of keys. */
    private static final Map<String, String> DUTCH =
            Map.ofEntries(
                    Map.entry("naam", "name"),
                    Map.entry("versie", "version"),
                    Map.entry("titel", "title"),
                    Map.entry("over", "about"),
                    Map.entry("uitleg", "lead"),
                    Map.entry("seconden", "seconds"),
                    Map.entry("bron", "source"),
                    Map.entry("licentie", "licence"),
                    Map.entry("license", "licence"),
                    Map.entry("aangenomen", "assumed"),
                    Map.entry("gebruik", "use"),
                    Map.entry("definitie", "definition"));

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_PART = 10_000;
    private static final int USUAL_SECONDS = 6;

    private final ImportedTable table;
    private final Map<String, ImportedTable.Cells> rows = new LinkedHashMap<>();

    /** The only language there is; null when there are both. */
    private final @Nullable String only;

    private InstrumentMeta(ImportedTable table, @Nullable String only) {
        this.table = table;
        this.only = only;
    }

    /**
     * @param means scored by means, without parameters
     */
    static InstrumentMeta read(ImportedTable table, @Nullable String only, boolean means) {
        var meta = new InstrumentMeta(table, only);
        meta.check(means);
        return meta;
    }

    private void check(boolean means) {
        List<String> known = new ArrayList<>(DUTCH.values());
        for (int i = 1; i <= 5; i++) known.add("answer_" + i);
        headings().forEach(h -> known.add(ImportedTable.folded(h)));
        for (ImportedTable.Cells row : table.rows()) {
            String key = ImportedTable.folded(row.raw("key"));
            key = DUTCH.getOrDefault(key, key).replace("antwoord_", "answer_");
            if (key.isEmpty()) row.wrong("key", "empty", "key");
            else if (!known.contains(key)) row.note("key", "meta.unknown", row.raw("key"));
            else if (rows.putIfAbsent(key, row) != null)
                row.wrong("key", "id.twice", row.raw("key"), rows.get(key).line());
        }
        name();
        version();
        for (String key : List.of("title", "about", "lead")) words(key, LONGEST_LINE, true);
        for (int i = 1; i <= 5; i++) words("answer_" + i, 60, true);
        if (rows.containsKey("seconds")) rows.get("seconds").whole("nl", 1, 120, USUAL_SECONDS);
        for (String key : List.of("source", "licence")) words(key, LONGEST_PART, false);
        for (String heading : headings()) {
            String key = ImportedTable.folded(heading);
            if (!rows.containsKey(key) || rows.get(key).texts("", LONGEST_PART).isEmpty())
                table.wrong(
                        rows.containsKey(key) ? rows.get(key).line() : 0,
                        "",
                        "sheet.missing",
                        heading);
        }
        if (!value("definition").isEmpty() && definition() == null)
            rows.get("definition").wrong("nl", "definition.unknown", value("definition"));
        if (use() == null) rows.get("use").wrong("nl", "use", value("use"));
        if (means && rows.containsKey("assumed")) rows.get("assumed").note("key", "assumed.mean");
    }

    /** The seven of COTAN, without marks. */
    static List<String> headings() {
        return InstrumentReader.SHEET.stream()
                .filter(p -> p.startsWith("## "))
                .map(p -> p.substring(3))
                .toList();
    }

    private void name() {
        String name = value("name");
        if (name.isEmpty()) missing("name");
        else if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 60)
            rows.get("name").wrong("nl", "id.form", name);
        else if (Instruments.isShipped(name)) rows.get("name").wrong("nl", "name.own", name);
    }

    private void version() {
        String version = value("version");
        if (version.isEmpty()) missing("version");
        else if (!version.matches("[0-9A-Za-z][0-9A-Za-z.-]{0,19}"))
            rows.get("version").wrong("nl", "version.form", version);
    }

    private void missing(String key) {
        table.wrong(rows.containsKey(key) ? rows.get(key).line() : 0, "", "meta.missing", key);
    }

    /** What is the same in every language. */
    private String value(String key) {
        ImportedTable.Cells row = rows.get(key);
        if (row == null) return "";
        return row.raw("nl").isEmpty() ? row.raw("en") : row.raw("nl");
    }

    /** In every language that the questions have, and told where it is missing. */
    private Map<String, String> words(String key, int longest, boolean inBoth) {
        ImportedTable.Cells row = rows.get(key);
        Map<String, String> texts = row == null ? Map.of() : row.texts("", longest);
        if (texts.isEmpty()) missing(key);
        else if (inBoth)
            for (String language : only == null ? List.of("nl", "en") : List.of(only))
                if (!texts.containsKey(language))
                    row.wrong(language, "language.missing." + language);
        return texts;
    }

    /** Null when name or version cannot be one. */
    @Nullable InstrumentId id() {
        try {
            return new InstrumentId(value("name"), value("version"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether parameters were chosen, not estimated; so unless it says otherwise. */
    boolean isAssumed() {
        return !List.of("no", "nee", "false", "onwaar").contains(value("assumed").toLowerCase());
    }

    /**
     * The published questionnaire that this says to be; null when it does not, or none that we
     * know.
     */
    @Nullable ScaleDefinition definition() {
        return ScaleDefinitions.find(value("definition"))
                .filter(ScaleDefinition::isLoadable)
                .orElse(null);
    }

    /** As in instrument.yaml; null when it is neither. */
    private @Nullable String use() {
        return switch (value("use").toLowerCase(Locale.ROOT)) {
            case "", "person", "persoon" -> "person";
            case "study", "onderzoek" -> "study";
            default -> null;
        };
    }

    /** The head of instrument.yaml. */
    Map<String, Object> top(int answers) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("name", value("name"));
        top.put("version", value("version"));
        top.put("kind", "rating");
        if ("study".equals(use())) top.put("use", "study");
        for (String key : List.of("title", "about", "lead"))
            top.put(key, rows.get(key).texts("", LONGEST_LINE));
        top.put(
                "seconds",
                rows.containsKey("seconds")
                        ? rows.get("seconds").whole("nl", 1, 120, USUAL_SECONDS)
                        : USUAL_SECONDS);
        List<Object> words = new ArrayList<>();
        for (int i = 1; i <= answers; i++) words.add(rows.get("answer_" + i).texts("", 60));
        top.put("answers", words);
        return top;
    }

    /** SOURCE.md: where it comes from, whether it may be used, and what is known of its worth. */
    String sheet() {
        var sheet = new StringBuilder("# " + one("title") + "\n\n");
        sheet.append("Bron / Source: ").append(one("source")).append("\n\n");
        sheet.append("Licentie / Licence: ").append(one("licence")).append("\n\n");
        ScaleDefinition definition = definition();
        if (definition != null)
            sheet.append("Gepubliceerd als / Published as: ")
                    .append(definition.published())
                    .append("\n\n")
                    .append(
                            "De licentie is aan wie deze vragenlijst inzet: het paspoort heeft er geen. ")
                    .append(
                            "The licence is yours to hold: the passport has none for this questionnaire.")
                    .append("\n\n");
        sheet.append(InstrumentReader.SHEET.getLast()).append('\n');
        for (String heading : headings())
            sheet.append("\n## ")
                    .append(heading)
                    .append("\n\n")
                    .append(one(ImportedTable.folded(heading)))
                    .append('\n');
        return sheet.toString();
    }

    /** In all its languages; a line that would be read as a heading is none. */
    private String one(String key) {
        return String.join(
                        "\n\n",
                        new ArrayList<>(
                                new java.util.LinkedHashSet<>(
                                        rows.get(key).texts("", LONGEST_PART).values())))
                .replaceAll("(?m)^\\s*#+\\s*", "");
    }

    static String yaml(Object content) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(content);
    }
}
