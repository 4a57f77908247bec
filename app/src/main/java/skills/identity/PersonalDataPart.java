package skills.identity;

import java.util.Collection;
import java.util.Set;
import skills.kernel.AccountId;

/**
 * What one room keeps about a person. Every room that holds personal data implements it: the export
 * of "my data" collects all parts, the erasure of an account erases all parts in one transaction
 * before the account's own row goes.
 */
public interface PersonalDataPart {

    /** Name of the part in the export, in English, as a file name without ending. */
    String name();

    /** Tables of this part, so that a test finds the table that nobody exports or erases. */
    Set<String> tables();

    /** Everything that is kept of this person: records, lists, maps and texts, written as JSON. */
    Object export(AccountId account);

    /** Deletes every row of this person for good. */
    void erase(AccountId account);

    /**
     * Deletes every row of many guests at once; a part with many rows does it in one statement a
     * table.
     */
    default void eraseAll(Collection<AccountId> accounts) {
        accounts.forEach(this::erase);
    }
}
