package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;

/** Leads a person on after a way in was shown, an age said or a code used. */
@Component
class AfterProof {

    private final RecoveryCodes codes;
    private final Sittings sittings;

    AfterProof(RecoveryCodes codes, Sittings sittings) {
        this.codes = codes;
        this.sittings = sittings;
    }

    /** To the age, to the parent, to the recovery code, or on. */
    String redirect(
            AccountId account,
            Keeping.Standing standing,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (standing.stage()) {
            case GUEST -> "redirect:/keep";
            case AGE -> "redirect:/keep/age";
            // A study asks the parent itself, with its own words.
            case PARENT ->
                    standing.onward() == Onward.STUDY ? "redirect:/study" : "redirect:/keep/parent";
            case KEPT ->
                    codes.has(account)
                            ? "redirect:"
                                    + sittings.onward(request, response, standing.onward().path())
                            : showing(codes.issue(account), standing.onward(), request, response);
        };
    }

    /** To the page that shows a new recovery code. */
    String showing(
            String code, Onward onward, HttpServletRequest request, HttpServletResponse response) {
        RecoveryCookie.give(code, request, response);
        return "redirect:/keep/done" + (onward == Onward.NEXT ? "" : "?to=" + onward);
    }
}
