package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One job from several sources is one vacancy: each row stays, one of them is shown for all. That
 * is the one that is still offered and has the richest text.
 */
@Component
class Doubles {

    private static final int AT_A_TIME = 500;

    /** More than this many with one title in one place or so: the rest is not compared. */
    private static final int MOST_MATES = 400;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Doubles(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            List<Long> keys,
            @Nullable UUID sameAs,
            boolean offered,
            int length,
            Instant addedAt,
            SameJob.Side side) {}

    /** Still offered before what is over, a richer text before a poorer, older before newer. */
    private static final Comparator<Row> RICHEST_FIRST =
            Comparator.comparing(Row::offered)
                    .reversed()
                    // A fifth more text is more; a few words are not worth another page.
                    .thenComparing(
                            r -> (int) (Math.log(r.length + 1) / Math.log(1.2)),
                            Comparator.reverseOrder())
                    .thenComparing(r -> r.side.employerWords().isEmpty())
                    .thenComparing(Row::addedAt)
                    .thenComparing(Row::id);

    /**
     * Looks anew at rows that came in, changed, ended or came back, and at those that were the same
     * as one of them. Call inside a transaction.
     *
     * @return how many rows are now shown by another one, or no longer
     */
    int settle(Collection<UUID> changed, Instant now) {
        alone();
        int moved = 0;
        List<UUID> all = new ArrayList<>(new LinkedHashSet<>(changed));
        // What this import wrote is in no statistics yet: without this every row would be read.
        jdbc.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
        for (int i = 0; i < all.size(); i += AT_A_TIME)
            moved += settleSome(all.subList(i, Math.min(i + AT_A_TIME, all.size())), now);
        return moved;
    }

    /**
     * Until the transaction ends nobody else writes vacancies: two at once could each show the
     * other's row for its own.
     */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", VacancyStore.LOCK)
                .query(row -> {});
    }

    /** Rows that are still open while the one that is shown for them is over. */
    List<UUID> outlived() {
        return jdbc.sql(
                        """
                        select v.id from vacancy v join vacancy shown on shown.id = v.same_as
                        where v.same_as is not null and v.open_until >= :day and (v.ended_on is null or v.ended_on > :day)
                          and not v.taken_down
                          and (shown.open_until < :day or shown.ended_on <= :day or shown.taken_down)
                        """)
                .param("day", Today.of(clock))
                .query(UUID.class)
                .list();
    }

    private int settleSome(List<UUID> changed, Instant now) {
        Map<UUID, Row> affected = withGroups(changed);
        for (int round = 0; ; round++) {
            Map<UUID, Row> mates = mates(affected);
            Map<UUID, @Nullable UUID> shown = new LinkedHashMap<>();
            Set<UUID> beaten = assign(affected, mates, shown);
            if (beaten.isEmpty() || round == 4) return write(affected, shown, now);
            affected.putAll(withGroups(beaten));
        }
    }

    /**
     * @param shown gets for each affected row which row is shown for it, null for itself
     * @return shown rows among the mates that are poorer than one of the affected
     */
    private Set<UUID> assign(
            Map<UUID, Row> affected, Map<UUID, Row> mates, Map<UUID, @Nullable UUID> shown) {
        Map<UUID, List<Row>> possible = possible(affected, mates);
        Map<UUID, Shingles> texts = texts(possible);
        Set<UUID> beaten = new HashSet<>();
        for (Row row : affected.values().stream().sorted(RICHEST_FIRST).toList()) {
            UUID found = null;
            for (Row other : possible.getOrDefault(row.id, List.of())) {
                boolean isShown =
                        affected.containsKey(other.id)
                                ? shown.containsKey(other.id) && shown.get(other.id) == null
                                : other.sameAs == null;
                if (!isShown
                        || !SameJob.same(
                                row.side, other.side, texts.get(row.id), texts.get(other.id)))
                    continue;
                if (RICHEST_FIRST.compare(other, row) < 0) {
                    found = other.id;
                    break;
                }
                if (!affected.containsKey(other.id)) beaten.add(other.id);
            }
            shown.put(row.id, found);
        }
        return beaten;
    }

    /** For each affected row those it may be the same as, the richest first. */
    private static Map<UUID, List<Row>> possible(Map<UUID, Row> affected, Map<UUID, Row> mates) {
        Map<Long, List<Row>> blocks = new HashMap<>();
        for (Row row : mates.values())
            for (Long key : row.keys) blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        blocks.values().forEach(b -> b.sort(RICHEST_FIRST));
        Map<UUID, List<Row>> found = new HashMap<>();
        for (Row row : affected.values()) {
            Map<UUID, Row> others = new LinkedHashMap<>();
            for (Long key : row.keys)
                for (Row other : blocks.getOrDefault(key, List.of())) {
                    if (others.size() >= MOST_MATES) break;
                    if (!other.id.equals(row.id) && SameJob.possible(row.side, other.side))
                        others.put(other.id, other);
                }
            if (!others.isEmpty())
                found.put(row.id, others.values().stream().sorted(RICHEST_FIRST).toList());
        }
        return found;
    }

    private Map<UUID, Shingles> texts(Map<UUID, List<Row>> possible) {
        Set<UUID> ids = new HashSet<>(possible.keySet());
        possible.values().forEach(list -> list.forEach(r -> ids.add(r.id)));
        Map<UUID, Shingles> found = new HashMap<>();
        if (ids.isEmpty()) return found;
        jdbc.sql("select id, html from vacancy where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            found.put(
                                    row.getObject("id", UUID.class),
                                    Shingles.of(row.getString("html")));
                        });
        return found;
    }

    private int write(Map<UUID, Row> affected, Map<UUID, @Nullable UUID> shown, Instant now) {
        List<Object[]> changes = new ArrayList<>();
        shown.forEach(
                (id, other) -> {
                    if (!Objects.equals(affected.get(id).sameAs, other))
                        changes.add(new Object[] {other, Timestamp.from(now), id});
                });
        batches.batchUpdate("update vacancy set same_as = ?, changed_at = ? where id = ?", changes);
        return changes.size();
    }

    private static final String SELECT =
            """
            select id, double_keys, same_as, source, title, employer, place, lat, lon, pay_min, pay_max,
                   pay_currency, pay_per, hours_min, hours_max, posted, open_until, ended_on, language, url,
                   length(html) as length, cut_off, added_at
            from vacancy where not demo and not taken_down and
            """;

    /** These rows, and those that are shown by one of them. */
    private Map<UUID, Row> withGroups(Collection<UUID> ids) {
        return rows("(id = any (:ids) or same_as = any (:ids))", "ids", ids.toArray(UUID[]::new));
    }

    /** All that share a key with one of these. */
    private Map<UUID, Row> mates(Map<UUID, Row> affected) {
        Long[] keys =
                affected.values().stream()
                        .flatMap(r -> r.keys.stream())
                        .distinct()
                        .toArray(Long[]::new);
        return rows("double_keys && :keys", "keys", keys);
    }

    private Map<UUID, Row> rows(String where, String name, Object[] values) {
        LocalDate today = Today.of(clock);
        Map<UUID, Row> found = new LinkedHashMap<>();
        jdbc.sql(SELECT + where)
                .param(name, values)
                .query(
                        row -> {
                            LocalDate until = row.getObject("open_until", LocalDate.class);
                            LocalDate ended = row.getObject("ended_on", LocalDate.class);
                            boolean offered =
                                    (until == null || !until.isBefore(today))
                                            && (ended == null || ended.isAfter(today));
                            int length = row.getInt("length");
                            UUID id = row.getObject("id", UUID.class);
                            found.put(
                                    id,
                                    new Row(
                                            id,
                                            List.of(
                                                    (Long[])
                                                            row.getArray("double_keys").getArray()),
                                            row.getObject("same_as", UUID.class),
                                            offered,
                                            length,
                                            row.getTimestamp("added_at").toInstant(),
                                            side(row)));
                        });
        return found;
    }

    private static SameJob.Side side(java.sql.ResultSet row) throws java.sql.SQLException {
        String title = row.getString("title");
        String employer = row.getString("employer");
        String place = row.getString("place");
        Double lat = row.getObject("lat", Double.class);
        Double lon = row.getObject("lon", Double.class);
        Double from = row.getObject("hours_min", Double.class);
        Double to = row.getObject("hours_max", Double.class);
        return new SameJob.Side(
                row.getString("source"),
                DoubleKeys.title(title, employer, place),
                DoubleKeys.employer(employer),
                Folded.fold(place),
                lat == null || lon == null ? null : new Point(lat, lon),
                Pay.of(
                        row.getBigDecimal("pay_min"),
                        row.getBigDecimal("pay_max"),
                        row.getString("pay_currency"),
                        row.getString("pay_per")),
                from == null || to == null ? null : new Hours(from, to),
                row.getObject("posted", LocalDate.class),
                row.getString("language"),
                DoubleKeys.address(row.getString("url")));
    }
}
