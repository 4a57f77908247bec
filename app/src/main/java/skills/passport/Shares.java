package skills.passport;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Consents;
import skills.consent.LegalGround;
import skills.kernel.AccountId;
import skills.usage.Part;
import skills.usage.Usage;

/** Opens a page for a reader, and closes it. */
@Component
class Shares {

    /** Version of the words on the preview that a person agrees to; raise it when they change. */
    static final String TEXT_VERSION = "2026-11-25.2";

    private final Consents consents;
    private final ShareDrafts drafts;
    private final ShareLinks links;
    private final Releases releases;
    private final Usage usage;
    private final Clock clock;

    Shares(
            Consents consents,
            ShareDrafts drafts,
            ShareLinks links,
            Releases releases,
            Usage usage,
            Clock clock) {
        this.releases = releases;
        this.consents = consents;
        this.drafts = drafts;
        this.links = links;
        this.usage = usage;
        this.clock = clock;
    }

    /** The consent that a draft would become, as if given now. */
    Consent consent(ShareDraft draft) {
        Instant now = clock.instant();
        return new Consent(
                new ConsentId(draft.id()),
                draft.account(),
                draft.recipient(),
                draft.purpose(),
                draft.purposeWords(),
                draft.fields().stream().map(ShareField::toString).toList(),
                LegalGround.CONSENT,
                now,
                draft.until(),
                TEXT_VERSION,
                now,
                null);
    }

    /** Opens what the draft says; a second time opens nothing more. */
    @Transactional
    void open(ShareDraft draft) {
        if (consents.give(consent(draft))) {
            links.make(draft.account(), new ConsentId(draft.id()));
            draft.notes()
                    .forEach(
                            (result, note) ->
                                    releases.note(
                                            draft.account(),
                                            new ConsentId(draft.id()),
                                            result,
                                            note));
            usage.completed(draft.account(), Part.SHARE);
        }
        drafts.forget(draft.account(), draft.id());
    }

    /**
     * Closes page, PDF and link at once.
     *
     * @return false when this person has no such share
     */
    @Transactional
    boolean withdraw(AccountId account, ConsentId id) {
        boolean there = consents.withdraw(account, id);
        if (there) links.forgetToken(account, id);
        return there;
    }
}
