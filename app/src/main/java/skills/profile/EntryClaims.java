package skills.profile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;

/** Keeps the claims that rest on an entry in step with the entry. */
@Component
class EntryClaims {

    private final Profiles profiles;
    private final SkillClaims claims;

    EntryClaims(Profiles profiles, SkillClaims claims) {
        this.profiles = profiles;
        this.claims = claims;
    }

    void take(AccountId account, EntryId entry, SkillId skill, LocalizedText because) {
        claims.say(account, skill, null, ClaimSource.ENTRY, entry.toString(), because);
    }

    void drop(AccountId account, EntryId entry, SkillId skill) {
        claims.deny(account, skill, ClaimSource.ENTRY, entry.toString());
    }

    /** An entry goes, and with it what rests on it. */
    @Transactional
    void remove(AccountId account, EntryId entry) {
        if (!profiles.remove(account, entry)) return;
        for (Said s : lastOf(account, entry))
            if (s.stance() == Said.Stance.SAID)
                claims.withdraw(account, s.claim().skill(), ClaimSource.ENTRY, entry.toString());
    }

    /** An entry comes back, and with it what went when it went. */
    @Transactional
    boolean putBack(AccountId account, EntryId entry) {
        if (!profiles.putBack(account, entry)) return false;
        for (Said s : lastOf(account, entry)) {
            if (s.stance() != Said.Stance.WITHDRAWN) continue;
            claims.history(account, s.claim().skill()).stream()
                    .filter(
                            c ->
                                    c.source() == ClaimSource.ENTRY
                                            && c.sourceRef().equals(entry.toString()))
                    .reduce((first, second) -> second)
                    .ifPresent(
                            c ->
                                    claims.say(
                                            account,
                                            c.skill(),
                                            c.level(),
                                            ClaimSource.ENTRY,
                                            c.sourceRef(),
                                            c.because()));
        }
        return true;
    }

    /** The last word on each skill that this entry ever led to. */
    List<Said> lastOf(AccountId account, EntryId entry) {
        var last = new java.util.LinkedHashMap<SkillId, Said>();
        claims.all(account).stream()
                .filter(s -> s.claim().source() == ClaimSource.ENTRY)
                .filter(s -> s.claim().sourceRef().equals(entry.toString()))
                .forEach(s -> last.put(s.claim().skill(), s));
        return List.copyOf(last.values());
    }
}
