package skills.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.taxonomy.OccupationId;

/** How many vacancies each occupation has in a region, now and a year ago. */
@Repository
public class RegionOpenings {

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Clock clock;

    RegionOpenings(JdbcClient jdbc, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** The occupations with at least one vacancy on one of the two days. */
    public Map<OccupationId, Outlook> of(Region region) {
        LocalDate today = Today.of(clock);
        Map<OccupationId, Integer> now = openOn(today, region);
        Map<OccupationId, Integer> before = openOn(today.minusYears(1), region);
        Set<OccupationId> all = new HashSet<>(now.keySet());
        all.addAll(before.keySet());
        Map<OccupationId, Outlook> found = new HashMap<>();
        for (OccupationId o : all)
            found.put(o, Outlook.of(now.getOrDefault(o, 0), before.getOrDefault(o, 0), today));
        return found;
    }

    private Map<OccupationId, Integer> openOn(LocalDate day, Region region) {
        Map<OccupationId, Integer> found = new HashMap<>();
        boolean everywhere = region instanceof Region.Everywhere;
        Predicate<Point> in = regions.in(region);
        // Vacancies of one town stand at one point, so that few rows come back.
        Map<Point, Boolean> inside = new HashMap<>();
        jdbc.sql(
                        "select v.occupation, v.lat, v.lon, count(*) as openings from vacancy v where v.occupation is not null and"
                                + Vacancies.OPEN
                                + "group by v.occupation, v.lat, v.lon")
                .param("day", day)
                .query(
                        row -> {
                            Double lat = row.getObject("lat", Double.class);
                            Double lon = row.getObject("lon", Double.class);
                            boolean counts =
                                    lat == null || lon == null
                                            ? everywhere
                                            : inside.computeIfAbsent(new Point(lat, lon), in::test);
                            if (counts)
                                found.merge(
                                        new OccupationId(row.getObject("occupation", UUID.class)),
                                        row.getInt("openings"),
                                        Integer::sum);
                        });
        return found;
    }
}
