package skills.vacancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skills;
import skills.taxonomy.Skillset;
import skills.text.SkillSpans;
import skills.text.Taxonomy;

/** Reads which skills the text of a vacancy asks, each with the words that say so. */
@Component
class SkillReader {

    /** No vacancy really asks more; what weighs less is more often read wrongly. */
    static final int MOST = 16;

    private static final int LONGEST_SAID = 160;

    private final JdbcClient jdbc;
    private final Skills skills;
    private final SkillTable table;

    SkillReader(JdbcClient jdbc, Skills skills, SkillTable table) {
        this.jdbc = jdbc;
        this.skills = skills;
        this.table = table;
    }

    /** Something to read many texts with; it holds all names in memory, so let it go after use. */
    Reading reading() {
        return new Reading();
    }

    /** Used by several threads at once. */
    final class Reading {

        private final Skillset skillset = table.now();
        private final Map<String, SkillSpans> spans = new ConcurrentHashMap<>();
        private final Map<OccupationId, Set<String>> expected = new ConcurrentHashMap<>();

        /**
         * @param language of the text; without names in it nothing is found
         * @param text lines, a heading a line of its own
         * @param occupation what the job is, where that is known: its skills are expected
         * @return in the order of the text, each skill once
         */
        List<Requirement> read(String language, String text, @Nullable OccupationId occupation) {
            return SkillSpans.once(spans(language, text, occupation)).stream()
                    .sorted(Comparator.comparingDouble(s -> -s.weight()))
                    .limit(MOST)
                    .sorted(Comparator.comparingInt(SkillSpans.Span::start))
                    .map(
                            s ->
                                    Requirement.extracted(
                                            new SkillId(UUID.fromString(s.id())),
                                            s.must(),
                                            said(text.substring(s.start(), s.end()))))
                    .toList();
        }

        /** Every place where the text asks a skill, in no order. */
        List<SkillSpans.Span> spans(
                String language, String text, @Nullable OccupationId occupation) {
            return spans.computeIfAbsent(language, SkillReader.this::spans)
                    .find(text, expected(occupation));
        }

        private Set<String> expected(@Nullable OccupationId occupation) {
            int number = occupation == null ? -1 : skillset.at(occupation);
            if (number < 0) return Set.of();
            return expected.computeIfAbsent(
                    occupation,
                    o ->
                            IntStream.concat(
                                            IntStream.of(skillset.essential(number)),
                                            IntStream.of(skillset.useful(number)))
                                    .mapToObj(s -> skillset.skill(s).value().toString())
                                    .collect(Collectors.toSet()));
        }
    }

    private static String said(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_SAID ? line : line.substring(0, LONGEST_SAID - 1) + "…";
    }

    private SkillSpans spans(String language) {
        List<SkillSpans.Name> names = names(language);
        if (!language.equals("nl")) return SkillSpans.english(names);
        names.addAll(phrases());
        return SkillSpans.dutch(names);
    }

    /**
     * All names of one language, our own included; of others than Dutch and English there are none.
     */
    List<SkillSpans.Name> names(String language) {
        Map<SkillId, List<String>> written = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select skill, label from skill_label
                        where language = :language and kind in ('preferred', 'alternative')
                        """)
                .param("language", language)
                .query(
                        row -> {
                            written.computeIfAbsent(
                                            new SkillId(row.getObject(1, UUID.class)),
                                            k -> new ArrayList<>(4))
                                    .add(row.getString(2));
                        });
        Map<SkillId, Skill> all = skills.all(written.keySet());
        List<SkillSpans.Name> names = new ArrayList<>();
        written.forEach(
                (id, labels) -> {
                    Skill skill = all.get(id);
                    if (skill != null)
                        labels.add(language.equals("en") ? skill.name().en() : skill.name().nl());
                    labels.stream()
                            .distinct()
                            .forEach(
                                    label ->
                                            names.add(
                                                    new SkillSpans.Name(
                                                            id.value().toString(), label, false)));
                });
        return names;
    }

    /** What vacancies say for a skill whose name says it otherwise: our own list. */
    private static List<SkillSpans.Name> phrases() {
        String file = "skill-phrases_nl.tsv";
        // Asked for by worker threads too, which do not see inside the jar by themselves.
        var resource = new ClassPathResource("content/" + file, SkillReader.class.getClassLoader());
        Map<String, List<String>> phrases;
        try (var in = resource.getInputStream()) {
            phrases =
                    Taxonomy.phrases(
                            file,
                            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, SkillSpans.Name> all = new HashMap<>();
        phrases.forEach(
                (uri, said) -> {
                    String id = SkillId.of(uri).value().toString();
                    for (String phrase : said)
                        if (all.put(phrase, new SkillSpans.Name(id, phrase, true)) != null)
                            throw new IllegalStateException(file + ": twice: " + phrase);
                });
        return List.copyOf(all.values());
    }
}
