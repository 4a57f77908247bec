package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;

/**
 * What a study needs of an account: that it lasts longer than a guest's, that an age was said, and
 * that a parent allows it for a child.
 */
@Component
public class TakingPart {

    private final Keeping keeping;
    private final AfterProof after;
    private final Limits limits;
    private final WaysIn ways;

    TakingPart(Keeping keeping, AfterProof after, Limits limits, WaysIn ways) {
        this.keeping = keeping;
        this.after = after;
        this.limits = limits;
        this.ways = ways;
    }

    /**
     * The wish to keep the account, without an address: gives where to go, in the end to /study.
     * The way in is the code to write down that is shown on the way.
     */
    public String wish(
            AccountId account, HttpServletRequest request, HttpServletResponse response) {
        return after.redirect(
                account,
                keeping.shown(account, Keeping.Way.STUDY, Onward.STUDY),
                request,
                response);
    }

    /** A parent or guardian agreed; the account is kept if the child wished that. */
    public void parentAllowed(AccountId child, String address, String textVersion) {
        keeping.parentAllowed(child, address, textVersion);
    }

    /** The address of a parent as it is written to; empty when it is none, or the child's own. */
    public Optional<String> parentAddress(AccountId child, String typed) {
        return Addresses.read(typed)
                .filter(
                        read ->
                                ways.addresses(child).stream()
                                        .noneMatch(a -> a.address().equals(read)));
    }

    /** An e-mail address as it is written to; empty when it is none. */
    public static Optional<String> address(String typed) {
        return Addresses.read(typed);
    }

    /** False when too many letters were asked for. */
    public boolean mayMail(HttpServletRequest request, String address) {
        return limits.mayMail(request, address);
    }

    /** Whether letters only lie in the outbox of this machine. */
    public boolean mailStaysHere() {
        return ways.mailStaysHere();
    }
}
