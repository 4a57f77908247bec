package skills.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.LocalizedText;

/** What there is to search through: concepts with their labels, as the database has them now. */
@Repository
class SearchedTitles {

    /** What a hit shows. */
    record Concept(TitleSearch.Kind kind, String id, LocalizedText title, LocalizedText detail) {}

    private final JdbcClient jdbc;
    private final Authored authored;

    SearchedTitles(JdbcClient jdbc, Authored authored) {
        this.jdbc = jdbc;
        this.authored = authored;
    }

    /** Changes with every load that changed something. */
    String madeOf() {
        String loads =
                jdbc.sql("select coalesce(max(id), 0) || '-' || count(*) from taxonomy_load")
                        .query(String.class)
                        .single();
        // Our own titles change with the build, without a load.
        return loads + "-" + Integer.toHexString(authored.titles().hashCode());
    }

    Map<String, Concept> concepts() {
        var all = new HashMap<String, Concept>();
        jdbc.sql(
                        """
                        select o.id, coalesce(nl.name, en.name, o.uri) as nl, coalesce(en.name, nl.name, o.uri) as en,
                               coalesce(inl.name, ien.name, '') as isco_nl, coalesce(ien.name, inl.name, '') as isco_en
                        from occupation o
                        left join occupation_text nl on nl.occupation = o.id and nl.language = 'nl'
                        left join occupation_text en on en.occupation = o.id and en.language = 'en'
                        left join isco_group_text inl on inl.code = o.isco and inl.language = 'nl'
                        left join isco_group_text ien on ien.code = o.isco and ien.language = 'en'
                        where o.gone_at is null
                        """)
                .query(
                        row -> {
                            String id = row.getString("id");
                            LocalizedText own = authored.title(OccupationId.parse(id));
                            all.put(
                                    TitleSearch.Kind.OCCUPATION + "/" + id,
                                    new Concept(
                                            TitleSearch.Kind.OCCUPATION,
                                            id,
                                            own != null
                                                    ? own
                                                    : new LocalizedText(
                                                            Clean.capital(row.getString("nl")),
                                                            Clean.capital(row.getString("en"))),
                                            new LocalizedText(
                                                    row.getString("isco_nl"),
                                                    row.getString("isco_en"))));
                        });
        jdbc.sql(NEWEST + "select crebo, name, level, kind from newest")
                .query(
                        row -> {
                            String crebo = row.getString("crebo");
                            all.put(
                                    TitleSearch.Kind.QUALIFICATION + "/" + crebo,
                                    new Concept(
                                            TitleSearch.Kind.QUALIFICATION,
                                            crebo,
                                            LocalizedText.same(row.getString("name")),
                                            LocalizedText.same(
                                                    row.getInt("level")
                                                            + "|"
                                                            + row.getString("kind"))));
                        });
        return all;
    }

    List<TitleIndex.Label> labels() {
        var all = new ArrayList<TitleIndex.Label>();
        jdbc.sql(
                        """
                        select l.occupation, l.language, l.label, l.kind from occupation_label l
                        join occupation o on o.id = l.occupation
                        where o.gone_at is null and l.language in ('nl', 'en')
                        """)
                .query(
                        row -> {
                            String id = row.getString("occupation");
                            double written =
                                    authored.title(OccupationId.parse(id)) == null ? 0 : 0.05;
                            all.add(
                                    new TitleIndex.Label(
                                            TitleSearch.Kind.OCCUPATION + "/" + id,
                                            row.getString("label"),
                                            row.getString("language"),
                                            written + weight(row.getString("kind"))));
                        });
        // One hit for a name: the newest number of it. The older numbers find it too.
        jdbc.sql(
                        NEWEST
                                + """
                        select n.crebo, n.name as label, 0 as number from newest n
                        union all
                        select n.crebo, q.crebo, 1 from newest n join qualification q on lower(q.name) = lower(n.name)
                        """)
                .query(
                        row -> {
                            all.add(
                                    new TitleIndex.Label(
                                            TitleSearch.Kind.QUALIFICATION
                                                    + "/"
                                                    + row.getString("crebo"),
                                            row.getString("label"),
                                            "nl",
                                            row.getInt("number") == 1 ? 0 : 0.035));
                        });
        return all;
    }

    private static final String NEWEST =
            """
            with newest as (
                select distinct on (lower(name)) crebo, name, level, kind from qualification
                order by lower(name), valid_from desc nulls first, crebo desc)
            """;

    private static double weight(String kind) {
        return switch (kind) {
            case "own" -> 0.05;
            case "preferred" -> 0.04;
            case "colloquial" -> 0.03;
            case "hidden" -> -0.02;
            default -> 0;
        };
    }
}
