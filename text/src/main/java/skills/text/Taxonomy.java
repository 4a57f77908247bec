package skills.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * ESCO as texts, read from the files of its CSV download (plain or .gz): occupations, groups of
 * occupations and skills in Dutch, English and German, and which skills are essential to which
 * occupation. Training, benches and tests read it; the application has its own from the database.
 *
 * @param concepts by URI, in the order of the files
 * @param asked for a skill how many occupations ask it, essential or not
 * @param essential for an occupation the URIs of the skills it cannot do without
 */
public record Taxonomy(
        Map<String, Concept> concepts,
        Map<String, List<String>> essential,
        Map<String, Integer> asked) {

    /** In which languages there are texts. */
    public static final List<String> LANGUAGES = List.of("nl", "en", "de");

    /** Under this name, beside the languages, stand the phrases that we wrote ourselves. */
    public static final String OWN = "own";

    /**
     * What vacancies say for skills, from our own list: address of the skill, name, phrases parted
     * by semicolons; lines with # are remarks.
     *
     * @param file its name, for the sentence of the error
     * @return phrases by address
     * @throws IllegalStateException when a line has not these three
     */
    public static Map<String, List<String>> phrases(String file, BufferedReader from)
            throws IOException {
        var all = new LinkedHashMap<String, List<String>>();
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith("#")) continue;
            String[] cells = line.split("\t", -1);
            if (cells.length != 3)
                throw new IllegalStateException(file + ": three fields, not: " + line);
            if (cells[0].equals("uri")) continue;
            all.computeIfAbsent(cells[0], k -> new ArrayList<>())
                    .addAll(List.of(cells[2].split("\\s*;\\s*")));
        }
        return all;
    }

    /** The concepts of one kind, in their order. */
    public List<Concept> of(Concept.Kind kind) {
        return concepts.values().stream().filter(c -> c.kind() == kind).toList();
    }

    /**
     * @param folder where occupations_nl.csv.gz and the others lie; a file that is missing is
     *     passed over
     * @throws IOException when there is no file of ESCO in the folder or one cannot be read
     */
    public static Taxonomy read(Path folder) throws IOException {
        var building = new LinkedHashMap<String, Building>();
        boolean any = false;
        for (String language : LANGUAGES) {
            any |=
                    labels(
                            folder,
                            "occupations_" + language,
                            Concept.Kind.OCCUPATION,
                            language,
                            building);
            any |= labels(folder, "skills_" + language, Concept.Kind.SKILL, language, building);
            any |=
                    labels(
                            folder,
                            "ISCOGroups_" + language,
                            Concept.Kind.OCCUPATION_GROUP,
                            language,
                            building);
        }
        if (!any) throw new IOException("No file of ESCO in " + folder + ".");
        var essential = new LinkedHashMap<String, List<String>>();
        var asked = new HashMap<String, Integer>();
        Path relations = file(folder, "occupationSkillRelations_en.csv");
        if (relations != null)
            rows(
                    relations,
                    row -> {
                        asked.merge(row.get("skillUri"), 1, Integer::sum);
                        if (row.get("relationType").equals("essential"))
                            essential
                                    .computeIfAbsent(
                                            row.get("occupationUri"), k -> new ArrayList<>())
                                    .add(row.get("skillUri"));
                    });
        for (String language : List.of("nl", "en")) {
            String name = "skill-phrases_" + language + ".tsv";
            Path phrases = file(folder.resolve("../.."), name);
            if (phrases == null) continue;
            try (BufferedReader reader = reader(phrases)) {
                phrases(name, reader)
                        .forEach(
                                (uri, all) -> {
                                    Building b = building.get(uri);
                                    if (b != null)
                                        b.labels
                                                .computeIfAbsent(OWN, k -> new LinkedHashSet<>())
                                                .addAll(all);
                                });
            }
        }
        var concepts = new LinkedHashMap<String, Concept>();
        building.forEach((uri, b) -> concepts.put(uri, b.concept(uri)));
        return new Taxonomy(concepts, essential, asked);
    }

    private static final class Building {
        private final Concept.Kind kind;
        private String group = "";
        private final Map<String, Set<String>> labels = new LinkedHashMap<>();
        private final Map<String, String> descriptions = new LinkedHashMap<>();

        Building(Concept.Kind kind) {
            this.kind = kind;
        }

        Concept concept(String uri) {
            var lists = new LinkedHashMap<String, List<String>>();
            labels.forEach((language, all) -> lists.put(language, List.copyOf(all)));
            return new Concept(uri, kind, group, lists, descriptions);
        }
    }

    private static boolean labels(
            Path folder, String name, Concept.Kind kind, String language, Map<String, Building> all)
            throws IOException {
        Path file = file(folder, name + ".csv");
        if (file == null) return false;
        rows(
                file,
                row -> {
                    String uri = row.get("conceptUri");
                    Building b = all.computeIfAbsent(uri, k -> new Building(kind));
                    if (row.isMapped("iscoGroup")) b.group = row.get("iscoGroup");
                    else if (row.isMapped("code") && kind == Concept.Kind.OCCUPATION_GROUP)
                        b.group = row.get("code");
                    Set<String> labels =
                            b.labels.computeIfAbsent(language, k -> new LinkedHashSet<>());
                    for (String column : List.of("preferredLabel", "altLabels", "hiddenLabels"))
                        if (row.isSet(column)) split(row.get(column), labels);
                    if (row.isSet("description")) {
                        String text = clean(row.get("description"));
                        if (!text.isEmpty()) b.descriptions.put(language, text);
                    }
                });
        return true;
    }

    private static void split(String field, Set<String> to) {
        for (String part : field.split("[\\r\\n]+| \\| ")) {
            String label = clean(part);
            if (!label.isEmpty()) to.add(label);
        }
    }

    /** Single plain spaces, nothing invisible. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cf}\\uFEFF]", "")
                .replaceAll("[\\s\\u00A0\\u0085\\u2000-\\u200A\\u2028\\u2029\\u202F\\u3000]+", " ")
                .strip();
    }

    static @Nullable Path file(Path folder, String name) {
        for (String ending : List.of("", ".gz")) {
            Path file = folder.resolve(name + ending);
            if (Files.isRegularFile(file)) return file;
        }
        return null;
    }

    static BufferedReader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) in = new GZIPInputStream(in, 1 << 16);
        return new BufferedReader(
                new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    }

    static void rows(Path file, Consumer<CSVRecord> each) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var reader = reader(file);
                var parser = format.parse(reader)) {
            for (CSVRecord row : parser) each.accept(row);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
