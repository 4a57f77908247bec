package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import skills.kernel.AccountId;

/** What the button behind a mailed link does. */
@Component
class LinkUse {

    /** Of the sentences that a parent agrees to; counted up when they change. */
    static final String PARENT_TEXT = "2026-11-25";

    private final MailLinks links;
    private final Addresses addresses;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Employers employers;
    private final Keeping keeping;
    private final Erasure erasure;
    private final Letters letters;
    private final Sittings sittings;
    private final AfterProof after;
    private final TransactionTemplate transaction;

    LinkUse(
            MailLinks links,
            Addresses addresses,
            Accounts accounts,
            Organizations organizations,
            Employers employers,
            Keeping keeping,
            Erasure erasure,
            Letters letters,
            Sittings sittings,
            AfterProof after,
            TransactionTemplate transaction) {
        this.links = links;
        this.addresses = addresses;
        this.accounts = accounts;
        this.organizations = organizations;
        this.employers = employers;
        this.keeping = keeping;
        this.erasure = erasure;
        this.letters = letters;
        this.sittings = sittings;
        this.after = after;
        this.transaction = transaction;
    }

    private record Proven(AccountId account, Keeping.Standing standing) {}

    /** Uses the link up and says where to go; empty when it does not work (any more). */
    Optional<String> use(
            String token, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Optional<MailLink.Purpose> purpose = links.look(token).map(MailLink::purpose);
        if (purpose.isEmpty()) return Optional.empty();
        return switch (purpose.get()) {
            case PARENT -> parentAllows(token, locale);
            case PARENT_WITHDRAW -> parentWithdraws(token);
            default -> {
                // All or nothing: a link that was used up has done its work.
                Proven proven =
                        transaction.execute(t -> links.use(token).map(this::prove).orElse(null));
                if (proven == null) yield Optional.empty();
                sittings.begin(proven.account(), request, response);
                yield Optional.of(
                        after.redirect(proven.account(), proven.standing(), request, response));
            }
        };
    }

    private @Nullable Proven prove(MailLink link) {
        Optional<AccountId> owner = addresses.owner(link.address());
        AccountId account =
                switch (link.purpose()) {
                    case KEEP -> addresses.confirm(link.account(), link.address());
                    // An address that was removed since lets nobody in.
                    case SIGN_IN -> owner.filter(o -> o.equals(link.account())).orElse(null);
                    default ->
                            owner.orElseGet(
                                    () ->
                                            addresses.confirm(
                                                    accounts.newGuest().id(), link.address()));
                };
        if (account == null) return null;
        if (link.organization() == null)
            return new Proven(account, keeping.shown(account, Keeping.Way.MAIL, Onward.NEXT));
        if (link.purpose() == MailLink.Purpose.EMPLOYER) {
            employers.letPost(account, link.organization(), link.askedBy());
            return new Proven(account, keeping.shown(account, Keeping.Way.MAIL, Onward.EMPLOYER));
        }
        boolean studies = link.purpose() == MailLink.Purpose.RESEARCHER;
        organizations.give(
                studies ? Account.Role.RESEARCHER : Account.Role.TEACHER,
                account,
                link.organization(),
                link.askedBy());
        return new Proven(
                account,
                keeping.shown(account, Keeping.Way.MAIL, studies ? Onward.STUDIES : Onward.CLASS));
    }

    private Optional<String> parentAllows(String token, Locale locale) {
        MailLink link =
                transaction.execute(
                        t ->
                                links.use(token)
                                        .map(
                                                l -> {
                                                    keeping.parentAllowed(
                                                            l.account(), l.address(), PARENT_TEXT);
                                                    return l;
                                                })
                                        .orElse(null));
        if (link == null) return Optional.empty();
        letters.parentThanks(link.account(), link.address(), locale);
        return Optional.of("redirect:/link/parent/allowed");
    }

    private Optional<String> parentWithdraws(String token) {
        MailLink link =
                transaction.execute(
                        t ->
                                links.use(token)
                                        .map(
                                                l -> {
                                                    keeping.parentWithdrew(l.account());
                                                    return l;
                                                })
                                        .orElse(null));
        if (link == null) return Optional.empty();
        boolean child =
                accounts.find(link.account())
                        .filter(a -> a.ageGroup() == Account.AgeGroup.UNDER_16)
                        .isPresent();
        // Without a parent's consent nothing of a child is kept.
        if (child) erasure.erase(link.account());
        return Optional.of("redirect:/link/parent/withdrawn");
    }
}
