package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.platform.Faults;

/** Ways back in. Afterwards one goes on where one was, or to the next step. */
@Controller
@Access(Access.By.EVERYONE)
class SigninController {

    private final Letters letters;
    private final Limits limits;
    private final RecoveryCodes codes;
    private final Sittings sittings;
    private final AfterProof after;
    private final WaysIn ways;

    SigninController(
            Letters letters,
            Limits limits,
            RecoveryCodes codes,
            Sittings sittings,
            AfterProof after,
            WaysIn ways) {
        this.letters = letters;
        this.limits = limits;
        this.codes = codes;
        this.sittings = sittings;
        this.after = after;
        this.ways = ways;
    }

    /**
     * @param away the session ended while somebody was busy
     * @param typed what was typed then is kept and goes on after signing in
     * @param guest this browser holds a start that nobody kept
     */
    record SigninView(boolean away, boolean typed, boolean guest, String address, Faults faults) {}

    record RecoverView(String code, Faults faults) {}

    @GetMapping("/signin")
    ModelAndView signin(
            @RequestParam @Nullable String away,
            Optional<Account> account,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new ModelAndView(
                "identity/signin",
                "view",
                view(away != null, account, "", new Faults(), request, response));
    }

    @PostMapping("/signin/mail")
    ModelAndView mail(
            @RequestParam String address,
            Optional<Account> account,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var read = Addresses.read(address);
        boolean tooOften = read.isPresent() && !limits.mayMail(request, read.get());
        if (read.isPresent() && !tooOften) {
            letters.signIn(read.get(), locale);
            return new ModelAndView("redirect:/signin/sent");
        }
        var faults = new Faults().add("address", tooOften ? "limit.mail" : "keep.mail.bad");
        var page =
                new ModelAndView(
                        "identity/signin",
                        "view",
                        view(false, account, Typed.short254(address), faults, request, response));
        page.setStatus(tooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/signin/sent")
    ModelAndView sent() {
        return new ModelAndView(
                "identity/sent", "view", new SentView("/signin", ways.mailStaysHere(), false));
    }

    /** Where a passkey leads after signing in. */
    @GetMapping("/signin/onward")
    @Access(Access.By.HOLDER)
    String onward(HttpServletRequest request, HttpServletResponse response) {
        return "redirect:" + sittings.onward(request, response, Onward.NEXT.path());
    }

    @GetMapping("/recover")
    ModelAndView recover() {
        return new ModelAndView("identity/recover", "view", new RecoverView("", new Faults()));
    }

    @PostMapping("/recover")
    ModelAndView useCode(
            @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        boolean mayTry = limits.mayTry(request, code);
        var used = mayTry ? codes.use(code) : Optional.<RecoveryCodes.Used>empty();
        if (used.isPresent()) {
            limits.right(request);
            sittings.begin(used.get().account(), request, response);
            return new ModelAndView(
                    after.showing(used.get().newCode(), Onward.NEXT, request, response));
        }
        if (mayTry) limits.wrong(request);
        String key = !mayTry ? "limit.code" : code.isBlank() ? "recover.empty" : "recover.unknown";
        var page =
                new ModelAndView(
                        "identity/recover",
                        "view",
                        new RecoverView(Typed.short60(code), new Faults().add("code", key)));
        page.setStatus(mayTry ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    private SigninView view(
            boolean away,
            Optional<Account> account,
            String address,
            Faults faults,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new SigninView(
                away,
                sittings.remembersTyped(request, response),
                account.filter(Account::isGuest).isPresent(),
                address,
                faults);
    }
}
