package skills.passport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.consent.Consent;
import skills.consent.Consents;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Accounts;
import skills.kernel.Language;
import skills.platform.Pdf;
import skills.platform.Problem;
import skills.platform.Qr;
import skills.platform.Templates;
import skills.platform.Words;

/** The page that a reader opens by its secret link, and the same as PDF. */
@Controller
@RequestMapping("/s/{token}")
@Access(Access.By.EVERYONE)
class SharedPageController {

    private final ShareLinks links;
    private final Consents consents;
    private final Accounts accounts;
    private final SharedPassports passports;
    private final Readers readers;
    private final Templates templates;
    private final MessageSource messages;
    private final Clock clock;
    private final String origin;

    SharedPageController(
            ShareLinks links,
            Consents consents,
            Accounts accounts,
            SharedPassports passports,
            Readers readers,
            Templates templates,
            MessageSource messages,
            Clock clock,
            @Value("${skills.origin}") String origin) {
        this.links = links;
        this.consents = consents;
        this.accounts = accounts;
        this.passports = passports;
        this.readers = readers;
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
        this.origin = origin;
    }

    /**
     * @param own the holder looks at it herself
     */
    record PageView(SharedPassport passport, String pdf, boolean own) {}

    /**
     * @param withdrawn closed by the holder; otherwise its last day is over
     */
    record ClosedView(boolean withdrawn, java.time.LocalDate until) {}

    /** What stands behind a link. */
    private record Found(Account owner, Consent consent, boolean open, boolean own) {}

    @GetMapping
    ModelAndView page(
            @PathVariable String token,
            Optional<Account> viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Found found = find(token, viewer, response);
        if (!found.open) return closed(found, "page", request);
        if (readers.nobodyLooks(request)) return new ModelAndView("passport/sharedunopened");
        SharedPassport passport = passports.of(found.owner, found.consent);
        if (isReading(request) && !found.own)
            readers.opened(found.consent, Visas.what("page", passport), request, response);
        return new ModelAndView(
                "passport/shared",
                "view",
                new PageView(passport, "/s/" + token + "/pdf", found.own));
    }

    @GetMapping("/pdf")
    @Nullable ModelAndView pdf(
            @PathVariable String token,
            Optional<Account> viewer,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Found found = find(token, viewer, response);
        if (!found.open) return closed(found, "pdf", request);
        if (readers.nobodyLooks(request)) return new ModelAndView("passport/sharedunopened");
        SharedPassport passport = passports.of(found.owner, found.consent);
        String name =
                passport.name().isEmpty()
                        ? ""
                        : "-" + passport.name().replaceAll("[^\\p{L}\\p{N}]+", "-");
        String file = "skillspaspoort" + name + ".pdf";
        Pdf.head(response, file);
        if (!isReading(request)) return null;
        String link = origin + "/s/" + token;
        byte[] pdf =
                Pdf.render(
                        templates.text(
                                "passport/sharedpdf",
                                Map.of(
                                        "words",
                                        new Words(messages, Language.of(locale)),
                                        "view",
                                        passport,
                                        "link",
                                        link,
                                        "qr",
                                        Qr.of(link))));
        if (!found.own)
            readers.opened(found.consent, Visas.what("pdf", passport), request, response);
        Pdf.show(response, file, pdf);
        return null;
    }

    private Found find(String token, Optional<Account> viewer, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        Consent consent =
                links.consentOf(new ShareToken(token))
                        .flatMap(consents::find)
                        .orElseThrow(Problem::notFound);
        Account owner = accounts.find(consent.account()).orElseThrow(Problem::notFound);
        return new Found(
                owner,
                consent,
                consent.validAt(clock.instant()) && owner.mayHavePublicPage(),
                viewer.filter(v -> v.id().equals(owner.id())).isPresent());
    }

    private ModelAndView closed(Found found, String what, HttpServletRequest request) {
        if (isReading(request) && !found.own && !readers.nobodyLooks(request))
            readers.refused(found.consent, what);
        boolean expired = found.consent.stateAt(clock.instant()) == Consent.State.EXPIRED;
        var page =
                new ModelAndView(
                        "passport/sharedclosed",
                        "view",
                        new ClosedView(!expired, found.consent.until()));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    /** Not a question whether the page is still there. */
    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }
}
