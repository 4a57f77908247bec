package skills.passport;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.consent.AccessLog;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Consents;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;
import skills.platform.Qr;

/** What a person opened up, to whom, who looked; the link to hand over; closing it. */
@Controller
@RequestMapping("/share")
@Access(Access.By.HOLDER)
class ShareController {

    private static final int NEWEST = 5;

    private final Shares shares;
    private final Consents consents;
    private final ShareLinks links;
    private final AccessLog log;
    private final Visas visas;
    private final String origin;

    ShareController(
            Shares shares,
            Consents consents,
            ShareLinks links,
            AccessLog log,
            Visas visas,
            @Value("${skills.origin}") String origin) {
        this.shares = shares;
        this.consents = consents;
        this.links = links;
        this.log = log;
        this.visas = visas;
        this.origin = origin;
    }

    /**
     * @param counting where the person counts in figures about a group
     * @param closed what was withdrawn just now: its stamp lands
     */
    record ListView(
            List<Visa> visas,
            List<Visas.Counting> counting,
            List<Visas.Reading> newest,
            boolean more,
            boolean demo,
            @Nullable UUID closed) {

        long open() {
            return visas.stream().filter(Visa::open).count();
        }
    }

    record LogView(List<Visas.Reading> entries) {}

    /**
     * @param link with its QR code; null when the page is closed
     */
    record LinkView(
            Visa visa, @Nullable String link, @Nullable Qr qr, List<Visas.Reading> readings) {}

    @GetMapping
    ModelAndView list(Account account, @Nullable UUID closed) {
        List<AccessLog.Entry> entries = log.entries(account.id());
        List<Consent> all = consents.list(account.id());
        var view =
                new ListView(
                        all.stream().filter(Consent::hasReader).map(visas::of).toList(),
                        visas.counting(all),
                        visas.readings(entries.subList(0, Math.min(NEWEST, entries.size()))),
                        entries.size() > NEWEST,
                        account.demo(),
                        closed);
        return new ModelAndView("passport/shares", "view", view);
    }

    @GetMapping("/log")
    ModelAndView log(Account account) {
        return new ModelAndView(
                "passport/sharelog",
                "view",
                new LogView(visas.readings(log.entries(account.id()))));
    }

    @GetMapping("/{id}")
    ModelAndView link(Account account, @PathVariable UUID id) {
        Consent consent = mine(account, id);
        Visa visa = visas.of(consent);
        String link =
                !visa.open()
                        ? null
                        : links.tokenOf(account.id(), consent.id())
                                .map(t -> origin + "/s/" + t.text())
                                .orElse(null);
        List<AccessLog.Entry> readings =
                log.entries(account.id()).stream()
                        .filter(e -> consent.id().equals(e.consent()))
                        .toList();
        return new ModelAndView(
                "passport/sharelink",
                "view",
                new LinkView(
                        visa, link, link == null ? null : Qr.of(link), visas.readings(readings)));
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Account account, @PathVariable UUID id) {
        if (!shares.withdraw(account.id(), new ConsentId(id))) throw Problem.notFound();
        return "redirect:/share?closed=" + id + "#v" + id;
    }

    private Consent mine(Account account, UUID id) {
        return consents.find(account.id(), new ConsentId(id))
                .filter(Consent::hasReader)
                .orElseThrow(Problem::notFound);
    }
}
