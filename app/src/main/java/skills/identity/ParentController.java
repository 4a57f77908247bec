package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.platform.Faults;

/** Under 16 a parent or guardian has to allow it: the child asks by mail. */
@Controller
@RequestMapping("/keep/parent")
@Access(Access.By.HOLDER)
class ParentController {

    private final Keeping keeping;
    private final AfterProof after;
    private final MailLinks links;
    private final Letters letters;
    private final Limits limits;
    private final WaysIn ways;

    ParentController(
            Keeping keeping,
            AfterProof after,
            MailLinks links,
            Letters letters,
            Limits limits,
            WaysIn ways) {
        this.keeping = keeping;
        this.after = after;
        this.links = links;
        this.letters = letters;
        this.limits = limits;
        this.ways = ways;
    }

    /**
     * @param waiting the address that was asked and has not answered; null when nobody was asked
     */
    record ParentView(@Nullable String waiting, boolean staysHere, String address, Faults faults) {}

    @GetMapping
    ModelAndView ask(Account account, HttpServletRequest request, HttpServletResponse response) {
        var standing = keeping.settle(account.id());
        if (standing.stage() != Keeping.Stage.PARENT)
            return new ModelAndView(after.redirect(account.id(), standing, request, response));
        return new ModelAndView("identity/parent", "view", view(account, "", new Faults()));
    }

    @PostMapping
    ModelAndView send(
            Account account,
            @RequestParam String address,
            HttpServletRequest request,
            Locale locale) {
        if (keeping.settle(account.id()).stage() != Keeping.Stage.PARENT)
            return new ModelAndView("redirect:/keep");
        var read = Addresses.read(address);
        var faults = new Faults().addIf(read.isEmpty(), "address", "keep.mail.bad");
        boolean own =
                read.isPresent()
                        && ways.addresses(account.id()).stream()
                                .anyMatch(a -> a.address().equals(read.get()));
        faults.addIf(own, "address", "parent.own");
        boolean tooOften = faults.none() && !limits.mayMail(request, read.orElseThrow());
        faults.addIf(tooOften, "address", "limit.mail");
        if (faults.none()) {
            letters.parent(account.id(), read.orElseThrow(), locale);
            return new ModelAndView("redirect:/keep/parent");
        }
        var page =
                new ModelAndView(
                        "identity/parent", "view", view(account, Typed.short254(address), faults));
        page.setStatus(tooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ParentView view(Account account, String address, Faults faults) {
        var waiting =
                links.waiting(account.id(), MailLink.Purpose.PARENT)
                        .map(MailLink::address)
                        .orElse(null);
        return new ParentView(waiting, ways.mailStaysHere(), address, faults);
    }
}
