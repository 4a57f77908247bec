package skills.taxonomy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;

/** Loads titles that ESCO lacks: our own, female forms, everyday words. */
@Component
class TitleLoad {

    private static final String FOLDER = "content/taxonomy/titles/";
    private static final String GENDERED = FOLDER + "gendered-from-esco.csv.gz";
    private static final String COLLOQUIAL = FOLDER + "colloquial-own.csv";
    private static final String OWN = FOLDER + "own.csv";

    /**
     * An everyday title is linked only to an occupation whose name is at least so like its standard
     * name.
     */
    private static final double LIKE_ENOUGH = 0.55;

    private record Title(UUID occupation, String language, String title, String kind) {}

    private record Known(UUID occupation, String isco, String folded) {}

    private final SmallLoad small;
    private final JdbcClient jdbc;
    private final Authored authored;

    TitleLoad(SmallLoad small, JdbcClient jdbc, Authored authored) {
        this.small = small;
        this.jdbc = jdbc;
        this.authored = authored;
    }

    /** Again when the files, our own titles or ESCO changed. */
    void load() throws IOException {
        String esco =
                jdbc.sql("select coalesce(max(id), 0) from taxonomy_load where taxonomy = 'esco'")
                        .query(String.class)
                        .single();
        var own = new StringBuilder();
        authored.slugs()
                .forEach((slug, id) -> own.append(slug).append(id).append(authored.title(id)));
        String version =
                SmallLoad.digest(GENDERED, COLLOQUIAL, OWN)
                        + "-"
                        + Integer.toHexString(own.toString().hashCode())
                        + "-"
                        + esco;
        small.once("titles", version, this::rows);
    }

    private int rows() throws IOException {
        Set<Title> titles = new LinkedHashSet<>();
        authored.slugs()
                .forEach(
                        (slug, id) -> {
                            LocalizedText title = authored.title(id);
                            if (title == null) return;
                            titles.add(new Title(id.value(), "nl", title.nl(), "own"));
                            titles.add(new Title(id.value(), "en", title.en(), "own"));
                        });
        small.read(
                OWN,
                row -> {
                    OccupationId id = authored.slugs().get(row.need("slug"));
                    if (id == null)
                        throw new TableFile.Unusable("no occupation " + row.get("slug"));
                    titles.add(
                            new Title(
                                    id.value(),
                                    row.need("language"),
                                    row.need("title"),
                                    "colloquial"));
                },
                "title",
                "slug",
                "language");
        small.read(
                GENDERED,
                row ->
                        titles.add(
                                new Title(
                                        ConceptUri.id(row.needUri("esco_uri")),
                                        "nl",
                                        row.need("title"),
                                        "gendered")),
                "title",
                "esco_uri");
        List<Known> known = known();
        small.read(
                COLLOQUIAL,
                row -> {
                    UUID occupation =
                            occupationOf(row.get("standard_name"), row.get("isco08"), known);
                    if (occupation == null) return;
                    titles.add(new Title(occupation, "nl", row.need("title"), "colloquial"));
                    titles.add(
                            new Title(occupation, "nl", row.need("standard_name"), "colloquial"));
                },
                "title",
                "standard_name",
                "isco08");
        return write(titles);
    }

    private int write(Set<Title> titles) {
        jdbc.sql("delete from occupation_title").update();
        List<Title> all = new ArrayList<>(titles);
        return jdbc.sql(
                        """
                        insert into occupation_title (occupation, language, title, kind)
                        select t.occupation, t.language, t.title, t.kind
                        from unnest(:occupations::uuid[], :languages::text[], :titles::text[], :kinds::text[])
                             as t (occupation, language, title, kind)
                        join occupation o on o.id = t.occupation
                        on conflict do nothing
                        """)
                .param("occupations", all.stream().map(Title::occupation).toArray(UUID[]::new))
                .param("languages", all.stream().map(Title::language).toArray(String[]::new))
                .param("titles", all.stream().map(Title::title).toArray(String[]::new))
                .param("kinds", all.stream().map(Title::kind).toArray(String[]::new))
                .update();
    }

    private List<Known> known() {
        return jdbc.sql(
                        """
                        select l.occupation, o.isco, l.label from occupation_label l
                        join occupation o on o.id = l.occupation and o.gone_at is null
                        where l.language = 'nl' and l.kind in ('preferred', 'alternative')
                        order by l.kind = 'preferred' desc, l.occupation
                        """)
                .query(
                        (row, n) ->
                                new Known(
                                        row.getObject("occupation", UUID.class),
                                        row.getString("isco"),
                                        TitleText.fold(row.getString("label"))))
                .list();
    }

    /** The occupation that bears the name, else the one most like it in its group, else none. */
    private @Nullable UUID occupationOf(String standardName, String isco, List<Known> known) {
        String folded = TitleText.fold(standardName);
        var likeness = new TitleLikeness(folded);
        Map<UUID, Double> best = new HashMap<>();
        for (Known label : known) {
            boolean same = label.folded().equals(folded);
            if (same && label.isco().equals(isco)) return label.occupation();
            if (same || label.isco().equals(isco)) {
                double score =
                        (same ? 1 : likeness.to(label.folded()).score())
                                + (isOurs(label) ? 0.1 : 0);
                best.merge(label.occupation(), score, Math::max);
            }
        }
        return best.entrySet().stream()
                .filter(e -> e.getValue() >= LIKE_ENOUGH)
                .max(
                        Map.Entry.<UUID, Double>comparingByValue()
                                .thenComparing(e -> e.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private boolean isOurs(Known label) {
        return authored.title(new OccupationId(label.occupation())) != null;
    }
}
