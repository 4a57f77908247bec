package skills.study;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.assessment.Rounds;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/**
 * What is kept of a participant. Whoever erases the account leaves what whoever deletes leaves: one
 * more that once enrolled.
 */
@Component
@Order(EnrolmentData.LAST)
class EnrolmentData implements PersonalDataPart, DryRunPart {

    /** What points at an enrolment goes first. */
    static final int LAST = 1000;

    private final JdbcClient jdbc;
    private final Enrolments enrolments;
    private final Leaving leaving;
    private final Studies studies;
    private final Rounds rounds;

    EnrolmentData(
            JdbcClient jdbc,
            Enrolments enrolments,
            Leaving leaving,
            Studies studies,
            Rounds rounds) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
        this.leaving = leaving;
        this.studies = studies;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "study";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "study_person",
                "study_asked",
                "study_said",
                "study_parent",
                "study_enrolment",
                "study_consent",
                "study_assignment",
                "study_wave_begun",
                "study_wave_answered",
                "study_opened_anyway",
                "study_withdrawal",
                "study_gone",
                "study_lesson");
    }

    @Override
    public Object export(AccountId account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "listed",
                rows(
                        account,
                        """
                        select s.name as study, p.school, p.unit, p.number, p.name, p.address, p.facts::text, p.imported_at
                        from study_person p join study s on s.id = p.study where p.account = :id order by p.imported_at
                        """));
        all.put(
                "asked",
                rows(
                        account,
                        """
                        select s.name as study, a.how, a.school, a.unit, a.facts::text, a.asked_at
                        from study_asked a join study s on s.id = a.study where a.account = :id order by a.asked_at
                        """));
        all.put(
                "said",
                rows(
                        account,
                        """
                        select s.name as study, a.taking_part, a.purposes, a.plan_version, a.said_at
                        from study_said a join study s on s.id = a.study where a.account = :id order by a.said_at
                        """));
        all.put(
                "parents",
                rows(
                        account,
                        """
                        select s.name as study, p.address, p.asked_at, p.plan_version, p.allowed_at, p.ended_at
                        from study_parent p join study s on s.id = p.study where p.account = :id order by p.asked_at
                        """));
        all.put("studies", enrolments.of(account).stream().map(this::export).toList());
        return all;
    }

    private Map<String, Object> export(Enrolment enrolment) {
        Study study = studies.find(enrolment.study()).orElseThrow();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("study", study.name());
        all.put("enrolment", enrolment.id().toString());
        all.put("pseudonym", enrolment.pseudonym());
        all.put("unit", String.valueOf(enrolment.unit()));
        all.put("school", String.valueOf(enrolment.school()));
        all.put("facts", enrolment.facts());
        all.put("at", enrolment.at().toString());
        enrolments
                .arm(enrolment.id())
                .ifPresent(
                        a ->
                                all.put(
                                        "arm",
                                        Map.of("arm", a.arm(), "at", a.revealedAt().toString())));
        if (enrolment.stoppedAt() != null) all.put("stopped", enrolment.stoppedAt().toString());
        all.put(
                "begun",
                jdbc.sql(
                                "select wave, mode, begun_at from study_wave_begun where enrolment = :id order by begun_at")
                        .param("id", enrolment.id().value())
                        .query()
                        .listOfRows());
        all.put(
                "openedAnyway",
                jdbc.sql("select opened_at from study_opened_anyway where enrolment = :id")
                        .param("id", enrolment.id().value())
                        .query()
                        .listOfRows());
        all.put("waves", waves(study, enrolment));
        return all;
    }

    /** Own answers, wave by wave, as they count in the study. */
    private List<Map<String, Object>> waves(Study study, Enrolment enrolment) {
        Map<String, Enrolments.Answered> answered = enrolments.answered(enrolment.id());
        return study.plan().waves().stream()
                .map(
                        w -> {
                            Map<String, Object> wave = new LinkedHashMap<>();
                            wave.put("wave", w.id());
                            var at = answered.get(w.id());
                            if (at != null) {
                                wave.put("mode", at.mode().name());
                                wave.put("answered", at.at().toString());
                            }
                            wave.put(
                                    "answers",
                                    rounds.given(List.of(enrolment.wave(w.id()))).stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            g ->
                                                                    g.instrument().name()
                                                                            + "/"
                                                                            + g.scale()
                                                                            + "_"
                                                                            + g.number(),
                                                            Rounds.Given::value,
                                                            (a, b) -> b,
                                                            java.util.TreeMap::new)));
                            return wave;
                        })
                .toList();
    }

    private List<Map<String, Object>> rows(AccountId account, String sql) {
        return jdbc.sql(sql).param("id", account.value()).query().listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    @Transactional
    public void eraseAll(Collection<AccountId> accounts) {
        for (AccountId account : accounts) enrolments.of(account).forEach(leaving::erase);
        UUID[] ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        for (String table : List.of("study_person", "study_asked", "study_said", "study_parent"))
            jdbc.sql("delete from " + table + " where account = any(:ids)")
                    .param("ids", ids)
                    .update();
    }

    @Override
    @Transactional
    public int erase(StudyId study) {
        List<Enrolment> tests = enrolments.tests(study);
        for (Enrolment enrolment : tests) {
            rounds.erase(enrolment.account(), enrolment.waves());
            for (String table : List.of("study_asked", "study_said", "study_parent"))
                jdbc.sql("delete from " + table + " where account = :account and study = :study")
                        .param("account", enrolment.account().value())
                        .param("study", study.value())
                        .update();
            jdbc.sql("delete from study_enrolment where id = :id")
                    .param("id", enrolment.id().value())
                    .update();
        }
        int gone =
                jdbc.sql("delete from study_gone where study = :study and test")
                        .param("study", study.value())
                        .update();
        int lessons =
                jdbc.sql("delete from study_lesson where study = :study")
                        .param("study", study.value())
                        .update();
        return tests.size() + gone + lessons;
    }
}
