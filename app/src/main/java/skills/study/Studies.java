package skills.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.identity.OrganizationId;
import skills.kernel.AccountId;
import skills.platform.Problem;

/** All studies, with every version of their plans. */
@Repository
class Studies {

    private static final String SELECT =
            """
            select s.id, s.name, s.organization, s.demo, p.version, p.plan,
                   f.plan_version, f.plan_hash, f.seed, f.seed_given, f.list_hash, f.frozen_at
            from study s
            join lateral (select version, plan from study_plan where study = s.id
                          order by version desc limit 1) p on true
            left join study_freeze f on f.study = s.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Studies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Study> find(StudyId study) {
        return jdbc.sql(SELECT + " where s.id = :id")
                .param("id", study.value())
                .query(Studies::study)
                .optional();
    }

    Optional<Study> named(String name) {
        return jdbc.sql(SELECT + " where s.name = :name")
                .param("name", name)
                .query(Studies::study)
                .optional();
    }

    /** All studies, the newest first: for what runs by the clock. */
    List<Study> all() {
        return jdbc.sql(SELECT + " order by s.made_at desc, s.id").query(Studies::study).list();
    }

    /** The studies of the organisations where somebody does research now, the newest first. */
    List<Study> ofResearcher(AccountId researcher) {
        return jdbc.sql(SELECT + " where " + THEIRS + " order by s.made_at desc, s.id")
                .param("account", researcher.value())
                .query(Studies::study)
                .list();
    }

    /** A study, if this researcher may see it. */
    Optional<Study> ofResearcher(AccountId researcher, StudyId study) {
        return jdbc.sql(SELECT + " where s.id = :id and " + THEIRS)
                .param("id", study.value())
                .param("account", researcher.value())
                .query(Studies::study)
                .optional();
    }

    private static final String THEIRS =
            """
            exists (select from account_role r where r.account = :account and r.role = 'RESEARCHER'
                    and r.organization = s.organization and r.ended_at is null)
            """;

    /**
     * A new study under the name of its plan.
     *
     * @return empty when the name is taken
     */
    @Transactional
    Optional<StudyId> make(
            Plan plan, OrganizationId organization, @Nullable AccountId by, boolean demo) {
        Optional<UUID> id =
                jdbc.sql(
                                """
                                insert into study (name, organization, made_at, made_by, demo)
                                values (:name, :organization, :now, :by, :demo)
                                on conflict (name) do nothing returning id
                                """)
                        .param("name", plan.name())
                        .param("organization", organization.value())
                        .param("now", now())
                        .param("by", by == null ? null : by.value())
                        .param("demo", demo)
                        .query(UUID.class)
                        .optional();
        id.ifPresent(study -> insert(new StudyId(study), 1, plan, by));
        return id.map(StudyId::new);
    }

    /**
     * A new version of the plan. A frozen plan only takes another analysis, and that until the
     * first wave closes.
     *
     * @throws Problem when the plan is frozen
     */
    @Transactional
    void save(StudyId study, Plan plan, @Nullable AccountId by) {
        lock(study);
        Study now = find(study).orElseThrow(Problem::notFound);
        if (PlanFile.write(now.plan()).equals(PlanFile.write(plan))) return;
        if (!plan.name().equals(now.name()))
            throw new IllegalArgumentException("the name of a study never changes");
        if (now.isFrozen()) {
            boolean onlyAnalysis =
                    PlanFile.write(PlanParts.with(now.plan(), plan.analysis()))
                            .equals(PlanFile.write(plan));
            if (!onlyAnalysis || now.isFirstWaveOver(clock.instant()))
                throw new Problem(HttpStatus.CONFLICT, "study.frozen");
        }
        insert(study, now.version() + 1, plan, by);
    }

    private void insert(StudyId study, int version, Plan plan, @Nullable AccountId by) {
        jdbc.sql(
                        """
                        insert into study_plan (study, version, plan, saved_at, saved_by)
                        values (:study, :version, :plan, :now, :by)
                        """)
                .param("study", study.value())
                .param("version", version)
                .param("plan", PlanFile.write(plan))
                .param("now", now())
                .param("by", by == null ? null : by.value())
                .update();
    }

    /**
     * One version of the plan.
     *
     * @param by number of the researcher among those who saved this plan, from 1; 0 when erased
     */
    record Version(int version, Plan plan, Instant at, int by) {}

    /** All versions, the first one first. */
    List<Version> versions(StudyId study) {
        return jdbc.sql(
                        """
                        select p.version, p.plan, p.saved_at,
                               coalesce((select n from (select saved_by, row_number() over (order by min(version)) as n
                                                        from study_plan where study = :study and saved_by is not null
                                                        group by saved_by) who
                                         where who.saved_by = p.saved_by), 0) as by
                        from study_plan p where p.study = :study order by p.version
                        """)
                .param("study", study.value())
                .query(
                        (row, n) ->
                                new Version(
                                        row.getInt("version"),
                                        PlanFile.draft(row.getString("plan")),
                                        row.getTimestamp("saved_at").toInstant(),
                                        row.getInt("by")))
                .list();
    }

    /**
     * Hands out the next assignment to one person: to be asked for after consent and the first
     * wave, in the transaction that stores it with the person. Those who ask at the same moment
     * come one after the other, so that no slot is given twice and none is skipped.
     *
     * @param stratum of the person, as {@link skills.evaluation.allocation.Stratum#name} says it;
     *     one that is not in the list takes from the list of the rest
     * @return empty when the list is used up, or the study is not frozen
     */
    @Transactional
    Optional<TakenSlot> nextArm(StudyId study, String stratum) {
        jdbc.sql("select study from study_freeze where study = :study for update")
                .param("study", study.value())
                .query(UUID.class)
                .optional();
        return jdbc.sql(
                        """
                        update study_slot set taken_at = :now
                        where study = :study and (stratum, position) = (
                            select s.stratum, s.position from study_slot s
                            where s.study = :study and s.taken_at is null and s.unit = ''
                              and s.stratum = case when exists (select from study_slot k
                                      where k.study = :study and k.stratum = :stratum) then :stratum else '' end
                            order by s.position limit 1)
                        returning stratum, position, arm
                        """)
                .param("study", study.value())
                .param("stratum", stratum)
                .param("now", now())
                .query(Studies::slot)
                .optional();
    }

    /**
     * The arm of a class: to be asked for when somebody of it has consented and answered the first
     * wave, since asking opens it.
     *
     * @param school as in the list of classes; empty with one school
     * @return empty when the class is not in the list, or the study is not frozen
     */
    @Transactional
    Optional<TakenSlot> armOfUnit(StudyId study, String school, String unit) {
        return jdbc.sql(
                        """
                        update study_slot set taken_at = coalesce(taken_at, :now)
                        where study = :study and school = :school and unit = :unit and unit <> ''
                        returning stratum, position, arm
                        """)
                .param("study", study.value())
                .param("school", school)
                .param("unit", unit)
                .param("now", now())
                .query(Studies::slot)
                .optional();
    }

    private static TakenSlot slot(ResultSet row, int n) throws SQLException {
        return new TakenSlot(
                row.getString("stratum"), row.getInt("position"), row.getString("arm"));
    }

    /** Takes the study's row until the transaction ends: saves and the freeze come one by one. */
    void lock(StudyId study) {
        jdbc.sql("select id from study where id = :id for update")
                .param("id", study.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Study study(ResultSet row, int n) throws SQLException {
        String planHash = row.getString("plan_hash");
        Frozen frozen =
                planHash == null
                        ? null
                        : new Frozen(
                                row.getInt("plan_version"),
                                planHash,
                                row.getLong("seed"),
                                row.getBoolean("seed_given"),
                                row.getString("list_hash"),
                                row.getTimestamp("frozen_at").toInstant());
        return new Study(
                new StudyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new OrganizationId(row.getObject("organization", UUID.class)),
                row.getBoolean("demo"),
                PlanFile.draft(row.getString("plan")),
                row.getInt("version"),
                frozen);
    }
}
