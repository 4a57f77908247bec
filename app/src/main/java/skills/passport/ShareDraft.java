package skills.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import skills.consent.Purpose;
import skills.kernel.AccountId;

/**
 * What a person is about to open up; nobody else sees anything of it yet.
 *
 * @param id becomes the id of the consent
 * @param until last day
 */
record ShareDraft(
        UUID id,
        AccountId account,
        String recipient,
        Purpose purpose,
        String purposeWords,
        List<ShareField> fields,
        LocalDate until) {

    ShareDraft withFields(List<ShareField> others) {
        return new ShareDraft(id, account, recipient, purpose, purposeWords, others, until);
    }
}
