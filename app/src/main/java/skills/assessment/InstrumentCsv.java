package skills.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An instrument of somebody else, from CSV to the files of a shipped one. All or nothing: as long
 * as one remark says that something is wrong, there are no files.
 */
final class InstrumentCsv {

    static final String ITEMS = "items.csv";
    static final String SCALES = "scales.csv";
    static final String META = "meta.csv";
    static final String PARAMETERS = "parameters.csv";
    static final List<String> NAMES = List.of(META, SCALES, ITEMS, PARAMETERS);

    private static final int MOST_ITEMS = 300;
    private static final int LONGEST_STATEMENT = 200;
    private static final int LONGEST_NAME = 80;
    private static final int ANSWERS = 5;

    private static final Map<String, List<String>> ITEM_COLUMNS =
            columns(
                    "id:nummer",
                    "scale:schaal",
                    "key:sleutel",
                    "form:vorm",
                    "nl:nederlands,dutch",
                    "en:engels,english");
    private static final Map<String, List<String>> SCALE_COLUMNS =
            columns(
                    "id:schaal,scale",
                    "name_nl:naam_nl",
                    "name_en:naam_en",
                    "low_nl:laag_nl",
                    "low_en:laag_en",
                    "high_nl:hoog_nl",
                    "high_en:hoog_en",
                    "minimum:",
                    "better:beter");
    private static final Map<String, List<String>> PARAMETER_COLUMNS =
            columns("item:id,vraag", "a:", "b1:", "b2:", "b3:", "b4:");

    private final Map<String, byte[]> given;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Map<String, Object>> scales = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final TreeMap<String, String> dutch = new TreeMap<>();
    private final TreeMap<String, String> english = new TreeMap<>();

    /**
     * What came of the files.
     *
     * @param id null when name or version could not be read
     * @param files by name as in content/instruments; empty when something is wrong
     */
    record Outcome(@Nullable InstrumentId id, Map<String, String> files, List<Remark> remarks) {

        boolean isGood() {
            return !files.isEmpty();
        }

        List<Remark> wrong() {
            return remarks.stream().filter(Remark::wrong).toList();
        }

        List<Remark> notes() {
            return remarks.stream().filter(r -> !r.wrong()).toList();
        }
    }

    private InstrumentCsv(Map<String, byte[]> given) {
        this.given = given;
    }

    /**
     * @param given by {@link #NAMES}
     */
    static Outcome read(Map<String, byte[]> given) {
        return new InstrumentCsv(given).outcome();
    }

    private static Map<String, List<String>> columns(String... columns) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String column : columns)
            all.put(
                    column.substring(0, column.indexOf(':')),
                    List.of(column.substring(column.indexOf(':') + 1).split(",")));
        return all;
    }

    private Outcome outcome() {
        ImportedTable metaTable = table(META, InstrumentMeta.COLUMNS, List.of("key"));
        ImportedTable scaleTable = table(SCALES, SCALE_COLUMNS, List.of("id"));
        ImportedTable itemTable = table(ITEMS, ITEM_COLUMNS, List.of("id", "scale"));
        if (scaleTable != null) scaleTable.rows().forEach(this::scale);
        if (itemTable != null) {
            itemTable.rows().forEach(row -> item(row, scaleTable != null));
            if (items.size() > MOST_ITEMS) itemTable.wrong(0, "", "items.many", MOST_ITEMS);
        }
        Map<String, Object> parameters = null;
        if (given.containsKey(PARAMETERS)) {
            ImportedTable table =
                    table(PARAMETERS, PARAMETER_COLUMNS, List.copyOf(PARAMETER_COLUMNS.keySet()));
            if (table != null) parameters = parameters(table, itemTable != null);
        }
        String only = languages(itemTable, scaleTable);
        InstrumentMeta meta =
                metaTable == null
                        ? null
                        : InstrumentMeta.read(metaTable, only, !given.containsKey(PARAMETERS));
        if (itemTable != null && scaleTable != null) minimums(scaleTable);
        if (itemTable != null && meta != null && meta.definition() != null)
            DefinitionCheck.run(meta.definition(), items, itemTable);
        boolean good = remarks.stream().noneMatch(Remark::wrong);
        if (good && only != null) itemTable.note(0, "", "language.only." + only);
        List<Remark> sorted = sorted();
        if (!good || meta == null)
            return new Outcome(meta == null ? null : meta.id(), Map.of(), sorted);
        return new Outcome(meta.id(), files(meta, only, parameters), sorted);
    }

    private List<Remark> sorted() {
        List<Remark> sorted = new ArrayList<>(remarks);
        sorted.sort(
                java.util.Comparator.comparing((Remark r) -> NAMES.indexOf(r.file()))
                        .thenComparing(Remark::line));
        return List.copyOf(sorted);
    }

    private @Nullable ImportedTable table(
            String name, Map<String, List<String>> columns, List<String> needed) {
        byte[] bytes = given.get(name);
        if (bytes == null) {
            remarks.add(new Remark(name, 0, "", true, "instruments.file.missing", List.of(name)));
            return null;
        }
        return ImportedTable.read(name, bytes, columns, needed, remarks);
    }

    /** The id of a row; empty when it cannot be one. */
    private String id(ImportedTable.Cells row, String column, String what) {
        String id = row.word(column);
        if (id.isEmpty()) row.wrong(column, "empty", column);
        else if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 40)
            row.wrong(column, "id.form", id);
        else {
            Long first = lines.putIfAbsent(what + " " + id, row.line());
            if (first == null) return id;
            row.wrong(column, "id.twice", id, first);
        }
        return "";
    }

    private void scale(ImportedTable.Cells row) {
        Map<String, Object> scale = new LinkedHashMap<>();
        String id = id(row, "id", SCALES);
        scale.put("id", id);
        scale.put("name", row.texts("name", LONGEST_NAME));
        Map<String, String> low = row.texts("low", LONGEST_NAME);
        Map<String, String> high = row.texts("high", LONGEST_NAME);
        if (!low.isEmpty()) scale.put("low", low);
        if (!high.isEmpty()) scale.put("high", high);
        if (low.isEmpty() != high.isEmpty())
            row.wrong(low.isEmpty() ? "low_nl" : "high_nl", "ends");
        String better =
                switch (row.word("better")) {
                    case "", "none", "geen" -> "none";
                    case "high", "hoog" -> "high";
                    case "low", "laag" -> "low";
                    default -> "";
                };
        if (better.isEmpty()) row.wrong("better", "better", row.raw("better"));
        scale.put("better", better);
        scale.put("minimum", row.whole("minimum", 1, MOST_ITEMS, 1));
        if (!id.isEmpty()) scales.put(id, scale);
    }

    private void item(ImportedTable.Cells row, boolean scalesKnown) {
        String id = id(row, "id", ITEMS);
        String scale = row.word("scale");
        if (scale.isEmpty()) row.wrong("scale", "empty", "scale");
        else if (scalesKnown && !scales.containsKey(scale))
            row.wrong("scale", "scale.unknown", scale, String.join(", ", scales.keySet()));
        int key =
                switch (row.word("key")) {
                    case "", "1", "+1", "+" -> 1;
                    case "-1", "-" -> -1;
                    default -> 0;
                };
        if (key == 0) row.wrong("key", "key", row.raw("key"));
        String form =
                switch (row.word("form")) {
                    case "", "first", "eerst" -> "first";
                    case "more", "meer" -> "more";
                    default -> "";
                };
        if (form.isEmpty()) row.wrong("form", "form", row.raw("form"));
        Map<String, String> texts = row.texts("", LONGEST_STATEMENT);
        if (texts.isEmpty()) row.wrong("nl", "empty", "nl");
        if (id.isEmpty()) return;
        if (texts.containsKey("nl")) dutch.put(id, texts.get("nl"));
        if (texts.containsKey("en")) english.put(id, texts.get("en"));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("scale", scale);
        item.put("key", key);
        item.put("form", form);
        items.put(id, item);
    }

    /** The only language that there is; null when there are both. A mix of the two is wrong. */
    private @Nullable String languages(
            @Nullable ImportedTable itemTable, @Nullable ImportedTable scaleTable) {
        if (itemTable == null || dutch.isEmpty() && english.isEmpty()) return null;
        String only = english.isEmpty() ? "nl" : dutch.isEmpty() ? "en" : null;
        List<String> spoken = only == null ? List.of("nl", "en") : List.of(only);
        for (ImportedTable.Cells row : itemTable.rows())
            if (dutch.containsKey(row.word("id")) || english.containsKey(row.word("id")))
                for (String language : spoken)
                    if (row.raw(language).isEmpty())
                        row.wrong(language, "language.missing." + language);
        if (scaleTable != null)
            for (ImportedTable.Cells row : scaleTable.rows())
                for (String language : spoken)
                    for (String part : List.of("name_", "low_", "high_"))
                        if (row.raw(part + language).isEmpty()
                                && (part.equals("name_")
                                        || !row.raw(part + other(language)).isEmpty()))
                            row.wrong(part + language, "language.missing." + language);
        return only;
    }

    static String other(String language) {
        return language.equals("nl") ? "en" : "nl";
    }

    private void minimums(ImportedTable table) {
        Map<Object, Long> asked =
                items.values().stream()
                        .filter(i -> i.get("form").equals("first"))
                        .collect(Collectors.groupingBy(i -> i.get("scale"), Collectors.counting()));
        for (ImportedTable.Cells row : table.rows()) {
            Map<String, Object> scale = scales.get(row.word("id"));
            if (scale == null) continue;
            long count = asked.getOrDefault(row.word("id"), 0L);
            if (count == 0) row.wrong("id", "scale.empty", row.word("id"));
            else if ((int) scale.get("minimum") > count)
                row.wrong("minimum", "minimum.high", scale.get("minimum"), count);
        }
    }

    private Map<String, Object> parameters(ImportedTable table, boolean itemsKnown) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (ImportedTable.Cells row : table.rows()) {
            String id = id(row, "item", PARAMETERS);
            if (id.isEmpty()) continue;
            if (itemsKnown && !items.containsKey(id)) row.wrong("item", "item.unknown", id);
            Double a = row.number("a");
            if (a != null && a <= 0) row.wrong("a", "a.low");
            List<Double> b = new ArrayList<>();
            for (String column : List.of("b1", "b2", "b3", "b4")) {
                Double threshold = row.number(column);
                if (threshold == null) continue;
                if (!b.isEmpty() && threshold <= b.getLast()) row.wrong(column, "b.falls");
                b.add(threshold);
            }
            Map<String, Object> both = new LinkedHashMap<>();
            if (a != null) both.put("a", a);
            both.put("b", b);
            all.put(id, both);
        }
        if (itemsKnown)
            for (String id : items.keySet())
                if (!lines.containsKey(PARAMETERS + " " + id))
                    table.wrong(0, "item", "item.without", id);
        return all;
    }

    private Map<String, String> files(
            InstrumentMeta meta, @Nullable String only, @Nullable Map<String, Object> parameters) {
        Map<String, Object> top = meta.top(ANSWERS);
        if (only != null) top.put("only", only);
        top.put("scales", List.copyOf(scales.values()));
        top.put("items", List.copyOf(items.values()));
        Map<String, Object> scoring = new LinkedHashMap<>();
        scoring.put("version", meta.id().version());
        if (parameters == null) scoring.put("method", "mean");
        else {
            scoring.put("method", "graded-response");
            scoring.put("assumed", meta.isAssumed());
            scoring.put("parameters", parameters);
        }
        Map<String, String> files = new TreeMap<>();
        files.put("instrument.yaml", InstrumentMeta.yaml(top));
        files.put("scoring.yaml", InstrumentMeta.yaml(scoring));
        if (!dutch.isEmpty()) files.put("items_nl.yaml", InstrumentMeta.yaml(dutch));
        if (!english.isEmpty()) files.put("items_en.yaml", InstrumentMeta.yaml(english));
        files.put("SOURCE.md", meta.sheet());
        return files;
    }
}
