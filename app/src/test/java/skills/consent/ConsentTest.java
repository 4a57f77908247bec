package skills.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import skills.RoomTest;
import skills.consent.AccessLog.Outcome;
import skills.consent.Consent.State;
import skills.identity.Accounts;
import skills.kernel.AccountId;
import skills.platform.Words;

/** Consents and the log of readings: they count when they should, and history stands. */
class ConsentTest extends RoomTest {

    @Autowired Consents consents;
    @Autowired AccessLog log;
    @Autowired ConsentData data;
    @Autowired Accounts accounts;

    private AccountId person() {
        return accounts.newGuest().id();
    }

    private Consent given(AccountId account, LocalDate until) {
        var consent =
                new Consent(
                        new ConsentId(UUID.randomUUID()),
                        account,
                        "Hotel Kade",
                        Purpose.APPLYING,
                        "",
                        List.of("about"),
                        LegalGround.CONSENT,
                        now(),
                        until,
                        "1",
                        now(),
                        null);
        assertThat(consents.give(consent)).isTrue();
        return consent;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), Words.PLACE);
    }

    @Test
    void aConsentCountsToTheEndOfItsLastDayWhereTheUsersAre() {
        var until = LocalDate.of(2027, 1, 31);
        clock.set(LocalDateTime.of(2027, 1, 1, 12, 0).atZone(Words.PLACE).toInstant());
        var consent = given(person(), until);
        assertThat(
                        consent.stateAt(
                                LocalDateTime.of(2027, 1, 31, 23, 59, 59)
                                        .atZone(Words.PLACE)
                                        .toInstant()))
                .isEqualTo(State.OPEN);
        assertThat(
                        consent.stateAt(
                                LocalDateTime.of(2027, 2, 1, 0, 0).atZone(Words.PLACE).toInstant()))
                .isEqualTo(State.EXPIRED);
        assertThat(consent.stateAt(consent.from().minusMillis(1))).isEqualTo(State.NOT_YET);
    }

    @Test
    void withdrawnCountsFromThatInstantAndOnlyTheFirstTime() {
        AccountId account = person();
        var consent = given(account, today().plusDays(9));
        assertThat(consents.validAt(account, now())).hasSize(1);
        clock.advance(java.time.Duration.ofSeconds(1));
        assertThat(consents.withdraw(account, consent.id())).isTrue();
        var first = consents.find(account, consent.id()).orElseThrow().withdrawnAt();
        assertThat(first).isNotNull();
        assertThat(consents.validAt(account, now())).isEmpty();
        assertThat(consents.validAt(account, first.minusMillis(1)))
                .as("what stood a moment before")
                .hasSize(1);
        clock.advance(Duration.ofHours(1));
        assertThat(consents.withdraw(account, consent.id())).isTrue();
        assertThat(consents.find(account, consent.id()).orElseThrow().withdrawnAt())
                .isEqualTo(first);
    }

    @Test
    void nobodyWithdrawsOrSeesAnothersConsent() {
        AccountId account = person();
        AccountId other = person();
        var consent = given(account, today());
        assertThat(consents.withdraw(other, consent.id())).isFalse();
        assertThat(consents.find(other, consent.id())).isEmpty();
        assertThat(consents.find(account, consent.id()).orElseThrow().validAt(now())).isTrue();
    }

    @Test
    void theSameConsentTwiceIsOne() {
        AccountId account = person();
        var consent = given(account, today());
        assertThat(consents.give(consent)).isFalse();
        assertThat(consents.list(account)).hasSize(1);
    }

    @Test
    void aConsentToNothingForNobodyOrForNoPurposeCannotBe() {
        AccountId account = person();
        assertThatThrownBy(() -> consent(account, "x", Purpose.APPLYING, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> consent(account, " ", Purpose.APPLYING, List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> consent(account, "x", Purpose.OTHER, List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Consent consent(
            AccountId account, String recipient, Purpose purpose, List<String> fields) {
        return new Consent(
                new ConsentId(UUID.randomUUID()),
                account,
                recipient,
                purpose,
                "",
                fields,
                LegalGround.CONSENT,
                now(),
                today(),
                "1",
                now(),
                null);
    }

    @Test
    void theDatabaseRefusesToRewriteHistory() {
        AccountId account = person();
        var consent = given(account, today());
        log.add(consent, "page", Outcome.OPENED);
        consents.withdraw(account, consent.id());
        for (String table : List.of("access_log", "consent_withdrawal", "consent")) {
            assertThatThrownBy(
                            () ->
                                    jdbc.sql("delete from " + table + " where account = :a")
                                            .param("a", account.value())
                                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("rows are only added");
            assertThatThrownBy(() -> jdbc.sql("truncate " + table + " cascade").update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(
                        () ->
                                jdbc.sql("update access_log set recipient = 'x' where account = :a")
                                        .param("a", account.value())
                                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "update consent set valid_until = '2099-01-01' where account = :a")
                                        .param("a", account.value())
                                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(log.entries(account)).hasSize(1);
    }

    @Test
    void erasureIsTheOneExceptionAndTakesNobodyElsesRows() {
        AccountId account = person();
        AccountId other = person();
        log.add(given(account, today()), "page", Outcome.OPENED);
        log.add(given(other, today()), "page", Outcome.OPENED);
        data.erase(account);
        assertThat(consents.list(account)).isEmpty();
        assertThat(log.entries(account)).isEmpty();
        assertThat(log.entries(other)).hasSize(1);
        assertThatThrownBy(
                        () ->
                                jdbc.sql("delete from access_log where account = :a")
                                        .param("a", other.value())
                                        .update())
                .as("the door is shut again")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void tenPeopleAreEnoughForAFigureAndNineAreNot() {
        assertThat(MinimumCellSize.allows(10)).isTrue();
        assertThat(MinimumCellSize.allows(9)).isFalse();
    }
}
