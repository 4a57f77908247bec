package skills.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Consents;
import skills.consent.LegalGround;
import skills.consent.Purpose;
import skills.kernel.AccountId;
import skills.platform.Words;

/** Consents to count in figures about a group: a field for each kind of figure. */
@Component
class CountConsents {

    private final Consents consents;
    private final Clock clock;

    CountConsents(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Counts the person in from now on, for a year; who counts already is not counted twice.
     *
     * @param recipient in the language of the page
     */
    void agree(AccountId account, String recipient, String field, String textVersion) {
        if (counts(account, field)) return;
        var now = clock.instant();
        consents.give(
                new Consent(
                        new ConsentId(UUID.randomUUID()),
                        account,
                        recipient,
                        Purpose.GROUP_FIGURES,
                        "",
                        List.of(field),
                        LegalGround.CONSENT,
                        now,
                        LocalDate.ofInstant(now, Words.PLACE).plusYears(1),
                        textVersion,
                        now,
                        null));
    }

    /** From this instant on no new figure counts the person. */
    void stop(AccountId account, String field) {
        open(account, field).forEach(c -> consents.withdraw(account, c.id()));
    }

    boolean counts(AccountId account, String field) {
        return !open(account, field).isEmpty();
    }

    /** Who counts now, first to agree first. */
    List<AccountId> persons(String field) {
        return consents.persons(Purpose.GROUP_FIGURES, field, clock.instant());
    }

    private List<Consent> open(AccountId account, String field) {
        return consents.validAt(account, clock.instant()).stream()
                .filter(c -> c.purpose() == Purpose.GROUP_FIGURES && c.fields().contains(field))
                .toList();
    }
}
