package skills.taxonomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What O*NET knows about an occupation: figures from the United States, told through the crosswalk.
 */
@Repository
public class OnetFacts {

    private static final int TOP = 10;

    /**
     * How much a skill of O*NET counts in an occupation.
     *
     * @param name in English, as O*NET has it
     * @param importance 1 to 5
     * @param level 0 to 7
     */
    public record Rating(String name, double importance, double level) {}

    /**
     * @param soc code of the O*NET occupation that is most like it
     * @param match how like: exactMatch, closeMatch, broadMatch or narrowMatch
     * @param jobZone 1 little or no preparation, to 5 extensive preparation; 0 when not known
     * @param topSkills the ten most important, most important first
     * @param related ESCO occupations that are like those which O*NET calls related, closest first
     */
    public record Facts(
            String soc,
            String title,
            String match,
            int jobZone,
            List<Rating> topSkills,
            List<OccupationId> related) {}

    private record Link(String soc, String title, String match, int zone) {}

    private final JdbcClient jdbc;

    OnetFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the crosswalk has no link for the occupation. */
    public Optional<Facts> of(OccupationId occupation) {
        return jdbc.sql(
                        """
                        select c.soc, o.title, c.match, coalesce(z.zone, 0) as zone
                        from onet_crosswalk c
                        join onet_occupation o on o.soc = c.soc
                        left join onet_job_zone z on z.soc = c.soc and z.gone_at is null
                        where c.occupation = :id and c.gone_at is null
                        order by array_position(array['exactMatch', 'closeMatch', 'narrowMatch', 'broadMatch'], c.match),
                                 z.zone is null, c.soc
                        limit 1
                        """)
                .param("id", occupation.value())
                .query(
                        (row, n) ->
                                new Link(
                                        row.getString("soc"),
                                        row.getString("title"),
                                        row.getString("match"),
                                        row.getInt("zone")))
                .optional()
                .map(
                        l ->
                                new Facts(
                                        l.soc(),
                                        l.title(),
                                        l.match(),
                                        l.zone(),
                                        topSkills(l.soc()),
                                        related(l.soc(), occupation)));
    }

    /**
     * How much preparation each occupation takes, by the same link as {@link #of}: 1 little or
     * none, to 5 extensive. Occupations of which it is not known are left out.
     */
    public Map<OccupationId, Integer> jobZones() {
        Map<OccupationId, Integer> zones = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (c.occupation) c.occupation, z.zone
                        from onet_crosswalk c
                        join onet_occupation o on o.soc = c.soc
                        left join onet_job_zone z on z.soc = c.soc and z.gone_at is null
                        where c.gone_at is null
                        order by c.occupation,
                                 array_position(array['exactMatch', 'closeMatch', 'narrowMatch', 'broadMatch'], c.match),
                                 z.zone is null, c.soc
                        """)
                .query(
                        row -> {
                            int zone = row.getInt("zone");
                            if (zone > 0)
                                zones.put(
                                        new OccupationId(row.getObject("occupation", UUID.class)),
                                        zone);
                        });
        return zones;
    }

    private List<Rating> topSkills(String soc) {
        return jdbc.sql(
                        """
                        select i.name, i.rating as importance, coalesce(l.rating, 0) as level
                        from onet_rating i
                        left join onet_rating l on l.kind = i.kind and l.soc = i.soc and l.element = i.element
                             and l.scale = 'LV' and l.gone_at is null
                        where i.kind = 'skill' and i.soc = :soc and i.scale = 'IM' and i.gone_at is null
                        order by i.rating desc, l.rating desc, i.element limit :top
                        """)
                .param("soc", soc)
                .param("top", TOP)
                .query(Rating.class)
                .list();
    }

    private List<OccupationId> related(String soc, OccupationId self) {
        return jdbc
                .sql(
                        """
                        select c.occupation
                        from onet_related r join onet_crosswalk c on c.soc = r.related and c.gone_at is null
                        join occupation o on o.id = c.occupation and o.gone_at is null
                        where r.soc = :soc and r.gone_at is null and c.occupation <> :self
                        group by c.occupation
                        order by min(r.place), bool_or(c.match = 'exactMatch') desc, c.occupation
                        """)
                .param("soc", soc)
                .param("self", self.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(OccupationId::new)
                .toList();
    }
}
