package skills.vacancy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
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
        String lines = text;
        char delimiter = 0;
        // Excel's own way to name the delimiter, in a first line.
        if (lines.regionMatches(true, 0, "sep=", 0, 4) && lines.length() > 5) {
            delimiter = lines.charAt(4);
            lines = lines.substring(lines.indexOf('\n') + 1);
        }
        int skipped = lines.length() == text.length() ? 0 : 1;
        String header = lines.lines().findFirst().orElse("");
        if (delimiter == 0) delimiter = delimiter(header);
        List<VacancyFile.Row> rows = new ArrayList<>();
        Map<String, Integer> columns = Map.of();
        long at = 1;
        var format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get();
        try (var records = format.parse(new StringReader(lines))) {
            for (CSVRecord record : records) {
                long line = at + skipped;
                at = records.getCurrentLineNumber() + 1;
                if (record.getRecordNumber() == 1) columns = columns(name, record);
                else rows.add(row(record, columns, line));
            }
        } catch (UncheckedIOException | IOException e) {
            if (columns.isEmpty()) throw notCsv(name, e);
            // A quote that never closes swallows the rest: nothing behind it can be trusted.
            rows.add(
                    new VacancyFile.Row.Bad(
                            at + skipped,
                            "a quotation mark opens or closes in the wrong place; nothing from here on was read",
                            ""));
        }
        if (columns.isEmpty()) throw notCsv(name, null);
        return rows;
    }

    private static ImportFailed notCsv(String name, @Nullable Exception cause) {
        return new ImportFailed(
                name
                        + " is neither JSON, nor a web page, nor CSV with a column 'title' or 'titel'.",
                cause);
    }

    private static char delimiter(String header) {
        char best = ',';
        for (char c : new char[] {';', '\t', '|'})
            if (count(header, c) > count(header, best)) best = c;
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static Map<String, Integer> columns(String name, CSVRecord header) throws ImportFailed {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String folded = Folded.fold(header.get(i));
            for (var column : COLUMNS.entrySet())
                if (column.getValue().contains(folded)) found.putIfAbsent(column.getKey(), i);
        }
        if (!found.containsKey("title")) throw notCsv(name, null);
        return found;
    }

    private static VacancyFile.Row row(CSVRecord record, Map<String, Integer> columns, long line) {
        String text = String.join(" | ", record.toList());
        int needed = columns.values().stream().max(Integer::compare).orElse(0);
        if (record.size() <= columns.get("title"))
            return new VacancyFile.Row.Bad(line, "the row ends before its title", text);
        if (record.size() > needed + 1 && record.size() > 2 * columns.size() + 5) {
            return new VacancyFile.Row.Bad(
                    line,
                    "more cells than columns: is a text with the delimiter in it not quoted?",
                    text);
        }
        return new VacancyFile.Row.Read(line, posting(record, columns));
    }

    /** The row as the JobPosting that it stands for, so that one reader checks them all. */
    private static ObjectNode posting(CSVRecord record, Map<String, Integer> columns) {
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

    private static String cell(CSVRecord record, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null || at >= record.size() ? "" : record.get(at);
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isBlank()) node.put(field, value);
    }
}
