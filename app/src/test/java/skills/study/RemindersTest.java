package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import skills.evaluation.plan.Allocation;
import skills.identity.Account;
import skills.identity.Addresses;
import skills.platform.Mail;
import skills.platform.Outbox;
import skills.study.StudyWorlds.World;

/** Letters that remind of an open wave; T1 opens on 1 March 2027, 08:00, for a week. */
class RemindersTest extends StudyRoomTest {

    private static final Instant FIRST_DAY = Instant.parse("2027-03-02T12:00:00Z");
    private static final Instant SECOND_NIGHT = Instant.parse("2027-03-04T02:00:00Z");
    private static final Instant SECOND = Instant.parse("2027-03-04T12:00:00Z");
    private static final Instant FIFTH = Instant.parse("2027-03-06T12:00:00Z");
    private static final Instant IN_T2 = Instant.parse("2027-04-03T12:00:00Z");

    @Autowired Reminders reminders;
    @Autowired Outbox outbox;

    @Test
    void everybodyWithAnOpenWaveIsRemindedWhereverTheyStoppedAndNobodyElse() {
        World world = world(Allocation.Unit.CLASS);
        Person fresh = contacted(world);
        Person half = contacted(world);
        Person done = contacted(world);
        Person stopped = contacted(world);
        Person gone = contacted(world);
        Person silent = withAddress(enrolled(world, 0));
        Person backed = contacted(world);
        Person nowhere = agreeing(world);
        clock.set(FIRST_DAY);
        answer(done.browser(), enrolment(world, done).wave("T1"), 3);
        var page = half.browser().post(enrolment(world, half).wave("T1"));
        half.browser().post(page.path(), "value", "2");
        stopped.browser().post("/study/" + enrolment(world, stopped).id() + "/stop", "how", "keep");
        gone.browser().post("/study/" + enrolment(world, gone).id() + "/stop", "how", "delete");
        backed.browser()
                .post("/study/" + enrolment(world, backed).id() + "/back", "purpose", "contact");
        reminders.run();
        assertThat(letters(fresh)).as("not on the first day").isEmpty();
        clock.set(SECOND_NIGHT);
        reminders.run();
        assertThat(letters(fresh)).as("not at night").isEmpty();
        clock.set(SECOND);
        reminders.run();
        reminders.run();
        assertThat(letters(fresh)).hasSize(1);
        Outbox.Letter letter = letters(fresh).getFirst();
        assertThat(letter.subject()).isEqualTo("Nog even open: Vragen T1");
        assertThat(letter.text())
                .contains(
                        "tot en met 7 maart 2027",
                        "Questions T1 is open",
                        enrolment(world, fresh).wave("T1"))
                .doesNotContain("bon");
        assertThat(letters(half)).hasSize(1);
        assertThat(letters(half).getFirst().text())
                .contains("was bezig met Vragen T1", "were busy with");
        for (Person p : List.of(done, stopped, gone, silent, backed, nowhere))
            assertThat(letters(p)).isEmpty();
        answer(half.browser(), enrolment(world, half).wave("T1"), 2);
        clock.set(FIFTH);
        reminders.run();
        assertThat(letters(fresh)).hasSize(2);
        assertThat(letters(half)).as("answered by now").hasSize(1);
        clock.set(AFTER_T1);
        reminders.run();
        assertThat(letters(fresh)).as("closed").hasSize(2);
        clock.set(IN_T2);
        reminders.run();
        assertThat(letters(fresh))
                .as("who left out the first wave is reminded of the second")
                .hasSize(3);
        assertThat(letters(done)).hasSize(1);
        assertThat(letters(stopped)).isEmpty();
    }

    @Test
    void whenAServerWasAwayOnlyTheLastReminderComes() {
        World world = world(Allocation.Unit.CLASS);
        Person p = contacted(world);
        clock.set(FIFTH);
        reminders.run();
        reminders.run();
        assertThat(letters(p)).hasSize(1);
    }

    @Test
    void ofTwoInstancesOneWritesEachLetter() throws Exception {
        World world = world(Allocation.Unit.CLASS);
        List<Person> all = new ArrayList<>();
        for (int n = 0; n < 8; n++) all.add(contacted(world));
        clock.set(SECOND);
        var other =
                new Reminders(
                        studies,
                        enrolments,
                        context.getBean(Agreements.class),
                        context.getBean(Addresses.class),
                        context.getBean(ReminderText.class),
                        context.getBean(Mail.class),
                        context.getBean(TransactionTemplate.class),
                        jdbc,
                        clock);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var run :
                    threads.invokeAll(
                            List.<Callable<Void>>of(() -> run(reminders), () -> run(other))))
                run.get();
        }
        assertThat(all).allSatisfy(p -> assertThat(letters(p)).hasSize(1));
    }

    @Test
    void theThreeDaysAreTwoFiveAndNine() {
        var day = java.time.Duration.ofDays(1);
        assertThat(
                        List.of(0, 1, 2, 4, 5, 8, 9, 30).stream()
                                .map(n -> Reminders.day(day.multipliedBy(n))))
                .containsExactly(0, 0, 2, 2, 5, 5, 9, 9);
        assertThat(Reminders.day(day.multipliedBy(2).minusSeconds(1))).isZero();
    }

    private static Void run(Reminders of) {
        of.run();
        return null;
    }

    private Person contacted(World world) {
        return withAddress(agreeing(world));
    }

    private Person agreeing(World world) {
        Person p = person(Account.AgeGroup.ADULT);
        demo.join(p.account(), world.groups().getFirst());
        p.browser().get("/study");
        p.browser().post(world.join());
        p.browser().post(world.consent(), "agree", "answers", "agree", "contact");
        return p;
    }

    private Person withAddress(Person p) {
        jdbc.sql(
                        "insert into mail_address (address, account, confirmed_at) values (:address, :account, now())")
                .param("address", address(p))
                .param("account", p.account().value())
                .update();
        return p;
    }

    private static String address(Person p) {
        return p.name() + "@example.org";
    }

    private List<Outbox.Letter> letters(Person p) {
        return outbox.to(List.of(address(p)));
    }
}
