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
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.platform.Words;

/**
 * Who lets her skills count in what employers see of whom a vacancy shuts out. That is another
 * question than counting for a class, and asked by itself. A figure is made of {@link #cohort}
 * only.
 */
@Component
class CountForEmployers {

    /** Raise it when the words that a person agrees to change: employer.count.* in the messages. */
    private static final String TEXT_VERSION = "1";

    private static final String FIELD = "skills-for-employers";

    /** A figure is made at each look: more people would make it slow, and say the same. */
    static final int MOST = 300;

    private final Consents consents;
    private final Clock clock;

    CountForEmployers(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /** A guest could be anybody, ten times; of a child nothing is shown to employers. */
    static boolean mayAgree(Account account) {
        return !account.isGuest() && account.mayHavePublicPage();
    }

    /**
     * Counts the person in from now on, for a year; who counts already is not counted twice.
     *
     * @param recipient "employers" in the language of the page
     * @throws IllegalArgumentException for somebody who may not agree
     */
    void agree(Account account, String recipient) {
        if (!mayAgree(account)) throw new IllegalArgumentException("may not count");
        if (counts(account.id())) return;
        var now = clock.instant();
        consents.give(
                new Consent(
                        new ConsentId(UUID.randomUUID()),
                        account.id(),
                        recipient,
                        Purpose.GROUP_FIGURES,
                        "",
                        List.of(FIELD),
                        LegalGround.CONSENT,
                        now,
                        LocalDate.ofInstant(now, Words.PLACE).plusYears(1),
                        TEXT_VERSION,
                        now,
                        null));
    }

    /** From this instant on no figure counts the person. */
    void stop(AccountId account) {
        open(account).forEach(c -> consents.withdraw(account, c.id()));
    }

    /** Whether this person counts; only ever for the person's own eyes. */
    boolean counts(AccountId account) {
        return !open(account).isEmpty();
    }

    /** Who is counted in a figure that is made now: by fives, first to agree first. */
    Cohort<AccountId> cohort() {
        return Cohort.of(
                consents.persons(Purpose.GROUP_FIGURES, FIELD, clock.instant()).stream()
                        .limit(MOST)
                        .toList());
    }

    private List<Consent> open(AccountId account) {
        return consents.validAt(account, clock.instant()).stream()
                .filter(c -> c.purpose() == Purpose.GROUP_FIGURES && c.fields().contains(FIELD))
                .toList();
    }
}
