package skills.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import skills.RoomTest;
import skills.identity.Accounts;
import skills.kernel.AccountId;

/** Minutes that a part takes come from people, once there are enough of them. */
class UsageTest extends RoomTest {

    @Autowired Usage usage;
    @Autowired Accounts accounts;
    @Autowired PlatformTransactionManager transactions;

    private AccountId took(Part part, int minutes) {
        AccountId account = accounts.newGuest().id();
        usage.opened(account, part);
        clock.advance(Duration.ofMinutes(minutes));
        usage.completed(account, part);
        return account;
    }

    /** Alone in the table, so that other tests do not count along; nothing of it stays. */
    private void alone(Runnable test) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        t -> {
                            jdbc.sql("delete from usage_event").update();
                            test.run();
                            t.setRollbackOnly();
                        });
    }

    @Test
    void theMedianIsSaidFromTwentyPeopleOn() {
        alone(
                () -> {
                    for (int i = 0; i < 19; i++) took(Part.PROFILE, i < 10 ? 3 : 7);
                    assertThat(usage.medianMinutes(Part.PROFILE)).isEmpty();
                    took(Part.PROFILE, 3);
                    assertThat(usage.medianMinutes(Part.PROFILE)).hasValue(3);
                    assertThat(usage.medianMinutes(Part.SKILLS)).isEmpty();
                });
    }

    @Test
    void timeInViewCountsBeforeTimeOnTheClockAndWhoWentAwayDoesNot() {
        alone(
                () -> {
                    for (int i = 0; i < 20; i++) {
                        AccountId account = accounts.newGuest().id();
                        usage.opened(account, Part.SKILLS);
                        usage.focus(account, Part.SKILLS, 120);
                        usage.focus(account, Part.SKILLS, 180);
                        clock.advance(Duration.ofMinutes(50));
                        usage.completed(account, Part.SKILLS);
                    }
                    for (int i = 0; i < 40; i++) took(Part.SKILLS, 24 * 60);
                    assertThat(usage.medianMinutes(Part.SKILLS)).hasValue(5);
                });
    }

    @Test
    void reloadingAPageIsNotAnotherOpening() {
        AccountId account = accounts.newGuest().id();
        usage.opened(account, Part.SHARE);
        clock.advance(Duration.ofMinutes(5));
        usage.opened(account, Part.SHARE);
        assertThat(openings(account)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(11));
        usage.opened(account, Part.SHARE);
        assertThat(openings(account)).isEqualTo(2);
        assertThat(usage.hasCompleted(account, Part.SHARE)).isFalse();
    }

    private int openings(AccountId account) {
        return jdbc.sql("select count(*) from usage_event where account = :a")
                .param("a", account.value())
                .query(Integer.class)
                .single();
    }
}
