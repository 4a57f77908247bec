package skills.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.kernel.Language;

/** Finds occupations and qualifications by what people call them. */
@Component
public class TitleSearch {

    /** What a hit is. */
    public enum Kind {
        OCCUPATION,
        QUALIFICATION
    }

    /**
     * One concept that was found.
     *
     * @param id uuid of the occupation, or crebo number of the qualification
     * @param also the label that matched, where it is another one than the title
     * @param detail what tells it apart: of a qualification "level|kind", such as 4|middenkaderopleiding;
     *     of an occupation its ISCO group in words
     */
    public record Hit(Kind kind, String id, String title, @Nullable String also, String detail) {

        /** Level of a qualification, 1 to 4; 0 for an occupation. */
        public int level() {
            return kind == Kind.QUALIFICATION ? detail.charAt(0) - '0' : 0;
        }
    }

    /** @param alsoSearched what was searched for instead, when a word had to be corrected */
    public record Found(List<Hit> hits, @Nullable String alsoSearched) {

        public static final Found NOTHING = new Found(List.of(), null);

        public Found {
            hits = List.copyOf(hits);
        }
    }

    private final JdbcClient jdbc;
    private final Qualifications qualifications;

    TitleSearch(JdbcClient jdbc, Qualifications qualifications) {
        this.jdbc = jdbc;
        this.qualifications = qualifications;
    }

    /**
     * Searches while somebody types: the last word may be half.
     *
     * @param text what was typed; fewer than two letters finds nothing, more than 100 are cut
     * @param limit at most so many hits, 1 to 50
     */
    public Found search(String text, Language language, int limit) {
        String plain = Clean.label(text).toLowerCase(java.util.Locale.ROOT);
        if (plain.length() < 2) return Found.NOTHING;
        var hits = new java.util.ArrayList<Hit>();
        hits.addAll(jdbc.sql(
                        """
                        select o.occupation::text as id, o.name from occupation_text o
                        where o.language = :language and position(:text in lower(o.name)) > 0
                        order by position(:text in lower(o.name)), length(o.name) limit :limit
                        """)
                .param("text", plain)
                .param("language", language.code())
                .param("limit", limit)
                .query((row, n) -> new Hit(Kind.OCCUPATION, row.getString("id"), row.getString("name"), null, ""))
                .list());
        qualifications.search(plain, limit).forEach(q ->
                hits.add(new Hit(Kind.QUALIFICATION, q.crebo(), q.name(), null, q.level() + "|" + q.kind())));
        return new Found(hits.stream().limit(limit).toList(), null);
    }
}
