package skills.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Consents;
import skills.consent.LegalGround;
import skills.consent.Purpose;
import skills.identity.Account;
import skills.identity.Group;
import skills.identity.GroupId;
import skills.identity.Memberships;
import skills.kernel.AccountId;
import skills.platform.Words;

/**
 * Who lets her skills count in figures about a class. Nobody but the person can ask who did; a
 * figure is made of {@link #cohort} only.
 */
@Component
public class CountMeIn {

    /** Raise it when the words that a person agrees to change: gone.count.* in the messages. */
    private static final String TEXT_VERSION = "1";

    private final Consents consents;
    private final Memberships memberships;
    private final Clock clock;

    CountMeIn(Consents consents, Memberships memberships, Clock clock) {
        this.consents = consents;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * Counts the person in from now on, for a year; who counts already is not counted twice.
     *
     * @throws IllegalArgumentException when the person is a guest or not in the group: a class code
     *     and a few fresh guests would otherwise be enough to single out whoever else counts
     */
    public void agree(Account account, Group group) {
        if (account.isGuest() || !memberships.of(account.id()).contains(group.id()))
            throw new IllegalArgumentException("not of this group");
        if (counts(account.id(), group.id())) return;
        var now = clock.instant();
        consents.give(
                new Consent(
                        new ConsentId(UUID.randomUUID()),
                        account.id(),
                        group.name(),
                        Purpose.GROUP_FIGURES,
                        "",
                        List.of(field(group.id())),
                        LegalGround.CONSENT,
                        now,
                        LocalDate.ofInstant(now, Words.PLACE).plusYears(1),
                        TEXT_VERSION,
                        now,
                        null));
    }

    /** From this instant on no new figure counts the person. */
    public void stop(AccountId account, GroupId group) {
        open(account, group).forEach(c -> consents.withdraw(account, c.id()));
    }

    /** Whether this person counts; only ever for the person's own eyes. */
    public boolean counts(AccountId account, GroupId group) {
        return !open(account, group).isEmpty();
    }

    /**
     * Who is counted in a figure that is made now: of those who agreed and are still in the group.
     */
    Cohort<AccountId> cohort(GroupId group) {
        Set<AccountId> members = new HashSet<>(memberships.in(group));
        return Cohort.of(
                consents.persons(Purpose.GROUP_FIGURES, field(group), clock.instant()).stream()
                        .filter(members::contains)
                        .toList());
    }

    private List<Consent> open(AccountId account, GroupId group) {
        return consents.validAt(account, clock.instant()).stream()
                .filter(
                        c ->
                                c.purpose() == Purpose.GROUP_FIGURES
                                        && c.fields().contains(field(group)))
                .toList();
    }

    private static String field(GroupId group) {
        return "skills-in/" + group.value();
    }
}
