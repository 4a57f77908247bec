package skills.passport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.platform.Templates;
import skills.platform.Words;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;
import tools.jackson.databind.json.JsonMapper;

/** Everything about one person as a zip: JSON for programs, and a page to read. */
@Component
class DataExport {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Templates templates;
    private final Skills skills;
    private final Occupations occupations;

    DataExport(Templates templates, Skills skills, Occupations occupations) {
        this.templates = templates;
        this.skills = skills;
        this.occupations = occupations;
    }

    /**
     * @param names of skills and occupations by the text of their id
     */
    record ReadableView(
            Map<String, Object> parts, Map<String, String> names, PartWords labels, Instant at) {}

    /** The parts as maps, lists, texts, numbers and truth values only. */
    Map<String, Object> plain(Map<String, Object> parts) {
        Map<String, Object> all = new LinkedHashMap<>();
        parts.forEach((name, part) -> all.put(name, plain(part)));
        return all;
    }

    byte[] zip(Map<String, Object> parts, Words words, PartWords labels, Instant at)
            throws IOException {
        Map<String, Object> plain = plain(parts);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(
                    zip,
                    words.t("me.readable"),
                    readable(plain, words, labels, at).getBytes(StandardCharsets.UTF_8));
            for (var part : plain.entrySet())
                add(
                        zip,
                        "data/" + part.getKey() + ".json",
                        JSON.writeValueAsBytes(part.getValue()));
        }
        return bytes.toByteArray();
    }

    /** How many things a part holds: rows of its lists, and one for each thing that comes once. */
    static int rows(@Nullable Object part) {
        return switch (part) {
            case null -> 0;
            case Map<?, ?> map ->
                    map.values().stream()
                            .mapToInt(
                                    v ->
                                            v instanceof List<?> l
                                                    ? l.size()
                                                    : v == null || v.equals("") ? 0 : 1)
                            .sum();
            case List<?> list -> list.size();
            default -> 1;
        };
    }

    private String readable(Map<String, Object> plain, Words words, PartWords labels, Instant at) {
        return templates.text(
                "passport/mydatafile",
                Map.of(
                        "words",
                        words,
                        "view",
                        new ReadableView(plain, names(plain, words), labels, at)));
    }

    private Map<String, String> names(Object plain, Words words) {
        Set<UUID> ids = new TreeSet<>();
        collect(plain, ids);
        Map<String, String> names = new HashMap<>();
        skills.all(ids.stream().map(SkillId::new).collect(Collectors.toList()))
                .forEach((id, skill) -> names.put(id.toString(), words.t(skill.name())));
        occupations
                .all(ids.stream().map(OccupationId::new).collect(Collectors.toList()))
                .forEach((id, occupation) -> names.put(id.toString(), words.t(occupation.name())));
        return names;
    }

    private static void collect(@Nullable Object plain, Set<UUID> ids) {
        switch (plain) {
            case Map<?, ?> map -> map.values().forEach(v -> collect(v, ids));
            case List<?> list -> list.forEach(v -> collect(v, ids));
            case String text when text.length() == 36 && text.charAt(8) == '-' -> {
                try {
                    ids.add(UUID.fromString(text));
                } catch (IllegalArgumentException noId) {
                    // a text of that length
                }
            }
            case null, default -> {}
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, Object> all = new LinkedHashMap<>();
                map.forEach((k, v) -> all.put(String.valueOf(k), plain(v)));
                yield all;
            }
            case Iterable<?> list when !(value instanceof java.nio.file.Path) -> {
                List<Object> all = new ArrayList<>();
                list.forEach(v -> all.add(plain(v)));
                yield all;
            }
            case Array array -> plain(elements(array));
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case java.sql.Timestamp at -> at.toInstant().toString();
            case java.sql.Date day -> day.toLocalDate().toString();
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            case Record record -> plain(JSON.convertValue(record, Object.class));
            case org.postgresql.util.PGobject object -> object.getValue();
            default -> value.toString();
        };
    }

    private static List<?> elements(Array array) {
        try {
            return List.of((Object[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
