package skills.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * All vacancies, open and past. Whatever offers jobs asks {@link #open}: it never gives an expired
 * one.
 */
@Repository
public class Vacancies {

    /**
     * On from the first day to the last day named; undated ones have neither. One row for a job
     * that stands in several sources, none that its source withdrew or that was taken down.
     */
    static final String OPEN =
            " v.posted <= :day and v.open_until >= :day and (v.ended_on is null or v.ended_on > :day)"
                    + " and v.same_as is null and not v.taken_down ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Vacancies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What somebody looks for. With a point: nearest first, otherwise newest first.
     *
     * @param near the point to start from, or null for anywhere
     * @param km farthest distance from {@code near}, above 0; without meaning when that is null
     * @param occupations only jobs of these occupations; empty for all
     * @param skills only jobs that ask at least one of these skills; empty for all
     * @param text words that must all stand in title, employer or place; may be empty
     * @param page 0 is the first
     * @param size vacancies on a page, 1 to 1000
     */
    public record Search(
            @Nullable Point near,
            double km,
            Set<OccupationId> occupations,
            Set<SkillId> skills,
            String text,
            int page,
            int size) {

        public Search {
            if (!(km > 0)) throw new IllegalArgumentException("km " + km);
            if (page < 0 || size < 1 || size > 1000)
                throw new IllegalArgumentException("page " + page + ", size " + size);
            occupations = Set.copyOf(occupations);
            skills = Set.copyOf(skills);
        }

        /** Everything that is open, twenty a page. */
        public static Search all() {
            return new Search(null, 30, Set.of(), Set.of(), "", 0, 20);
        }

        public Search within(double km, Point near) {
            return new Search(near, km, occupations, skills, text, page, size);
        }

        public Search within(double km, Place place) {
            return within(km, place.point());
        }

        public Search of(Collection<OccupationId> occupations) {
            return new Search(near, km, Set.copyOf(occupations), skills, text, page, size);
        }

        public Search asking(Collection<SkillId> skills) {
            return new Search(near, km, occupations, Set.copyOf(skills), text, page, size);
        }

        public Search with(String text) {
            return new Search(near, km, occupations, skills, text, page, size);
        }

        public Search page(int page, int size) {
            return new Search(near, km, occupations, skills, text, page, size);
        }
    }

    /** Also finds past vacancies: a page that shows one says so by {@link Vacancy#openOn}. */
    public Optional<Vacancy> find(VacancyId id) {
        var rows =
                jdbc.sql("select * from vacancy where id = :id")
                        .param("id", id.value())
                        .query(VacancyRow::read)
                        .list();
        return withRequirements(rows).stream().findFirst();
    }

    /** The vacancy that is shown for the job: this one, or the same from another source. */
    public Optional<Vacancy> shown(VacancyId id) {
        Optional<Vacancy> found = find(id);
        return found.map(v -> v.standing().sameAs()).isPresent()
                ? find(found.orElseThrow().standing().sameAs())
                : found;
    }

    /**
     * Where a job can be read and applied for.
     *
     * @param url null when the source gave none
     */
    public record Listing(String source, @Nullable String url) {}

    /** All sources that name this job now, that of the shown vacancy first. */
    public List<Listing> listings(VacancyId shown) {
        return jdbc.sql(
                        """
                        select v.source, v.url from vacancy v
                        where (v.id = :id or v.same_as = :id) and not v.taken_down
                          and (v.ended_on is null or v.ended_on > :day)
                        order by v.id <> :id, v.added_at, v.id
                        """)
                .param("id", shown.value())
                .param("day", today())
                .query((row, n) -> new Listing(row.getString("source"), row.getString("url")))
                .list();
    }

    /** Today, in Amsterdam: the day that decides what is open. */
    public LocalDate today() {
        return Today.of(clock);
    }

    /** Open vacancies only; at most one page of them. */
    public List<Vacancy> open(Search search) {
        Map<String, Object> values = new HashMap<>();
        String sql =
                "select v.* from vacancy v where"
                        + where(search, values)
                        + order(search)
                        + " limit :size offset :skip";
        values.put("size", search.size);
        values.put("skip", (long) search.page * search.size);
        return withRequirements(jdbc.sql(sql).params(values).query(VacancyRow::read).list());
    }

    /**
     * The vacancies with these ids, open or past, in the order asked; unknown ones are left out.
     */
    public List<Vacancy> all(Collection<VacancyId> ids) {
        if (ids.isEmpty()) return List.of();
        Map<VacancyId, Vacancy> found = new HashMap<>();
        withRequirements(
                        jdbc.sql("select * from vacancy where id = any (:ids)")
                                .param(
                                        "ids",
                                        ids.stream().map(VacancyId::value).toArray(UUID[]::new))
                                .query(VacancyRow::read)
                                .list())
                .forEach(v -> found.put(v.id(), v));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /**
     * What one open vacancy asks.
     *
     * @param occupation null when it is not known
     */
    public record Asked(
            VacancyId id, @Nullable OccupationId occupation, List<Requirement> requirements) {}

    /** What all open vacancies ask, in the order of {@link #open}; without its pages. */
    public List<Asked> asked(Search search) {
        Map<String, Object> values = new HashMap<>();
        String sql =
                """
                select v.id, v.occupation, r.skill, r.must, r.origin
                from (select v.id, v.occupation, row_number() over (%s) as place from vacancy v where %s) v
                left join vacancy_requirement r on r.vacancy = v.id
                order by v.place, r.position
                """
                        .formatted(order(search), where(search, values));
        Map<VacancyId, Asked> found = new LinkedHashMap<>();
        jdbc.sql(sql)
                .params(values)
                .query(
                        row -> {
                            var id = new VacancyId(row.getObject("id", UUID.class));
                            UUID occupation = row.getObject("occupation", UUID.class);
                            Asked asked =
                                    found.computeIfAbsent(
                                            id,
                                            k ->
                                                    new Asked(
                                                            id,
                                                            occupation == null
                                                                    ? null
                                                                    : new OccupationId(occupation),
                                                            new ArrayList<>()));
                            UUID skill = row.getObject("skill", UUID.class);
                            if (skill != null)
                                asked.requirements()
                                        .add(
                                                new Requirement(
                                                        new SkillId(skill),
                                                        row.getBoolean("must"),
                                                        Requirement.Origin.valueOf(
                                                                row.getString("origin"))));
                        });
        return List.copyOf(found.values());
    }

    /** How many there are on all pages. */
    public int countOpen(Search search) {
        Map<String, Object> values = new HashMap<>();
        String sql = "select count(*) from vacancy v where" + where(search, values);
        return jdbc.sql(sql).params(values).query(Integer.class).single();
    }

    /** Openings for an occupation now and a year ago. */
    public Outlook outlook(OccupationId occupation) {
        LocalDate today = today();
        return Outlook.of(
                openOn(today, List.of(occupation)).getOrDefault(occupation, 0),
                openOn(today.minusYears(1), List.of(occupation)).getOrDefault(occupation, 0),
                today);
    }

    /** Openings today for each of these occupations; those without are left out. */
    public Map<OccupationId, Integer> openings(Collection<OccupationId> occupations) {
        return openOn(today(), occupations);
    }

    /**
     * Openings for an occupation now and a year ago, as the search is limited; its pages do not.
     */
    public Outlook outlook(OccupationId occupation, Search search) {
        Search of = search.of(List.of(occupation));
        LocalDate today = today();
        return Outlook.of(
                openOn(today, of).getOrDefault(occupation, 0),
                openOn(today.minusYears(1), of).getOrDefault(occupation, 0),
                today);
    }

    /**
     * Openings today for every occupation that has any, as the search is limited; its pages do not.
     */
    public Map<OccupationId, Integer> openings(Search search) {
        return openOn(today(), search);
    }

    private Map<OccupationId, Integer> openOn(LocalDate day, Search search) {
        Map<String, Object> values = new HashMap<>();
        String sql =
                "select v.occupation, count(*) from vacancy v where v.occupation is not null and"
                        + where(search, values)
                        + "group by v.occupation";
        values.put("day", day);
        Map<OccupationId, Integer> found = new HashMap<>();
        jdbc.sql(sql)
                .params(values)
                .query(
                        row -> {
                            found.put(
                                    new OccupationId(row.getObject(1, UUID.class)), row.getInt(2));
                        });
        return found;
    }

    private Map<OccupationId, Integer> openOn(LocalDate day, Collection<OccupationId> occupations) {
        Map<OccupationId, Integer> found = new HashMap<>();
        jdbc.sql(
                        "select v.occupation, count(*) from vacancy v where v.occupation = any (:occupations) and"
                                + OPEN
                                + "group by v.occupation")
                .param("day", day)
                .param("occupations", ids(occupations))
                .query(
                        row -> {
                            found.put(
                                    new OccupationId(row.getObject(1, UUID.class)), row.getInt(2));
                        });
        return found;
    }

    private String where(Search search, Map<String, Object> values) {
        var sql = new StringBuilder(OPEN);
        values.put("day", today());
        if (search.near != null) {
            // The box uses plain comparisons; the exact distance is only worked out inside it.
            double degrees = search.km / 110.5;
            values.put("lat", search.near.lat());
            values.put("lon", search.near.lon());
            values.put("km", search.km);
            values.put("box", degrees);
            sql.append(" and v.lat between :lat - :box and :lat + :box and ")
                    .append(KM)
                    .append(" <= :km ");
        }
        if (!search.occupations.isEmpty()) {
            values.put("occupations", ids(search.occupations));
            sql.append(" and v.occupation = any (:occupations) ");
        }
        if (!search.skills.isEmpty()) {
            values.put("skills", search.skills.stream().map(SkillId::value).toArray(UUID[]::new));
            sql.append(
                    " and exists (select from vacancy_requirement r where r.vacancy = v.id and r.skill = any (:skills)) ");
        }
        int n = 0;
        for (String word :
                Arrays.stream(search.text.strip().split("\\s+"))
                        .filter(w -> !w.isEmpty())
                        .limit(8)
                        .toList()) {
            String name = "word" + n++;
            values.put(
                    name,
                    "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            sql.append(" and concat_ws(' ', v.title, v.employer, v.place) ilike :")
                    .append(name)
                    .append(' ');
        }
        return sql.toString();
    }

    /** The haversine formula of {@link Distance}, in SQL. */
    private static final String KM =
            """
            2 * 6371.0088 * asin(least(1, sqrt(
                power(sin(radians(v.lat - :lat) / 2), 2)
                + cos(radians(:lat)) * cos(radians(v.lat)) * power(sin(radians(v.lon - :lon) / 2), 2))))
            """;

    private static String order(Search search) {
        return search.near == null
                ? " order by v.posted desc, v.id"
                : " order by " + KM + ", v.posted desc, v.id";
    }

    private List<Vacancy> withRequirements(List<VacancyRow> rows) {
        if (rows.isEmpty()) return List.of();
        Map<UUID, List<Requirement>> all = new LinkedHashMap<>();
        rows.forEach(r -> all.put(r.id().value(), new ArrayList<>()));
        jdbc.sql(
                        """
                        select vacancy, skill, must, origin, said from vacancy_requirement
                        where vacancy = any (:ids) order by vacancy, position
                        """)
                .param("ids", all.keySet().toArray(UUID[]::new))
                .query(
                        row -> {
                            all.get(row.getObject("vacancy", UUID.class))
                                    .add(
                                            new Requirement(
                                                    new SkillId(row.getObject("skill", UUID.class)),
                                                    row.getBoolean("must"),
                                                    Requirement.Origin.valueOf(
                                                            row.getString("origin")),
                                                    row.getString("said")));
                        });
        return rows.stream().map(r -> r.with(all.get(r.id().value()))).toList();
    }

    private static UUID[] ids(Collection<OccupationId> occupations) {
        return occupations.stream().map(OccupationId::value).toArray(UUID[]::new);
    }
}
