package skills.taxonomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.text.ConceptIndex;
import skills.text.ConceptTexts;
import skills.text.Encoder;
import skills.text.RankWeights;
import skills.text.Taxonomy;

/**
 * Understands words: which occupations or skills a text in Dutch or English means, by a small model
 * trained on the texts of the taxonomies. Forgives spelling, compounds and the other language. The
 * model and the indexes are made at the first use and made again after a load of the taxonomy; each
 * instance has its own.
 */
@Component
public class TextMatcher {

    private static final Logger LOG = LoggerFactory.getLogger(TextMatcher.class);
    private static final String MODEL = "/content/model/words.bin";
    private static final int LONGEST = 400;

    /**
     * An occupation that fits a text.
     *
     * @param label the name that fits best, in Dutch or English
     * @param score 0 (nothing in common) to 1 (the same name); what is below .5 is often wrong
     */
    public record FoundOccupation(OccupationId id, String label, double score) {}

    /**
     * A skill that fits a text.
     *
     * @param label the name that fits best, in Dutch or English
     * @param score as of an occupation
     */
    public record FoundSkill(SkillId id, String label, double score) {}

    private final JdbcClient jdbc;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable Encoder encoder;
    private final PerLoad<ConceptIndex> occupations;
    private final PerLoad<ConceptIndex> skills;

    TextMatcher(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.occupations = index("occupation", RankWeights.TITLES);
        this.skills = index("skill", RankWeights.SKILLS);
    }

    private PerLoad<ConceptIndex> index(String what, RankWeights weights) {
        return new PerLoad<>(this, () -> TaxonomyLoads.newest(jdbc), () -> make(what, weights));
    }

    /**
     * The occupations that a title or a few words mean, best first. The first call after a start
     * waits until the index is made, some seconds.
     *
     * @param text more than 400 characters are cut
     * @param language of the reader: of two names that fit alike the one in it is given
     * @param limit at most so many, 0 to 100
     */
    public List<FoundOccupation> occupations(String text, Language language, int limit) {
        return occupations.now().search(cut(text), language.code(), limit).stream()
                .map(h -> new FoundOccupation(OccupationId.parse(h.id()), h.label(), h.score()))
                .toList();
    }

    /**
     * The same for who cannot wait: nothing while the index is not made, and it is being made from
     * then on.
     */
    List<FoundOccupation> occupationsAtOnce(String text, Language language, int limit) {
        if (occupations.isMade()) return occupations(text, language, limit);
        if (asked.compareAndSet(false, true))
            Thread.ofVirtual().name("words").start(occupations::now);
        return List.of();
    }

    /** The skills that a phrase or sentence means, best first; otherwise as occupations. */
    public List<FoundSkill> skills(String text, Language language, int limit) {
        return skills.now().search(cut(text), language.code(), limit).stream()
                .map(h -> new FoundSkill(SkillId.parse(h.id()), h.label(), h.score()))
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Only what was asked for before is made again. */
    @Scheduled(fixedDelay = 5000)
    void follow() {
        occupations.follow();
        skills.follow();
    }

    private ConceptIndex make(String what, RankWeights weights) {
        long start = System.nanoTime();
        ConceptIndex index = ConceptIndex.of(model(), entries(what), weights);
        LOG.info(
                "Words: {} of {}, index of {} MB made in {} ms",
                index.size(),
                what,
                index.bytes() / 1_000_000,
                (System.nanoTime() - start) / 1_000_000);
        return index;
    }

    /** One for the whole application: 20 MB. */
    private Encoder model() {
        Encoder known = encoder;
        if (known != null) return known;
        try (InputStream in = TextMatcher.class.getResourceAsStream(MODEL)) {
            if (in == null) throw new IllegalStateException(MODEL + " is missing in the build.");
            known = Encoder.read(in);
            encoder = known;
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ConceptIndex.Entry> entries(String what) {
        Map<String, List<ConceptIndex.Text>> texts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select l.WHAT as id, l.language, l.label from WHAT_label l join WHAT c on c.id = l.WHAT
                        where c.gone_at is null order by l.WHAT, l.language = 'de', l.kind <> 'preferred', l.label
                        """
                                .replace("WHAT", what))
                .query(
                        row -> {
                            String language = row.getString("language");
                            texts.computeIfAbsent(row.getString("id"), k -> new ArrayList<>())
                                    .add(ConceptIndex.Text.name(row.getString("label"), language));
                        });
        jdbc.sql(
                        """
                        select t.WHAT as id, t.description from WHAT_text t join WHAT c on c.id = t.WHAT
                        where c.gone_at is null and t.gone_at is null and t.description is not null
                        order by t.WHAT, t.language
                        """
                                .replace("WHAT", what))
                .query(
                        row -> {
                            List<ConceptIndex.Text> named = texts.get(row.getString("id"));
                            if (named != null)
                                named.add(
                                        ConceptIndex.Text.description(
                                                row.getString("description")));
                        });
        if (what.equals("skill"))
            phrases()
                    .forEach(
                            (uri, all) -> {
                                var known = texts.get(SkillId.of(uri).toString());
                                if (known != null)
                                    all.forEach(p -> known.add(ConceptIndex.Text.phrase(p)));
                            });
        Map<String, Integer> asked = what.equals("skill") ? asked() : Map.of();
        var entries = new ArrayList<ConceptIndex.Entry>();
        texts.forEach(
                (id, all) ->
                        entries.add(
                                new ConceptIndex.Entry(
                                        id, all, ConceptTexts.common(asked.getOrDefault(id, 0)))));
        return entries;
    }

    /** What vacancies say, by address of the skill. */
    private static Map<String, List<String>> phrases() {
        Map<String, List<String>> all = new HashMap<>();
        for (String language : List.of("nl", "en")) {
            String name = "skill-phrases_" + language + ".tsv";
            try (InputStream in = TextMatcher.class.getResourceAsStream("/content/" + name)) {
                if (in == null) throw new IllegalStateException(name + " is missing in the build.");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                Taxonomy.phrases(name, reader)
                        .forEach(
                                (uri, phrases) ->
                                        all.computeIfAbsent(uri, k -> new ArrayList<>())
                                                .addAll(phrases));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** How many occupations ask each skill. */
    private Map<String, Integer> asked() {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select skill, count(*) as occupations from occupation_skill group by skill")
                .query(
                        row -> {
                            counts.put(row.getString("skill"), row.getInt("occupations"));
                        });
        return counts;
    }
}
