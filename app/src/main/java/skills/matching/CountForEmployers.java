package skills.matching;

import org.springframework.stereotype.Component;
import skills.identity.Account;
import skills.kernel.AccountId;

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

    private final CountConsents consents;

    CountForEmployers(CountConsents consents) {
        this.consents = consents;
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
        consents.agree(account.id(), recipient, FIELD, TEXT_VERSION);
    }

    /** From this instant on no figure counts the person. */
    void stop(AccountId account) {
        consents.stop(account, FIELD);
    }

    /** Whether this person counts; only ever for the person's own eyes. */
    boolean counts(AccountId account) {
        return consents.counts(account, FIELD);
    }

    /** Who is counted in a figure that is made now: by fives, first to agree first. */
    Cohort<AccountId> cohort() {
        return Cohort.of(consents.persons(FIELD).stream().limit(MOST).toList());
    }
}
