package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Links from mails: opening one shows a page with a button, only the button does something. */
@Controller
@RequestMapping("/link")
@Access(Access.By.EVERYONE)
class LinkController {

    private final MailLinks links;
    private final LinkUse use;
    private final Addresses addresses;
    private final Organizations organizations;
    private final Clock clock;

    LinkController(
            MailLinks links,
            LinkUse use,
            Addresses addresses,
            Organizations organizations,
            Clock clock) {
        this.links = links;
        this.use = use;
        this.addresses = addresses;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * @param state KEEP, SIGN_IN, PARENT, PARENT_WITHDRAW, TEACHER, RESEARCHER, EMPLOYER; OTHER
     *     when the address has a passport already; GONE when the link does not work (any more)
     * @param organization where one will work; empty otherwise
     */
    record LinkView(String token, String state, String address, String organization) {}

    @GetMapping("/{token}")
    ModelAndView open(@PathVariable String token) {
        Optional<MailLink> link = links.look(token).filter(l -> l.worksAt(clock.instant()));
        return link.isEmpty()
                ? gone()
                : new ModelAndView("identity/link", "view", view(token, link.get()));
    }

    @PostMapping("/{token}")
    ModelAndView use(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return use.use(token, request, response, locale)
                .map(ModelAndView::new)
                .orElseGet(LinkController::gone);
    }

    /** What a parent sees after the answer. */
    @GetMapping("/parent/{answer:allowed|withdrawn}")
    ModelAndView parentAnswered(@PathVariable String answer) {
        return new ModelAndView(
                "identity/link",
                "view",
                new LinkView("", "PARENT_" + answer.toUpperCase(Locale.ROOT), "", ""));
    }

    private LinkView view(String token, MailLink link) {
        boolean others =
                link.purpose() == MailLink.Purpose.KEEP
                        && addresses
                                .owner(link.address())
                                .filter(o -> !o.equals(link.account()))
                                .isPresent();
        String organization =
                link.organization() == null
                        ? ""
                        : organizations
                                .find(link.organization())
                                .map(Organizations.Organization::name)
                                .orElse("");
        return new LinkView(
                token, others ? "OTHER" : link.purpose().name(), link.address(), organization);
    }

    private static ModelAndView gone() {
        var page = new ModelAndView("identity/link", "view", new LinkView("", "GONE", "", ""));
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
