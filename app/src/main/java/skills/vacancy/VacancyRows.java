package skills.vacancy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import skills.taxonomy.SkillId;

/** What a search index has to know of the database: all that can be offered, and what changed. */
@Repository
class VacancyRows {

    private static final int PORTION = 1000;

    /**
     * A vacancy to be found.
     *
     * @param isco code of its occupation; null when that is not known
     * @param jobs names of its occupation
     */
    record Row(Vacancy vacancy, @Nullable String isco, String jobs) {}

    /**
     * How far a reader has read.
     *
     * @param from everything before this transaction was read
     */
    record Mark(String database, String taxonomy, long from) {}

    /** Changes since a mark: what to take away, what to write, and the mark to go on from. */
    record Changes(List<UUID> gone, List<UUID> written, Mark next) {}

    private static final String ROWS =
            """
            select v.*, o.isco, concat_ws(' ', nl.name, en.name) as jobs, r.skills, r.musts, r.origins
            from vacancy v
            left join occupation o on o.id = v.occupation
            left join occupation_text nl on nl.occupation = o.id and nl.language = 'nl'
            left join occupation_text en on en.occupation = o.id and en.language = 'en'
            left join lateral (
                select array_agg(skill order by position) as skills, array_agg(must order by position) as musts,
                       array_agg(origin order by position) as origins
                from vacancy_requirement where vacancy = v.id) r on true
            where v.posted is not null and v.same_as is null and not v.taken_down
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    VacancyRows(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The mark to go on from after reading everything now. */
    Mark mark() {
        return jdbc.queryForObject(
                """
                select (select system_identifier from pg_control_system()) || '/'
                         || (select oid from pg_database where datname = current_database()) as database,
                       (select coalesce(max(id), 0) from taxonomy_load) as taxonomy,
                       pg_snapshot_xmin(pg_current_snapshot())::text::bigint as next
                """,
                (row, n) -> new Mark(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** Every vacancy that is open on a day or later. */
    void all(LocalDate day, Consumer<Row> each) {
        // Only inside a transaction are rows fetched portion by portion.
        transaction.executeWithoutResult(
                t -> {
                    var streaming =
                            new JdbcTemplate(
                                    java.util.Objects.requireNonNull(jdbc.getDataSource()));
                    streaming.setFetchSize(PORTION);
                    streaming.query(
                            ROWS + " and v.open_until >= ?",
                            row -> {
                                each.accept(read(row));
                            },
                            day);
                });
    }

    /**
     * What changed after a mark; transactions that were still open then included.
     *
     * @param seen changes that were read before, by id; what is in it is left out, and what is
     *     found is put in
     */
    Changes since(Mark before, Map<UUID, Long> seen) {
        Mark now = mark();
        List<UUID> gone = new ArrayList<>();
        List<UUID> written = new ArrayList<>();
        Map<UUID, Long> found = new HashMap<>();
        jdbc.query(
                """
                select id, changed_in::text::bigint as at, true as gone from vacancy_gone where changed_in >= ?::text::xid8
                union all
                select id, changed_in::text::bigint, false from vacancy where changed_in >= ?::text::xid8
                """,
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    long at = row.getLong(2);
                    boolean away = row.getBoolean(3);
                    Long known = seen.get(id);
                    // Taken away and written again in one transaction: both have its number.
                    if (known == null || known != (away ? -at : at))
                        (away ? gone : written).add(id);
                    if (!away || !found.containsKey(id)) found.put(id, away ? -at : at);
                },
                Long.toString(before.from()),
                Long.toString(before.from()));
        seen.clear();
        found.forEach(
                (id, at) -> {
                    if (Math.abs(at) >= now.from()) seen.put(id, at);
                });
        return new Changes(gone, written, now);
    }

    /** Those of these that are open on a day or later, as they are now. */
    void some(List<UUID> ids, LocalDate day, Consumer<Row> each) {
        for (int i = 0; i < ids.size(); i += PORTION)
            jdbc.query(
                    ROWS + " and v.open_until >= ? and v.id = any (?)",
                    row -> {
                        each.accept(read(row));
                    },
                    day,
                    ids.subList(i, Math.min(i + PORTION, ids.size())).toArray(UUID[]::new));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                VacancyRow.read(row, 0).with(requirements(row)),
                row.getString("isco"),
                row.getString("jobs"));
    }

    private static List<Requirement> requirements(ResultSet row) throws SQLException {
        Array array = row.getArray("skills");
        if (array == null) return List.of();
        UUID[] skills = (UUID[]) array.getArray();
        Boolean[] musts = (Boolean[]) row.getArray("musts").getArray();
        String[] origins = (String[]) row.getArray("origins").getArray();
        List<Requirement> all = new ArrayList<>(skills.length);
        for (int i = 0; i < skills.length; i++)
            all.add(
                    new Requirement(
                            new SkillId(skills[i]),
                            musts[i],
                            Requirement.Origin.valueOf(origins[i])));
        return all;
    }

    /** Names of all skills in Dutch and English, to be found by. */
    Map<SkillId, String> skillNames() {
        Map<SkillId, String> names = new HashMap<>();
        jdbc.query(
                "select skill, string_agg(name, ' ') from skill_text where language in ('nl', 'en') and gone_at is null group by skill",
                row -> {
                    names.put(new SkillId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return names;
    }
}
