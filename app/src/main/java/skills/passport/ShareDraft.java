package skills.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import skills.consent.Purpose;
import skills.kernel.AccountId;

/**
 * What a person is about to open up; nobody else sees anything of it yet.
 *
 * @param id becomes the id of the consent
 * @param until last day
 * @param notes what the person wrote above a result, by its id
 */
record ShareDraft(
        UUID id,
        AccountId account,
        String recipient,
        Purpose purpose,
        String purposeWords,
        List<ShareField> fields,
        LocalDate until,
        Map<UUID, String> notes) {

    ShareDraft withFields(List<ShareField> others) {
        return new ShareDraft(id, account, recipient, purpose, purposeWords, others, until, notes);
    }

    ShareDraft withNotes(Map<UUID, String> others) {
        return new ShareDraft(
                id, account, recipient, purpose, purposeWords, fields, until, Map.copyOf(others));
    }

    /** The first result of which nothing was chosen yet. */
    Optional<UUID> pending() {
        return fields.stream()
                .filter(ShareField::isPending)
                .flatMap(f -> f.id().stream())
                .findFirst();
    }
}
