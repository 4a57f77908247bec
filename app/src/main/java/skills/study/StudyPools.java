package skills.study;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.pool.Pool;
import skills.evaluation.pool.PoolFault;
import skills.evaluation.pool.PoolFile;
import skills.evaluation.pool.Summaries;
import skills.identity.Organizations;
import skills.kernel.AccountId;
import skills.statistics.Unusable;

/** The same plan at several installations, pooled from signed summaries of classes. */
@Component
class StudyPools {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final StudyReports reports;
    private final PoolKeys keys;
    private final Organizations organizations;

    StudyPools(
            JdbcClient jdbc,
            Clock clock,
            StudyReports reports,
            PoolKeys keys,
            Organizations organizations) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reports = reports;
        this.keys = keys;
        this.organizations = organizations;
    }

    /**
     * @param id null for this installation's own
     */
    record Told(@Nullable UUID id, PoolFile file) {}

    /** What this installation tells; empty while nobody answered both waves. */
    Optional<PoolFile> own(Study study, AccountId researcher) {
        String name =
                organizations.ofResearcher(researcher).stream()
                        .filter(o -> o.id().equals(study.organization()))
                        .map(Organizations.Organization::name)
                        .findAny()
                        .orElse(study.name());
        try {
            return Optional.of(
                    PoolFile.sign(
                            Summaries.of(
                                    reports.data(study),
                                    name.length() > 80 ? name.substring(0, 80) : name),
                            keys.own()));
        } catch (Unusable e) {
            return Optional.empty();
        }
    }

    /** Its own first, then in the order in which they came. */
    List<Told> all(Study study, AccountId researcher) {
        List<Told> all = new ArrayList<>();
        own(study, researcher).ifPresent(file -> all.add(new Told(null, file)));
        all.addAll(
                jdbc.sql(
                                """
                                select id, file from study_pool_file
                                where study = :study and removed_at is null order by added_at, id
                                """)
                        .param("study", study.id().value())
                        .query(
                                (row, n) ->
                                        new Told(
                                                row.getObject(1, UUID.class),
                                                PoolFile.read(row.getString(2))))
                        .list());
        return all;
    }

    /**
     * @throws PoolFault when they do not belong together
     */
    Pool pooled(Study study, List<Told> told) {
        return Pool.of(PlanFile.hash(study.plan()), told.stream().map(Told::file).toList());
    }

    /**
     * Adds the file of another installation, if it can be pooled with what is there.
     *
     * @throws PoolFault when it cannot
     */
    void add(Study study, String text, AccountId by) {
        PoolFile file = PoolFile.read(text);
        List<Told> all = new ArrayList<>(all(study, by));
        all.add(new Told(null, file));
        pooled(study, all);
        jdbc.sql(
                        """
                        insert into study_pool_file (study, file, added_at, added_by)
                        values (:study, :file, :now, :by)
                        """)
                .param("study", study.id().value())
                .param("file", file.write())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
    }

    void remove(Study study, UUID file, AccountId by) {
        jdbc.sql(
                        """
                        update study_pool_file set removed_at = :now, removed_by = :by
                        where study = :study and id = :id and removed_at is null
                        """)
                .param("study", study.id().value())
                .param("id", file)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
    }
}
