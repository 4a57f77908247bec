package skills.vacancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.text.SkillSpans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Holds what is read from vacancies against bench/annotations/vacancies-nl.tsv. */
final class Extraction {

    /**
     * Counts of one half.
     *
     * @param right skills of a text that are among the annotated ones
     * @param read skills that were read
     * @param asked skills that were annotated
     * @param placed annotated places that overlap one with the same skill
     * @param places annotated places
     * @param needs of the places with the same skill, those with the right need
     */
    record Counts(int texts, int right, int read, int asked, int placed, int places, int needs) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        double precision() {
            return (double) right / read;
        }

        double recall() {
            return (double) right / asked;
        }

        double needRight() {
            return (double) needs / placed;
        }

        Counts plus(Counts o) {
            return new Counts(
                    texts + o.texts,
                    right + o.right,
                    read + o.read,
                    asked + o.asked,
                    placed + o.placed,
                    places + o.places,
                    needs + o.needs);
        }

        Map<String, Object> figures() {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("texts", texts);
            figures.put("precision", rounded(precision()));
            figures.put("recall", rounded(recall()));
            figures.put("f1", rounded(2. * right / (read + asked)));
            figures.put("placeRecall", rounded((double) placed / places));
            figures.put("needRight", rounded(needRight()));
            return figures;
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.;
        }
    }

    private record Annotation(int start, int end, String skill, boolean must, String half) {}

    private static final Pattern BLOCK =
            Pattern.compile("(?i)</?(p|br|li|ul|ol|div|h\\d|tr|td|table)\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&[a-z]+;|&#\\d+;");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Counts> halves = new HashMap<>();

    private Extraction() {}

    /**
     * @param reader of a text and, where the title tells, its occupation
     */
    static Extraction of(
            Path vacancies,
            BiFunction<String, OccupationId, List<SkillSpans.Span>> reader,
            OccupationGuess guess)
            throws IOException {
        Map<String, List<Annotation>> annotated = annotations();
        var all = new Extraction();
        try (var in = new GZIPInputStream(Files.newInputStream(vacancies));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                List<Annotation> asked = annotated.get(hash(line));
                if (asked == null) continue;
                JsonNode vacancy = JSON.readTree(line);
                var mapped = guess.guess(vacancy.path("title").asString(), "nl");
                OccupationId job = mapped == null ? null : mapped.id();
                String text = masked(vacancy.path("description").asString());
                all.halves.merge(
                        asked.getFirst().half(),
                        compare(text, asked, reader.apply(text, job)),
                        Counts::plus);
            }
        }
        return all;
    }

    Counts of(String half) {
        return halves.getOrDefault(half, Counts.NONE);
    }

    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("all", of("dev").plus(of("test")).figures());
        figures.put("dev", of("dev").figures());
        figures.put("test", of("test").figures());
        return figures;
    }

    /** What to beat: a skill is read where its name stands in the text, letter by letter. */
    static List<SkillSpans.Span> literally(List<SkillSpans.Name> names, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<SkillSpans.Span> found = new ArrayList<>();
        for (SkillSpans.Name name : names) {
            String asked = name.text().toLowerCase(Locale.ROOT);
            for (int at = lower.indexOf(asked); at >= 0; at = lower.indexOf(asked, at + 1)) {
                int end = at + asked.length();
                boolean whole =
                        (at == 0 || !Character.isLetter(lower.charAt(at - 1)))
                                && (end == lower.length()
                                        || !Character.isLetter(lower.charAt(end)));
                if (whole) found.add(new SkillSpans.Span(name.id(), at, end, true, 1));
            }
        }
        return found;
    }

    private static Counts compare(
            String text, List<Annotation> asked, List<SkillSpans.Span> found) {
        Set<String> read = new HashSet<>();
        found.forEach(f -> read.add(f.id()));
        Set<String> wanted = new HashSet<>();
        asked.forEach(a -> wanted.add(a.skill()));
        Set<String> right = new HashSet<>(read);
        right.retainAll(wanted);
        int placed = 0;
        int needs = 0;
        for (Annotation a : asked)
            for (SkillSpans.Span f : found)
                if (f.id().equals(a.skill())
                        && text.codePointCount(0, f.start()) < a.end()
                        && a.start() < text.codePointCount(0, f.end())) {
                    placed++;
                    if (f.must() == a.must()) needs++;
                    break;
                }
        return new Counts(1, right.size(), read.size(), wanted.size(), placed, asked.size(), needs);
    }

    private static Map<String, List<Annotation>> annotations() throws IOException {
        Map<String, List<Annotation>> all = new HashMap<>();
        for (String line :
                Files.readAllLines(Path.of("../bench/annotations/vacancies-nl.tsv")).stream()
                        .skip(1)
                        .toList()) {
            String[] f = line.split("\t");
            all.computeIfAbsent(f[0], k -> new ArrayList<>())
                    .add(
                            new Annotation(
                                    Integer.parseInt(f[1]),
                                    Integer.parseInt(f[2]),
                                    SkillId.of(f[3]).value().toString(),
                                    f[4].equals("must"),
                                    f[5]));
        }
        return all;
    }

    private static String hash(String line) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, 12).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Markup as spaces and line ends, so that every letter stays at its place. */
    static String masked(String raw) {
        String lines =
                BLOCK.matcher(raw).replaceAll(m -> "\n" + " ".repeat(m.group().length() - 1));
        String plain = TAG.matcher(lines).replaceAll(m -> " ".repeat(m.group().length()));
        return ENTITY.matcher(plain)
                .replaceAll(
                        m -> {
                            String letter = Parser.unescapeEntities(m.group(), false);
                            String one =
                                    letter.length() == 1 && letter.charAt(0) != 0xa0 ? letter : " ";
                            return java.util.regex.Matcher.quoteReplacement(
                                    one + " ".repeat(m.group().length() - 1));
                        });
    }
}
