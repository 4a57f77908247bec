package skills.vacancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places in the Netherlands and Belgium, by name or by postcode. */
@Repository
public class Places {

    /** "1118", "11", "1118 AB", "1118ab Schiphol", "B-9000". */
    private static final Pattern POSTCODE =
            Pattern.compile(
                    "(?:(b|nl)[\\s-]*)?(\\d{1,4})(?:\\s?([a-z]{2})\\b.*|\\s.*)?",
                    Pattern.CASE_INSENSITIVE);

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Place> find(String id) {
        return jdbc.sql(
                        """
                        select id, case when kind = 'POSTCODE' then postcode end as postcode,
                               name, municipality, province, lat, lon
                        from place where id = :id
                        """)
                .param("id", id)
                .query(Places::place)
                .optional();
    }

    /**
     * Finds places while somebody types: a postcode (with or without letters, or its first digits),
     * a town or a municipality. Capitals and accents do not matter. What stands in no name as typed
     * is looked up with room for a typing error.
     *
     * @param limit most places to return, 1 to 50
     * @return best first; empty when the text is blank or nothing looks like it
     */
    public List<Place> search(String text, int limit) {
        if (limit < 1 || limit > 50) throw new IllegalArgumentException("limit " + limit);
        // A longer text is no place; it would only cost time.
        String typed = text.strip();
        if (typed.length() > 80) return List.of();
        Matcher postcode = POSTCODE.matcher(typed);
        if (postcode.matches()) {
            boolean dutch = postcode.group(3) != null || "nl".equalsIgnoreCase(postcode.group(1));
            boolean belgian = "b".equalsIgnoreCase(postcode.group(1));
            return byPostcode(postcode.group(2), dutch ? "NL" : belgian ? "BE" : "", limit);
        }
        int comma = typed.indexOf(',');
        String name = Folded.fold(comma > 0 ? typed.substring(0, comma) : typed);
        String hint = comma > 0 ? Folded.fold(typed.substring(comma)) : "";
        return name.isEmpty() ? List.of() : byName(name, hint, limit);
    }

    private List<Place> byPostcode(String digits, String country, int limit) {
        return jdbc.sql(
                        """
                        select id, postcode, name, municipality, province, lat, lon
                        from place
                        where kind = 'POSTCODE' and postcode like :digits || '%'
                          and (:country = '' or country = :country)
                        order by country desc, postcode, name
                        limit :limit
                        """)
                .param("digits", digits)
                .param("country", country)
                .param("limit", limit)
                .query(Places::place)
                .list();
    }

    /**
     * Whole name before beginning before part; only when there is none of these, what looks like
     * it.
     */
    private List<Place> byName(String name, String hint, int limit) {
        return jdbc.sql(
                        """
                        with hit as (
                            select p.id, max(case when n.folded = :name then 4
                                                  when n.folded like :name || '%' then 3
                                                  when n.folded like '% ' || :name || '%' then 2
                                                  else similarity(n.folded, :name) end) as score
                            from place_name n join place p on p.id = n.place and p.kind <> 'POSTCODE'
                            where n.folded like :name || '%'
                               or n.folded like '% ' || :name || '%'
                               or (length(:name) > 3 and n.folded % :name)
                            group by p.id)
                        select p.id, null as postcode, p.name, p.municipality, p.province, p.lat, p.lon
                        from hit join place p on p.id = hit.id
                        where hit.score >= 2
                           or (hit.score >= 0.4 and not exists (select from hit where score >= 2))
                        order by hit.score desc,
                                 (:hint <> '' and position(:hint in lower(p.municipality || ' ' || p.province)) > 0) desc,
                                 p.weight desc, p.country desc, p.name, p.id
                        limit :limit
                        """)
                .param("name", name)
                .param("hint", hint)
                .param("limit", limit)
                .query(Places::place)
                .list();
    }

    /** All towns, municipalities and postcodes, for one who looks up thousands of them. */
    List<PlaceRow> all() {
        return jdbc.sql(
                        """
                        select p.*, array(select folded from place_name where place = p.id) as folded
                        from place p
                        """)
                .query(
                        (r, n) ->
                                new PlaceRow(
                                        r.getString("id"),
                                        PlaceRow.Kind.valueOf(r.getString("kind")),
                                        r.getString("country"),
                                        r.getString("postcode"),
                                        r.getString("name"),
                                        r.getString("municipality"),
                                        r.getString("province"),
                                        r.getDouble("lat"),
                                        r.getDouble("lon"),
                                        r.getInt("weight"),
                                        java.util.Set.of(
                                                (String[]) r.getArray("folded").getArray())))
                .list();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(
                row.getString("id"),
                row.getString("name"),
                row.getString("municipality"),
                row.getString("province"),
                row.getDouble("lat"),
                row.getDouble("lon"),
                row.getString("postcode"));
    }
}
