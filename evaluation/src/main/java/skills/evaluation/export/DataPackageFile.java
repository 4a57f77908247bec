package skills.evaluation.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Text;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables as a Tabular Data Package (<a
 * href="https://specs.frictionlessdata.io/tabular-data-package/">Frictionless</a>, version 1).
 */
final class DataPackageFile {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DataPackageFile() {}

    /**
     * @param files contents by path, of both dialects of every table
     * @param notes what was made coarser
     */
    static String write(
            Plan plan, List<Table> tables, Map<String, byte[]> files, List<Text> notes) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("profile", "tabular-data-package");
        all.put("name", plan.name());
        all.put("title", plan.title().en().isEmpty() ? plan.title().nl() : plan.title().en());
        StringBuilder about = new StringBuilder(plan.question().en());
        if (plan.simulated() && plan.remark().en().isEmpty())
            about.append("\n\nThe answers are made up.");
        if (!plan.remark().en().isEmpty()) about.append("\n\n").append(plan.remark().en());
        for (Text note : notes) about.append("\n\n").append(note.en());
        all.put("description", about.toString());
        List<Object> resources = new ArrayList<>();
        for (Table table : tables)
            for (CsvFile.Dialect dialect : CsvFile.Dialect.values())
                resources.add(resource(table, dialect, files));
        all.put("resources", resources);
        return JSON.writeValueAsString(all) + "\n";
    }

    static String path(Table table, CsvFile.Dialect dialect) {
        return (dialect == CsvFile.Dialect.DUTCH_EXCEL ? "excel/" : "") + table.name() + ".csv";
    }

    private static Map<String, Object> resource(
            Table table, CsvFile.Dialect dialect, Map<String, byte[]> files) {
        boolean dutch = dialect == CsvFile.Dialect.DUTCH_EXCEL;
        byte[] content = files.get(path(table, dialect));
        Map<String, Object> r = new LinkedHashMap<>();
        r.put("profile", "tabular-data-resource");
        r.put("name", table.name() + (dutch ? "-excel" : ""));
        r.put("title", table.title().en());
        r.put("path", path(table, dialect));
        r.put("format", "csv");
        r.put("mediatype", "text/csv");
        r.put("encoding", dutch ? "utf-8-sig" : "utf-8");
        r.put("bytes", content.length);
        r.put("hash", "sha256:" + PlanFile.sha256(content));
        r.put(
                "dialect",
                Map.of("delimiter", String.valueOf(dialect.delimiter), "lineTerminator", "\r\n"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", table.columns().stream().map(c -> field(c, dutch)).toList());
        schema.put("missingValues", List.of(""));
        if (table.name().equals("responses")) {
            schema.put("primaryKey", List.of("id", "wave"));
            schema.put(
                    "foreignKeys",
                    List.of(
                            Map.of(
                                    "fields",
                                    "id",
                                    "reference",
                                    Map.of(
                                            "resource",
                                            "participants" + (dutch ? "-excel" : ""),
                                            "fields",
                                            "id"))));
        } else schema.put("primaryKey", "id");
        r.put("schema", schema);
        return r;
    }

    private static Map<String, Object> field(Column c, boolean dutch) {
        Map<String, Object> f = new LinkedHashMap<>();
        f.put("name", c.name());
        f.put(
                "type",
                switch (c.kind()) {
                    case TEXT -> "string";
                    case INTEGER -> "integer";
                    case NUMBER -> "number";
                });
        if (dutch && c.kind() == Column.Kind.NUMBER) f.put("decimalChar", ",");
        f.put("title", c.label().en());
        StringBuilder about = new StringBuilder(c.label().nl());
        if (!c.note().en().isEmpty()) about.append(". ").append(c.note().en());
        for (Column.Value v : c.values())
            about.append("; ").append(v.code()).append(" = ").append(v.meaning().en());
        f.put("description", about.toString());
        Map<String, Object> limits = new LinkedHashMap<>();
        if (c.name().equals("id") || c.name().equals("wave")) limits.put("required", true);
        if (c.lowest() != null) limits.put("minimum", c.lowest());
        if (c.highest() != null) limits.put("maximum", c.highest());
        if (!limits.isEmpty()) f.put("constraints", limits);
        return f;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
