package skills.study;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Consents;
import skills.consent.LegalGround;
import skills.consent.Purpose;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Plan;
import skills.identity.Organizations;
import skills.kernel.AccountId;

/** What a participant agreed to, purpose by purpose; each can be taken back by itself. */
@Component
class Agreements {

    /** Without it the use of the passport is not looked at. */
    static final String USAGE = "use";

    private static final int LONGEST_RECIPIENT = 200;

    private final Consents consents;
    private final Organizations organizations;
    private final JdbcClient jdbc;
    private final Clock clock;

    Agreements(Consents consents, Organizations organizations, JdbcClient jdbc, Clock clock) {
        this.consents = consents;
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the link between person and answers is deleted. */
    static LocalDate until(Plan plan) {
        return LocalDate.ofInstant(WaveClock.end(plan), ZoneId.of(plan.zone()))
                .plusMonths(plan.retentionMonths());
    }

    /** Who asks. */
    String recipient(Study study) {
        String name =
                organizations
                        .find(study.organization())
                        .map(Organizations.Organization::name)
                        .orElse(study.name());
        return name.substring(0, Math.min(name.length(), LONGEST_RECIPIENT));
    }

    /** Gives those of the plan's purposes that are named. */
    void give(Study study, Enrolment enrolment, Set<String> purposes) {
        Instant now = clock.instant();
        String recipient = recipient(study);
        for (ConsentText text : Texts.consents(study.plan())) {
            if (!purposes.contains(text.purpose())) continue;
            var consent =
                    new Consent(
                            new ConsentId(UUID.randomUUID()),
                            enrolment.account(),
                            recipient,
                            Purpose.STUDY,
                            "",
                            List.of("study/" + study.name() + "/" + text.purpose()),
                            ground(text.ground()),
                            now,
                            until(study.plan()),
                            Texts.version(study, text),
                            now,
                            null);
            consents.give(consent);
            jdbc.sql(
                            """
                            insert into study_consent (enrolment, purpose, consent) values (:id, :purpose, :consent)
                            on conflict (enrolment, purpose) do update set consent = excluded.consent
                            """)
                    .param("id", enrolment.id().value())
                    .param("purpose", text.purpose())
                    .param("consent", consent.id().value())
                    .update();
        }
    }

    /** "6(1)(a)" as the room of consents names it; what is unknown counts as consent. */
    static LegalGround ground(String article) {
        return switch (article.replaceAll("\\s", "")) {
            case "6(1)(b)" -> LegalGround.CONTRACT;
            case "6(1)(c)" -> LegalGround.LEGAL_DUTY;
            case "6(1)(e)" -> LegalGround.PUBLIC_TASK;
            case "6(1)(f)" -> LegalGround.LEGITIMATE_INTEREST;
            default -> LegalGround.CONSENT;
        };
    }

    /** By purpose, those that were given, however they stand now. */
    Map<String, Consent> of(Enrolment enrolment) {
        Map<String, Consent> all = new LinkedHashMap<>();
        ids(enrolment)
                .forEach(
                        (purpose, id) ->
                                consents.find(enrolment.account(), id)
                                        .ifPresent(c -> all.put(purpose, c)));
        return all;
    }

    private Map<String, ConsentId> ids(Enrolment enrolment) {
        Map<String, ConsentId> all = new LinkedHashMap<>();
        jdbc.sql(
                        "select purpose, consent from study_consent where enrolment = :id order by purpose")
                .param("id", enrolment.id().value())
                .query(
                        row -> {
                            all.put(
                                    row.getString("purpose"),
                                    new ConsentId(row.getObject("consent", UUID.class)));
                        });
        return all;
    }

    /**
     * The purposes that were not taken back, by enrolment. What was given stands until the link
     * between person and answers goes.
     */
    Map<EnrolmentId, Set<String>> standing(StudyId study) {
        record Given(EnrolmentId enrolment, String purpose, ConsentId consent) {}
        List<Given> given =
                jdbc.sql(
                                """
                                select c.enrolment, c.purpose, c.consent from study_consent c
                                join study_enrolment e on e.id = c.enrolment where e.study = :study
                                """)
                        .param("study", study.value())
                        .query(
                                (row, n) ->
                                        new Given(
                                                new EnrolmentId(
                                                        row.getObject("enrolment", UUID.class)),
                                                row.getString("purpose"),
                                                new ConsentId(
                                                        row.getObject("consent", UUID.class))))
                        .list();
        Set<ConsentId> withdrawn = consents.withdrawn(given.stream().map(Given::consent).toList());
        return given.stream()
                .filter(g -> !withdrawn.contains(g.consent()))
                .collect(
                        Collectors.groupingBy(
                                Given::enrolment,
                                Collectors.mapping(Given::purpose, Collectors.toSet())));
    }

    void withdraw(AccountId account, Enrolment enrolment, String purpose) {
        ConsentId id = ids(enrolment).get(purpose);
        if (id != null) consents.withdraw(account, id);
    }

    void withdrawAll(Enrolment enrolment) {
        ids(enrolment).values().forEach(id -> consents.withdraw(enrolment.account(), id));
    }
}
