package skills.study;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.evaluation.plan.Wave;
import skills.identity.Addresses;
import skills.kernel.Language;
import skills.platform.Mail;
import skills.platform.Problem;

/**
 * Reminds everybody of an open wave that they did not answer to the end, wherever they stopped: who
 * left out the wave before or the first is reminded like the others. At most once for each of three
 * days, by day only, where there is an address and consent to write. Whoever answered, stopped or
 * took that consent back hears nothing, and neither does anybody once the wave is closed. The row
 * is the lock: of two instances one gets to write it. A letter for the outbox is laid there in the
 * same transaction; a mail server gets it after that, so that being killed in between never sends
 * it twice.
 */
@Component
class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    /** Days after opening. */
    static final List<Integer> DAYS = List.of(2, 5, 9);

    /** Hours on the clock of the plan's place: from the first, until before the last. */
    static final int FROM = 8;

    static final int UNTIL = 20;

    /** The purpose that lets us write. */
    static final String CONTACT = "contact";

    private final Studies studies;
    private final Enrolments enrolments;
    private final Agreements agreements;
    private final Addresses addresses;
    private final ReminderText texts;
    private final Mail mail;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(
            Studies studies,
            Enrolments enrolments,
            Agreements agreements,
            Addresses addresses,
            ReminderText texts,
            Mail mail,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.studies = studies;
        this.enrolments = enrolments;
        this.agreements = agreements;
        this.addresses = addresses;
        this.texts = texts;
        this.mail = mail;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Due(Study study, Wave wave, int day) {}

    private record Letter(Due due, Enrolment enrolment, String address, ReminderText.Text text) {}

    @Scheduled(
            initialDelayString = "${skills.study.remind.delay:PT6M}",
            fixedDelayString = "${skills.study.remind.every:PT15M}")
    void run() {
        int written = 0;
        for (Study study : studies.all()) {
            if (!study.isFrozen()) continue;
            Instant now = clock.instant();
            ZonedDateTime there = now.atZone(ZoneId.of(study.plan().zone()));
            if (there.getHour() < FROM || there.getHour() >= UNTIL) continue;
            for (Wave wave : WaveClock.open(study.plan(), now)) written += remind(study, wave, now);
        }
        if (written > 0) LOG.info("wrote {} reminders of open waves", written);
    }

    private int remind(Study study, Wave wave, Instant now) {
        if (wave.instruments().isEmpty()) return 0;
        int day = day(Duration.between(WaveClock.opens(study.plan(), wave), now));
        if (day == 0) return 0;
        var due = new Due(study, wave, day);
        Map<EnrolmentId, Set<String>> agreed = agreements.standing(study.id());
        Map<EnrolmentId, Map<String, Enrolments.Answered>> answered =
                enrolments.answeredIn(study.id());
        Set<EnrolmentId> told = told(due);
        int written = 0;
        for (Enrolment e : enrolments.all(study.id())) {
            if (told.contains(e.id())
                    || !e.isGoing()
                    || answered.getOrDefault(e.id(), Map.of()).containsKey(wave.id())
                    || !agreed.getOrDefault(e.id(), Set.of()).contains(CONTACT)) continue;
            var address = addresses.newest(e.account());
            if (address.isEmpty()) continue;
            try {
                if (write(due, e, address.get())) written++;
            } catch (RuntimeException failed) {
                // One person's trouble keeps no letter from the others.
                LOG.warn("a reminder was not written: {}", failed.getClass().getSimpleName());
            }
        }
        return written;
    }

    /** The last of the three days that came; who missed one hears of the last only. */
    static int day(Duration sinceOpening) {
        return DAYS.stream()
                .filter(d -> sinceOpening.toDays() >= d)
                .max(Integer::compare)
                .orElse(0);
    }

    private boolean write(Due due, Enrolment enrolment, String address) {
        var letter =
                new Letter(
                        due, enrolment, address, texts.write(due.study(), due.wave(), enrolment));
        if (!Boolean.TRUE.equals(transaction.execute(t -> claim(letter)))) return false;
        if (mail.goesOut()) {
            try {
                send(letter);
            } catch (Problem refused) {
                takeBack(letter);
                throw refused;
            }
        }
        return true;
    }

    /**
     * False when another instance was first, or when there is nothing left to remind of: that is
     * looked at once more with the row in hand.
     */
    private boolean claim(Letter letter) {
        EnrolmentId id = letter.enrolment().id();
        enrolments.lock(id);
        boolean open =
                enrolments.find(id).filter(Enrolment::isGoing).isPresent()
                        && !enrolments.answered(id).containsKey(letter.due().wave().id());
        boolean first =
                open
                        && jdbc.sql(
                                                """
                                                insert into study_reminder (enrolment, wave, day, written_at)
                                                values (:id, :wave, :day, :now) on conflict do nothing
                                                """)
                                        .param("id", id.value())
                                        .param("wave", letter.due().wave().id())
                                        .param("day", letter.due().day())
                                        .param("now", Timestamp.from(clock.instant()))
                                        .update()
                                > 0;
        if (first && !mail.goesOut()) send(letter);
        return first;
    }

    private void send(Letter letter) {
        mail.send(letter.address(), Language.NL, letter.text().subject(), letter.text().body());
    }

    /** The mail server did not take it: as if it was never written, so that the next run tries. */
    private void takeBack(Letter letter) {
        jdbc.sql("delete from study_reminder where enrolment = :id and wave = :wave and day = :day")
                .param("id", letter.enrolment().id().value())
                .param("wave", letter.due().wave().id())
                .param("day", letter.due().day())
                .update();
    }

    private Set<EnrolmentId> told(Due due) {
        return Set.copyOf(
                jdbc
                        .sql(
                                """
                                select r.enrolment from study_reminder r join study_enrolment e on e.id = r.enrolment
                                where e.study = :study and r.wave = :wave and r.day = :day
                                """)
                        .param("study", due.study().id().value())
                        .param("wave", due.wave().id())
                        .param("day", due.day())
                        .query(java.util.UUID.class)
                        .list()
                        .stream()
                        .map(EnrolmentId::new)
                        .toList());
    }
}
