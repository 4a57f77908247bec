package skills.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.consent.MinimumCellSize;
import skills.kernel.LocalizedText;

/**
 * Figures about an instrument for those who look after it: over all who completed it, the persons
 * of the demo left out, and nothing of fewer than {@link MinimumCellSize#PEOPLE} people.
 */
@Repository
class ResultFigures {

    /** A run of the same answer from here on is counted. */
    static final int LONG_RUN = 10;

    static final int FAST_MS = 2000;

    /** Who completed it: their last completed session. */
    private static final String SESSIONS =
            """
            with done as (
                select distinct on (r.account) r.account, r.session from result r
                join assessment_session s on s.id = r.session
                join account a on a.id = r.account and not a.demo
                where s.instrument = :name
                order by r.account, s.begun_at desc, r.computed_at desc),
            last as (
                select distinct on (d.account, r.item) d.account, r.session, r.item, r.value, r.worst, r.skipped, r.focus_ms
                from done d join response r on r.session = d.session
                order by d.account, r.item, r.answered_at desc, r.client_seq desc, r.id desc)
            """;

    private final JdbcClient jdbc;

    ResultFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many people; of fewer than may be told only that there are none. */
    record Count(int people) {

        boolean isTold() {
            return people == 0 || MinimumCellSize.allows(people);
        }
    }

    record Contested(LocalizedText scale, Count count) {}

    /**
     * @param medianSeconds null when too few were measured
     * @param skipped by reason: does not apply, not clear, rather not say
     * @param scene answers with the drawing; null when too few; @param plain without, likewise
     */
    record ItemFigure(
            String id,
            LocalizedText text,
            @Nullable Double medianSeconds,
            List<Count> skipped,
            @Nullable Form scene,
            @Nullable Form plain) {}

    /**
     * @param mean of the answers in the direction of the key, 0 to 4
     */
    record Form(int people, double mean) {}

    /**
     * @param fast people with half of their measured answers within two seconds
     * @param same people with a long run of the same answer
     */
    record Careless(Count fast, Count same) {}

    record Figures(
            int people,
            List<Contested> contested,
            List<String> notes,
            List<ItemFigure> items,
            Careless careless) {

        boolean isTold() {
            return MinimumCellSize.allows(people);
        }

        List<ItemFigure> inBothForms() {
            return items.stream().filter(i -> i.scene() != null && i.plain() != null).toList();
        }
    }

    Figures of(Instrument instrument) {
        String name = instrument.id().name();
        int people =
                jdbc.sql(SESSIONS + "select count(*) from done")
                        .param("name", name)
                        .query(Integer.class)
                        .single();
        if (!MinimumCellSize.allows(people))
            return new Figures(
                    people,
                    List.of(),
                    List.of(),
                    List.of(),
                    new Careless(new Count(0), new Count(0)));
        return new Figures(
                people, contested(instrument), notes(name), items(instrument), careless(name));
    }

    private List<Contested> contested(Instrument instrument) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql(
                        SESSIONS
                                + """
                                select scale, count(*) as people from (
                                    select distinct on (c.account, c.scale) c.account, c.scale, c.contested
                                    from result_contest c join result r on r.id = c.result
                                    join done d on d.session = r.session
                                    order by c.account, c.scale, c.said_at desc, c.id desc) t
                                where contested group by scale
                                """)
                .param("name", instrument.id().name())
                .query(
                        row -> {
                            counts.put(row.getString("scale"), row.getInt("people"));
                        });
        return instrument.scales().stream()
                .map(s -> new Contested(s.name(), new Count(counts.getOrDefault(s.id(), 0))))
                .toList();
    }

    /** Without who wrote them, in no order of time. */
    private List<String> notes(String name) {
        return jdbc.sql(
                        SESSIONS
                                + """
                                select note from (
                                    select distinct on (c.account, c.scale) c.id, c.contested, c.note
                                    from result_contest c join result r on r.id = c.result
                                    join done d on d.session = r.session
                                    order by c.account, c.scale, c.said_at desc, c.id desc) t
                                where contested and note <> '' order by md5(id::text) limit 200
                                """)
                .param("name", name)
                .query(String.class)
                .list();
    }

    private List<ItemFigure> items(Instrument instrument) {
        Map<String, Map<String, Number>> rows = new HashMap<>();
        jdbc.sql(
                        SESSIONS
                                + """
                                select l.item,
                                       count(l.focus_ms) as timed,
                                       coalesce(percentile_cont(0.5) within group (order by l.focus_ms), 0) as median,
                                       count(*) filter (where l.skipped = 'does-not-apply') as s1,
                                       count(*) filter (where l.skipped = 'not-clear') as s2,
                                       count(*) filter (where l.skipped = 'rather-not') as s3,
                                       count(l.value) filter (where i.scene) as scenes,
                                       coalesce(avg(l.value) filter (where i.scene), 0) as scene_mean,
                                       count(l.value) filter (where not i.scene) as texts,
                                       coalesce(avg(l.value) filter (where not i.scene), 0) as text_mean
                                from last l join assessment_item i on i.session = l.session and i.item = l.item
                                group by l.item
                                """)
                .param("name", instrument.id().name())
                .query()
                .listOfRows()
                .forEach(
                        row -> {
                            Map<String, Number> numbers = new HashMap<>();
                            row.forEach(
                                    (k, v) -> {
                                        if (v instanceof Number n) numbers.put(k, n);
                                    });
                            rows.put((String) row.get("item"), numbers);
                        });
        List<ItemFigure> figures = new ArrayList<>();
        for (Instrument.Item item : instrument.items())
            if (rows.containsKey(item.id()))
                figures.add(figure(item.id(), item.text(), item.key(), rows.get(item.id())));
        for (Instrument.Block block : instrument.blocks())
            if (rows.containsKey(block.id()))
                figures.add(
                        figure(
                                block.id(),
                                LocalizedText.same(block.id()),
                                1,
                                // Places in a block have no mean.
                                without(rows.get(block.id()), "scenes", "texts")));
        return figures;
    }

    private static Map<String, Number> without(Map<String, Number> row, String... keys) {
        Map<String, Number> less = new HashMap<>(row);
        for (String key : keys) less.put(key, 0);
        return less;
    }

    private static ItemFigure figure(
            String id, LocalizedText text, int key, Map<String, Number> row) {
        return new ItemFigure(
                id,
                text,
                MinimumCellSize.allows(row.get("timed").intValue())
                        ? row.get("median").doubleValue() / 1000
                        : null,
                List.of(count(row, "s1"), count(row, "s2"), count(row, "s3")),
                form(row.get("scenes").intValue(), row.get("scene_mean").doubleValue(), key),
                form(row.get("texts").intValue(), row.get("text_mean").doubleValue(), key));
    }

    private static Count count(Map<String, Number> row, String key) {
        return new Count(row.get(key).intValue());
    }

    private static @Nullable Form form(int people, double mean, int key) {
        return MinimumCellSize.allows(people) ? new Form(people, key == 1 ? mean : 4 - mean) : null;
    }

    private Careless careless(String name) {
        int fast =
                jdbc.sql(
                                SESSIONS
                                        + """
                                        select count(*) from (
                                            select account from last where focus_ms is not null group by account
                                            having count(*) filter (where focus_ms < :fast) * 2 >= count(*)) t
                                        """)
                        .param("name", name)
                        .param("fast", FAST_MS)
                        .query(Integer.class)
                        .single();
        int same =
                jdbc.sql(
                                SESSIONS
                                        + """
                                        select count(distinct account) from (
                                            select account, count(*) as run from (
                                                select l.account, l.value,
                                                       row_number() over (partition by l.account order by i.position)
                                                       - row_number() over (partition by l.account, l.value order by i.position) as island
                                                from last l join assessment_item i on i.session = l.session and i.item = l.item
                                                where l.value is not null and l.worst is null) t
                                            group by account, value, island) runs
                                        where run >= :run
                                        """)
                        .param("name", name)
                        .param("run", LONG_RUN)
                        .query(Integer.class)
                        .single();
        return new Careless(new Count(fast), new Count(same));
    }
}
