package skills.vacancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skills.platform.CsvTable;
import skills.platform.ImportFailed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vacancies in CSV, in English or as Dutch Excel writes it: the header decides which column is
 * what.
 */
final class CsvRows {

    /**
     * Column names, folded, for each part of a JobPosting. The table in docs/guide/vacancies.md
     * says the same.
     */
    private static final Map<String, List<String>> COLUMNS =
            Map.ofEntries(
                    Map.entry(
                            "title",
                            List.of("title", "job title", "titel", "functie", "functietitel")),
                    Map.entry(
                            "employer",
                            List.of(
                                    "employer",
                                    "company",
                                    "organization",
                                    "organisation",
                                    "bedrijf",
                                    "werkgever",
                                    "organisatie")),
                    Map.entry(
                            "place", List.of("place", "city", "location", "plaats", "standplaats")),
                    Map.entry("postcode", List.of("postcode", "postal code", "zip")),
                    Map.entry("country", List.of("country", "land")),
                    Map.entry(
                            "posted",
                            List.of(
                                    "posted",
                                    "date posted",
                                    "dateposted",
                                    "geplaatst",
                                    "datum geplaatst")),
                    Map.entry(
                            "until",
                            List.of(
                                    "closes",
                                    "valid through",
                                    "validthrough",
                                    "open until",
                                    "sluit",
                                    "sluitingsdatum",
                                    "reageren tot")),
                    Map.entry(
                            "description",
                            List.of(
                                    "description",
                                    "text",
                                    "omschrijving",
                                    "tekst",
                                    "vacaturetekst")),
                    Map.entry(
                            "min",
                            List.of(
                                    "pay from",
                                    "salary from",
                                    "pay min",
                                    "loon van",
                                    "salaris van")),
                    Map.entry(
                            "max",
                            List.of("pay to", "salary to", "pay max", "loon tot", "salaris tot")),
                    Map.entry("per", List.of("pay per", "salary per", "loon per", "salaris per")),
                    Map.entry("hours", List.of("hours", "uren", "uren per week")),
                    Map.entry(
                            "contract",
                            List.of(
                                    "contract",
                                    "employment type",
                                    "dienstverband",
                                    "contractvorm")),
                    Map.entry("url", List.of("url", "link", "website")),
                    Map.entry(
                            "id",
                            List.of(
                                    "id",
                                    "identifier",
                                    "number",
                                    "nummer",
                                    "vacaturenummer",
                                    "kenmerk")),
                    Map.entry("source", List.of("source", "bron")),
                    Map.entry("language", List.of("language", "taal")));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CsvRows() {}

    static List<VacancyFile.Row> read(String name, String text) throws ImportFailed {
        CsvTable table = CsvTable.of(text);
        if (table.rows().isEmpty()) throw notCsv(name);
        Map<String, Integer> columns = columns(name, table.rows().getFirst());
        List<VacancyFile.Row> rows = new ArrayList<>();
        table.rows().stream().skip(1).forEach(r -> rows.add(row(r, columns)));
        if (table.brokenAt() != null)
            rows.add(
                    new VacancyFile.Row.Bad(
                            table.brokenAt(),
                            "a quotation mark opens or closes in the wrong place; nothing from here on was read",
                            ""));
        return rows;
    }

    private static ImportFailed notCsv(String name) {
        return new ImportFailed(
                name
                        + " is neither JSON, nor a web page, nor CSV with a column 'title' or 'titel'.");
    }

    private static Map<String, Integer> columns(String name, CsvTable.Row header)
            throws ImportFailed {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String folded = Folded.fold(header.cell(i));
            for (var column : COLUMNS.entrySet())
                if (column.getValue().contains(folded)) found.putIfAbsent(column.getKey(), i);
        }
        if (!found.containsKey("title")) throw notCsv(name);
        return found;
    }

    private static VacancyFile.Row row(CsvTable.Row row, Map<String, Integer> columns) {
        String text = String.join(" | ", row.cells());
        int cells = row.cells().size();
        int needed = columns.values().stream().max(Integer::compare).orElse(0);
        if (cells <= columns.get("title"))
            return new VacancyFile.Row.Bad(row.line(), "the row ends before its title", text);
        if (cells > needed + 1 && cells > 2 * columns.size() + 5) {
            return new VacancyFile.Row.Bad(
                    row.line(),
                    "more cells than columns: is a text with the delimiter in it not quoted?",
                    text);
        }
        return new VacancyFile.Row.Read(row.line(), posting(row, columns));
    }

    /** The row as the JobPosting that it stands for, so that one reader checks them all. */
    private static ObjectNode posting(CsvTable.Row record, Map<String, Integer> columns) {
        ObjectNode job = JSON.createObjectNode();
        job.put("@type", "JobPosting");
        put(job, "title", cell(record, columns, "title"));
        put(job, "hiringOrganization", cell(record, columns, "employer"));
        put(job, "datePosted", cell(record, columns, "posted"));
        put(job, "validThrough", cell(record, columns, "until"));
        put(job, "description", cell(record, columns, "description"));
        put(job, "workHours", cell(record, columns, "hours"));
        put(job, "employmentType", cell(record, columns, "contract"));
        put(job, "url", cell(record, columns, "url"));
        put(job, "identifier", cell(record, columns, "id"));
        put(job, "source", cell(record, columns, "source"));
        put(job, "inLanguage", cell(record, columns, "language"));
        ObjectNode address = job.putObject("jobLocation").putObject("address");
        put(address, "addressLocality", cell(record, columns, "place"));
        put(address, "postalCode", cell(record, columns, "postcode"));
        put(address, "addressCountry", cell(record, columns, "country"));
        ObjectNode pay = job.putObject("baseSalary").put("currency", "EUR").putObject("value");
        put(pay, "minValue", cell(record, columns, "min"));
        put(pay, "maxValue", cell(record, columns, "max"));
        put(pay, "unitText", cell(record, columns, "per"));
        return job;
    }

    private static String cell(CsvTable.Row record, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : record.cell(at);
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isBlank()) node.put(field, value);
    }
}
