package skills.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What an occupation asks and offers more, or less, than other work does: work styles, work values
 * and interests of O*NET, told through the crosswalk. For a person's own exploring only; never to
 * select people.
 *
 * <p>The ratings of one table rise and fall together: work that asks much of one style tends to ask
 * much of all. So a rating is held against other occupations first, and then against the
 * occupation's own ratings. With r(o, e) the rating of element e of a table in the O*NET occupation
 * o, and all means over what was rated:
 *
 * <pre>
 * z(o, e)       = (r(o, e) - mean of r(., e)) / standard deviation of r(., e)
 * leaning(o, e) = z(o, e) - mean of z(o, .) over the elements of the same table
 * </pre>
 *
 * 0 is as in most work; most lie between -1 and 1. Styles are rated by importance (IM, 1 to 5),
 * values by extent (EX, 1 to 7), interests by OI (1 to 7).
 */
@Repository
public class OnetLeanings {

    /** A table of O*NET. */
    public enum Table {
        STYLE,
        VALUE,
        INTEREST
    }

    /**
     * @param name in English, as O*NET has it; "Independence" is in two tables
     */
    public record Element(Table table, String name) {}

    /**
     * @param soc code of the O*NET occupation that is most like it and was rated
     * @param title of that occupation, in English
     * @param of leaning by element; what was not rated is left out
     */
    public record Leaning(String soc, String title, Map<Element, Double> of) {}

    /** All of one load. */
    private record Loaded(long load, Map<OccupationId, Leaning> all) {}

    private final JdbcClient jdbc;
    private final AtomicReference<Loaded> loaded = new AtomicReference<>(new Loaded(-1, Map.of()));

    OnetLeanings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the given occupations that have a counterpart in O*NET. */
    public Map<OccupationId, Leaning> of(Collection<OccupationId> occupations) {
        Map<OccupationId, Leaning> all = all();
        Map<OccupationId, Leaning> found = HashMap.newHashMap(occupations.size());
        for (OccupationId id : occupations) if (all.containsKey(id)) found.put(id, all.get(id));
        return found;
    }

    /** Every occupation with a counterpart; unchangeable, read again after another load. */
    public Map<OccupationId, Leaning> all() {
        long load =
                jdbc.sql("select coalesce(max(id), 0) from taxonomy_load where taxonomy = 'onet'")
                        .query(Long.class)
                        .single();
        Loaded known = loaded.get();
        if (known.load() == load) return known.all();
        Map<OccupationId, Leaning> read = read();
        loaded.set(new Loaded(load, read));
        return read;
    }

    private Map<OccupationId, Leaning> read() {
        // Many occupations share a counterpart: it is made once and shared.
        Map<String, Leaning> bySoc = new HashMap<>();
        Map<OccupationId, Leaning> all = new HashMap<>();
        jdbc.sql(
                        """
                        with rated as (
                            select kind, soc, name,
                                   (rating - avg(rating) over e) / nullif(stddev_pop(rating) over e, 0) as z
                            from onet_rating
                            where gone_at is null
                              and (kind, scale) in (('style', 'IM'), ('value', 'EX'), ('interest', 'OI'))
                            window e as (partition by kind, element)),
                        leaning as (
                            select soc, kind, name, z - avg(z) over (partition by kind, soc) as leaning
                            from rated where z is not null),
                        by_soc as (
                            select soc, count(*) as n, array_agg(kind order by kind, name) as kinds,
                                   array_agg(name order by kind, name) as names,
                                   array_agg(leaning::float8 order by kind, name) as leanings
                            from leaning group by soc)
                        select distinct on (c.occupation) c.occupation, c.soc, o.title, s.kinds, s.names, s.leanings
                        from onet_crosswalk c
                        join by_soc s on s.soc = c.soc
                        join onet_occupation o on o.soc = c.soc
                        where c.gone_at is null
                        order by c.occupation,
                                 array_position(array['exactMatch', 'closeMatch', 'narrowMatch', 'broadMatch'], c.match),
                                 s.n desc, c.soc
                        """)
                .query(
                        row -> {
                            String soc = row.getString("soc");
                            Leaning leaning = bySoc.get(soc);
                            if (leaning == null) {
                                leaning = leaning(row);
                                bySoc.put(soc, leaning);
                            }
                            all.put(
                                    new OccupationId(row.getObject("occupation", UUID.class)),
                                    leaning);
                        });
        return Map.copyOf(all);
    }

    private static Leaning leaning(ResultSet row) throws SQLException {
        var kinds = (String[]) row.getArray("kinds").getArray();
        var names = (String[]) row.getArray("names").getArray();
        var leanings = (Double[]) row.getArray("leanings").getArray();
        Map<Element, Double> of = HashMap.newHashMap(names.length);
        for (int i = 0; i < names.length; i++)
            of.put(
                    new Element(Table.valueOf(kinds[i].toUpperCase(Locale.ROOT)), names[i]),
                    leanings[i]);
        return new Leaning(row.getString("soc"), row.getString("title"), Map.copyOf(of));
    }
}
