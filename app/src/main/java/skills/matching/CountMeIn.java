package skills.matching;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import skills.identity.Account;
import skills.identity.Group;
import skills.identity.GroupId;
import skills.identity.Memberships;
import skills.kernel.AccountId;

/**
 * Who lets her skills count in figures about a class. Nobody but the person can ask who did; a
 * figure is made of {@link #cohort} only.
 */
@Component
public class CountMeIn {

    /** Raise it when the words that a person agrees to change: gone.count.* in the messages. */
    private static final String TEXT_VERSION = "1";

    private final CountConsents consents;
    private final Memberships memberships;

    CountMeIn(CountConsents consents, Memberships memberships) {
        this.consents = consents;
        this.memberships = memberships;
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
        consents.agree(account.id(), group.name(), field(group.id()), TEXT_VERSION);
    }

    /** From this instant on no new figure counts the person. */
    public void stop(AccountId account, GroupId group) {
        consents.stop(account, field(group));
    }

    /** Whether this person counts; only ever for the person's own eyes. */
    public boolean counts(AccountId account, GroupId group) {
        return consents.counts(account, field(group));
    }

    /**
     * Who is counted in a figure that is made now: of those who agreed and are still in the group.
     */
    Cohort<AccountId> cohort(GroupId group) {
        Set<AccountId> members = new HashSet<>(memberships.in(group));
        return Cohort.of(
                consents.persons(field(group)).stream().filter(members::contains).toList());
    }

    private static String field(GroupId group) {
        return "skills-in/" + group.value();
    }
}
