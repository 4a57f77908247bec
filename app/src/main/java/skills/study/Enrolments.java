package skills.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.plan.Wave;
import skills.kernel.AccountId;

/** Who takes part in which study, in which arm, and which waves they answered. */
@Repository
class Enrolments {

    private static final String SELECT =
            """
            select e.*, e.facts::text as facts_text, w.stopped_at
            from study_enrolment e left join study_withdrawal w on w.enrolment = e.id
            """;

    private static final int TRIES = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Pseudonyms pseudonyms;

    Enrolments(JdbcClient jdbc, Clock clock, Pseudonyms pseudonyms) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pseudonyms = pseudonyms;
    }

    /** A person's, the latest first. */
    List<Enrolment> of(AccountId account) {
        return jdbc.sql(SELECT + " where e.account = :account order by e.enrolled_at desc, e.id")
                .param("account", account.value())
                .query(Enrolments::enrolment)
                .list();
    }

    Optional<Enrolment> find(AccountId account, StudyId study) {
        return of(account).stream().filter(e -> e.study().equals(study)).findFirst();
    }

    /** Empty when it is somebody else's. */
    Optional<Enrolment> find(AccountId account, EnrolmentId id) {
        return of(account).stream().filter(e -> e.id().equals(id)).findFirst();
    }

    Optional<Enrolment> find(EnrolmentId id) {
        return jdbc.sql(SELECT + " where e.id = :id")
                .param("id", id.value())
                .query(Enrolments::enrolment)
                .optional();
    }

    /** All of a study that are not of the dry run, whoever stopped included; by pseudonym. */
    List<Enrolment> all(StudyId study) {
        return jdbc.sql(SELECT + " where e.study = :study and not e.test order by e.pseudonym")
                .param("study", study.value())
                .query(Enrolments::enrolment)
                .list();
    }

    /** All of the dry run. */
    List<Enrolment> tests(StudyId study) {
        return jdbc.sql(SELECT + " where e.study = :study and e.test order by e.pseudonym")
                .param("study", study.value())
                .query(Enrolments::enrolment)
                .list();
    }

    /** Enrols somebody, once; under a pseudonym that nobody else has in this study. */
    @Transactional
    Enrolment enrol(
            StudyId study,
            AccountId account,
            String school,
            String unit,
            Map<String, String> facts,
            boolean test) {
        // Twice at the same time comes one after the other.
        jdbc.sql("select id from account where id = :id for update")
                .param("id", account.value())
                .query(UUID.class)
                .optional();
        Optional<Enrolment> there = find(account, study);
        if (there.isPresent()) return there.get();
        for (int tries = 0; tries < TRIES; tries++) {
            int made =
                    jdbc.sql(
                                    """
                                    insert into study_enrolment
                                        (study, account, pseudonym, school, unit, facts, enrolled_at, test)
                                    values (:study, :account, :pseudonym, :school, :unit, :facts::jsonb, :now, :test)
                                    on conflict (study, pseudonym) do nothing
                                    """)
                            .param("study", study.value())
                            .param("account", account.value())
                            .param("pseudonym", pseudonyms.draw())
                            .param("school", school)
                            .param("unit", unit)
                            .param("facts", PersonFacts.write(facts))
                            .param("now", Timestamp.from(clock.instant()))
                            .param("test", test)
                            .update();
            if (made == 1) return find(account, study).orElseThrow();
        }
        throw new DuplicateKeyException("no pseudonym left in study " + study.value());
    }

    /** The arm, once it was revealed. */
    Optional<Assignment> arm(EnrolmentId enrolment) {
        return jdbc.sql("select * from study_assignment where enrolment = :id")
                .param("id", enrolment.value())
                .query((row, n) -> assignment(row))
                .optional();
    }

    Map<EnrolmentId, Assignment> arms(StudyId study) {
        Map<EnrolmentId, Assignment> all = new HashMap<>();
        jdbc.sql(
                        """
                        select a.* from study_assignment a join study_enrolment e on e.id = a.enrolment
                        where e.study = :study
                        """)
                .param("study", study.value())
                .query(
                        row -> {
                            all.put(
                                    new EnrolmentId(row.getObject("enrolment", UUID.class)),
                                    assignment(row));
                        });
        return all;
    }

    /**
     * Keeps the arm.
     *
     * @return false when one was kept before: that one stands
     */
    boolean assign(Enrolment enrolment, String arm) {
        return jdbc.sql(
                                """
                                insert into study_assignment (enrolment, arm, school, unit, revealed_at)
                                values (:id, :arm, :school, :unit, :now) on conflict (enrolment) do nothing
                                """)
                        .param("id", enrolment.id().value())
                        .param("arm", arm)
                        .param("school", orEmpty(enrolment.school()))
                        .param("unit", orEmpty(enrolment.unit()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Takes the enrolment's row until the transaction ends. */
    void lock(EnrolmentId enrolment) {
        jdbc.sql("select id from study_enrolment where id = :id for update")
                .param("id", enrolment.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * A wave that somebody answered to the end.
     *
     * @param at when the last answer was given
     */
    record Answered(Wave.Mode mode, Instant at) {}

    /** By wave. */
    Map<String, Answered> answered(EnrolmentId enrolment) {
        Map<String, Answered> all = new LinkedHashMap<>();
        jdbc.sql("select * from study_wave_answered where enrolment = :id order by answered_at")
                .param("id", enrolment.value())
                .query(
                        row -> {
                            all.put(row.getString("wave"), answered(row));
                        });
        return all;
    }

    /** By enrolment and wave. */
    Map<EnrolmentId, Map<String, Answered>> answeredIn(StudyId study) {
        Map<EnrolmentId, Map<String, Answered>> all = new HashMap<>();
        jdbc.sql(
                        """
                        select a.* from study_wave_answered a join study_enrolment e on e.id = a.enrolment
                        where e.study = :study
                        """)
                .param("study", study.value())
                .query(
                        row -> {
                            all.computeIfAbsent(
                                            new EnrolmentId(row.getObject("enrolment", UUID.class)),
                                            k -> new HashMap<>())
                                    .put(row.getString("wave"), answered(row));
                        });
        return all;
    }

    /** How a wave was begun; the first time stands. */
    void begun(EnrolmentId enrolment, String wave, Wave.Mode mode) {
        jdbc.sql(
                        """
                        insert into study_wave_begun (enrolment, wave, mode, begun_at)
                        values (:id, :wave, :mode, :now) on conflict (enrolment, wave) do nothing
                        """)
                .param("id", enrolment.value())
                .param("wave", wave)
                .param("mode", mode.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The wave is answered, in the mode in which it was begun; the first time stands. */
    void answered(EnrolmentId enrolment, String wave, Wave.Mode otherwise, Instant at) {
        jdbc.sql(
                        """
                        insert into study_wave_answered (enrolment, wave, mode, answered_at)
                        values (:id, :wave, coalesce((select mode from study_wave_begun
                                                      where enrolment = :id and wave = :wave), :mode), :at)
                        on conflict (enrolment, wave) do nothing
                        """)
                .param("id", enrolment.value())
                .param("wave", wave)
                .param("mode", otherwise.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Stopped: what was answered stays. Stopping again changes nothing. */
    void stop(EnrolmentId enrolment) {
        jdbc.sql(
                        """
                        insert into study_withdrawal (enrolment, stopped_at) values (:id, :now)
                        on conflict (enrolment) do nothing
                        """)
                .param("id", enrolment.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Somebody of whom nothing is known any more.
     *
     * @param arm null when none was revealed
     */
    record Gone(UUID id, @Nullable String arm, @Nullable String unit, @Nullable String school) {}

    List<Gone> gone(StudyId study) {
        return jdbc.sql("select * from study_gone where study = :study and not test order by id")
                .param("study", study.value())
                .query(
                        (row, n) ->
                                new Gone(
                                        row.getObject("id", UUID.class),
                                        row.getString("arm"),
                                        orNull(row.getString("unit")),
                                        orNull(row.getString("school"))))
                .list();
    }

    /** Deletes the enrolment; that there was one stays counted, under an id of its own. */
    void delete(Enrolment enrolment) {
        jdbc.sql(
                        """
                        insert into study_gone (study, arm, school, unit, test)
                        select e.study, a.arm, coalesce(a.school, e.school), coalesce(a.unit, e.unit), e.test
                        from study_enrolment e left join study_assignment a on a.enrolment = e.id
                        where e.id = :id
                        """)
                .param("id", enrolment.id().value())
                .update();
        jdbc.sql("delete from study_enrolment where id = :id")
                .param("id", enrolment.id().value())
                .update();
    }

    void openedAnyway(EnrolmentId enrolment) {
        jdbc.sql(
                        """
                        insert into study_opened_anyway (enrolment, opened_at) values (:id, :now)
                        on conflict (enrolment) do nothing
                        """)
                .param("id", enrolment.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    boolean hasOpenedAnyway(EnrolmentId enrolment) {
        return jdbc.sql("select exists (select from study_opened_anyway where enrolment = :id)")
                .param("id", enrolment.value())
                .query(Boolean.class)
                .single();
    }

    private static Answered answered(ResultSet row) throws SQLException {
        return new Answered(
                Wave.Mode.valueOf(row.getString("mode")),
                row.getTimestamp("answered_at").toInstant());
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getString("arm"),
                orNull(row.getString("unit")),
                orNull(row.getString("school")),
                row.getTimestamp("revealed_at").toInstant());
    }

    private static Enrolment enrolment(ResultSet row, int n) throws SQLException {
        Timestamp stopped = row.getTimestamp("stopped_at");
        return new Enrolment(
                new EnrolmentId(row.getObject("id", UUID.class)),
                new StudyId(row.getObject("study", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("pseudonym"),
                orNull(row.getString("unit")),
                orNull(row.getString("school")),
                PersonFacts.read(row.getString("facts_text")),
                row.getTimestamp("enrolled_at").toInstant(),
                row.getBoolean("test"),
                stopped == null ? null : stopped.toInstant());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
