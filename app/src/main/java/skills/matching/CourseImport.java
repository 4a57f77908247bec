package skills.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import skills.platform.ImportReport;
import skills.platform.Importer;
import skills.platform.Progress;
import skills.platform.RejectedRows;
import skills.taxonomy.SkillId;

/**
 * Reads courses from a file. What a course teaches is found by its ESCO address or by the exact
 * name of a skill, in Dutch or English; a course that teaches nothing we know is left out. A course
 * that comes again is updated; none is deleted.
 */
public final class CourseImport implements Importer {

    private static final String ESCO = "http://data.europa.eu/esco/skill/";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public CourseImport(DataSource database, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.clock = clock;
    }

    @Override
    public String name() {
        return "courses";
    }

    @Override
    public ImportReport run(Path path, Path reportFolder, Progress progress) throws IOException {
        String file = CourseReader.line(String.valueOf(path.getFileName()), 100);
        var rows = CourseFile.rows(path);
        progress.say(file + ": " + rows.size() + " rows");
        Map<String, Optional<SkillId>> known = new HashMap<>();
        Map<String, Course> good = new LinkedHashMap<>();
        try (var rejected = new RejectedRows(reportFolder, name(), clock)) {
            for (CourseFile.Row row : rows) {
                try {
                    if (row.course() == null) throw new CourseReader.Unusable(row.wrong());
                    Course course =
                            CourseReader.read(
                                    row.course(), t -> known.computeIfAbsent(t, this::skill), file);
                    if (good.putIfAbsent(course.key(), course) != null)
                        throw new CourseReader.Unusable("the same course as an earlier row");
                } catch (CourseReader.Unusable e) {
                    rejected.add(file, row.line(), e.getMessage(), row.text());
                }
            }
            int[] counts = new int[3];
            transaction.executeWithoutResult(t -> good.values().forEach(c -> counts[save(c)]++));
            var report =
                    ImportReport.of(
                            name(), counts[0], counts[1], counts[2], rejected.count(), Map.of());
            return rejected.path() == null
                    ? report
                    : report.with("report", rejected.path().toString());
        }
    }

    /** By ESCO address, else by the exact name. */
    private Optional<SkillId> skill(String text) {
        String plain = text.strip();
        if (plain.length() > 300) return Optional.empty();
        if (plain.replaceFirst("^https", "http").startsWith(ESCO))
            return jdbc.sql("select id from skill where uri = :uri")
                    .param("uri", plain.replaceFirst("^https", "http"))
                    .query(UUID.class)
                    .optional()
                    .map(SkillId::new);
        return jdbc.sql(
                        """
                        select skill from skill_label where lower(label) = :text and language in ('nl', 'en')
                        order by kind <> 'preferred', skill limit 1
                        """)
                .param("text", plain.toLowerCase(Locale.ROOT))
                .query(UUID.class)
                .optional()
                .map(SkillId::new);
    }

    /** 0 added, 1 changed, 2 the same as before. */
    private int save(Course c) {
        Instant now = clock.instant();
        var before =
                jdbc.sql(
                                """
                        select c.id, (c.name, c.provider, c.price, c.currency, c.hours, c.length, c.place, c.starts, c.url, c.source)
                               is not distinct from (:name, :provider, cast(:price as numeric), cast(:currency as text),
                               cast(:hours as int), cast(:length as text), :place, cast(:starts as date), cast(:url as text), :source)
                               and (select array_agg(s.skill order by s.skill) from course_skill s where s.course = c.id)
                                   = (select array_agg(x order by x) from unnest(:skills) x) as same
                        from course c where c.key = :key
                        """)
                        .params(values(c, now))
                        .query(
                                (row, n) ->
                                        Map.entry(row.getObject(1, UUID.class), row.getBoolean(2)))
                        .optional();
        if (before.isPresent() && before.get().getValue()) return 2;
        UUID id =
                jdbc.sql(
                                """
                        insert into course (key, name, provider, price, currency, hours, length, place, starts, url, source, read_at)
                        values (:key, :name, :provider, cast(:price as numeric), :currency, cast(:hours as int), :length,
                                :place, cast(:starts as date), :url, :source, :now)
                        on conflict (key) do update set name = excluded.name, provider = excluded.provider,
                            price = excluded.price, currency = excluded.currency, hours = excluded.hours,
                            length = excluded.length, place = excluded.place, starts = excluded.starts,
                            url = excluded.url, source = excluded.source, read_at = excluded.read_at
                        returning id
                        """)
                        .params(values(c, now))
                        .query(UUID.class)
                        .single();
        jdbc.sql("delete from course_skill where course = :id").param("id", id).update();
        jdbc.sql("insert into course_skill (course, skill) select :id, unnest(:skills)")
                .param("id", id)
                .param("skills", ids(c))
                .update();
        return before.isEmpty() ? 0 : 1;
    }

    private static UUID[] ids(Course c) {
        return c.skills().stream().map(SkillId::value).toArray(UUID[]::new);
    }

    private static Map<String, Object> values(Course c, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("key", c.key());
        values.put("name", c.name());
        values.put("provider", c.provider());
        values.put("price", c.price());
        values.put("currency", c.currency());
        values.put("hours", c.hours());
        values.put("length", c.length());
        values.put("place", c.place());
        values.put("starts", c.starts());
        values.put("url", c.url());
        values.put("source", c.source());
        values.put("skills", ids(c));
        values.put("now", Timestamp.from(now));
        return values;
    }
}
