package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ways to keep a guest account; for a kept one, more ways to get in. */
@Controller
@RequestMapping("/keep")
@Access(Access.By.HOLDER)
class KeepController {

    private final KeepView.Maker views;
    private final Joining joining;
    private final Keeping keeping;
    private final AfterProof after;
    private final WaysIn ways;
    private final Sittings sittings;

    KeepController(
            KeepView.Maker views,
            Joining joining,
            Keeping keeping,
            AfterProof after,
            WaysIn ways,
            Sittings sittings) {
        this.sittings = sittings;
        this.views = views;
        this.joining = joining;
        this.keeping = keeping;
        this.after = after;
        this.ways = ways;
    }

    @GetMapping
    ModelAndView keep(Account account) {
        return new ModelAndView("identity/keep", "view", views.fresh(account));
    }

    @PostMapping("/code")
    ModelAndView code(
            Account account,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (joining.join(account.id(), account::id, code, request)) {
            case Joining.Refused refused ->
                    page(views.codeRefused(account, code, refused), refused.tooOften());
            case Joining.Joined joined ->
                    new ModelAndView(
                            after.redirect(
                                    account.id(),
                                    keeping.shown(
                                            account.id(), Keeping.Way.CLASS_CODE, Onward.NEXT),
                                    request,
                                    response));
        };
    }

    @PostMapping("/mail")
    ModelAndView mail(
            Account account,
            @RequestParam String address,
            HttpServletRequest request,
            Locale locale) {
        return switch (ways.mailTo(account.id(), address, request, locale)) {
            case OK -> new ModelAndView("redirect:/keep/sent");
            case NO_ADDRESS -> page(views.addressRefused(account, address, "keep.mail.bad"), false);
            case TOO_OFTEN -> page(views.addressRefused(account, address, "limit.mail"), true);
        };
    }

    @GetMapping("/sent")
    ModelAndView sent() {
        return new ModelAndView(
                "identity/sent", "view", new SentView("/keep", ways.mailStaysHere(), false));
    }

    /** Reached by the page's script once the browser registered a passkey. */
    @PostMapping("/passkey")
    ModelAndView passkey(
            Account account, HttpServletRequest request, HttpServletResponse response) {
        if (!ways.hasPasskey(account.id())) return new ModelAndView("redirect:/keep");
        return new ModelAndView(
                after.redirect(
                        account.id(),
                        keeping.shown(account.id(), Keeping.Way.PASSKEY, Onward.NEXT),
                        request,
                        response));
    }

    @GetMapping("/done")
    @Access(Access.By.KEPT)
    ModelAndView done(
            Account account,
            @RequestParam(defaultValue = "NEXT") Onward to,
            HttpServletRequest request) {
        String code =
                RecoveryCookie.read(request)
                        .filter(c -> ways.isRecoveryCode(account.id(), c))
                        .orElse(null);
        return new ModelAndView("identity/done", "view", new DoneView(code, to));
    }

    /** Written down: the browser forgets the code. */
    @PostMapping("/done")
    @Access(Access.By.KEPT)
    String written(
            @RequestParam(defaultValue = "NEXT") Onward to,
            HttpServletRequest request,
            HttpServletResponse response) {
        RecoveryCookie.clear(request, response);
        return "redirect:" + sittings.onward(request, response, to.path());
    }

    @PostMapping("/recovery")
    @Access(Access.By.KEPT)
    String newRecoveryCode(
            Account account,
            @RequestParam(defaultValue = "NEXT") Onward to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return after.showing(ways.newRecoveryCode(account.id()), to, request, response);
    }

    @PostMapping("/address/remove")
    @Access(Access.By.KEPT)
    String removeAddress(Account account, @RequestParam String address) {
        ways.removeAddress(account.id(), address);
        return "redirect:/keep";
    }

    @PostMapping("/passkey/remove")
    @Access(Access.By.KEPT)
    String removePasskey(Account account, @RequestParam String id) {
        ways.removePasskey(account.id(), id);
        return "redirect:/keep";
    }

    private static ModelAndView page(KeepView view, boolean tooOften) {
        var page = new ModelAndView("identity/keep", "view", view);
        page.setStatus(tooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
