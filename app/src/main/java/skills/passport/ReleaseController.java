package skills.passport;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.consent.Consent;
import skills.consent.ConsentId;
import skills.consent.Consents;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;
import skills.platform.Problem;

/** Hides a result from one reader, shows it again, and changes the words above it. */
@Controller
@RequestMapping("/share/{id}/results/{result}")
@Access(Access.By.HOLDER)
class ReleaseController {

    private final Consents consents;
    private final Releases releases;
    private final Visas visas;

    ReleaseController(Consents consents, Releases releases, Visas visas) {
        this.consents = consents;
        this.releases = releases;
        this.visas = visas;
    }

    /**
     * @param note as typed
     */
    record NoteView(Visa visa, SharedResults.Held result, String note, Faults faults) {

        String action() {
            return "/share/" + visa.id() + "/results/" + result.id() + "/note";
        }
    }

    @PostMapping("/block")
    String block(Account account, @PathVariable UUID id, @PathVariable UUID result) {
        return say(account, id, result, false);
    }

    @PostMapping("/release")
    String release(Account account, @PathVariable UUID id, @PathVariable UUID result) {
        return say(account, id, result, true);
    }

    @GetMapping("/note")
    ModelAndView note(Account account, @PathVariable UUID id, @PathVariable UUID result) {
        Visa visa = mine(account, id);
        SharedResults.Held held = held(visa, result);
        return note(new NoteView(visa, held, held.note(), new Faults()));
    }

    @PostMapping("/note")
    ModelAndView note(
            Account account,
            @PathVariable UUID id,
            @PathVariable UUID result,
            @RequestParam(defaultValue = "") String note) {
        Visa visa = mine(account, id);
        SharedResults.Held held = held(visa, result);
        String words = ResultNote.clean(note);
        var faults = new Faults().addIf(ResultNote.isTooLong(words), "note", "share.fault.note");
        if (!faults.none()) return note(new NoteView(visa, held, words, faults));
        releases.note(account.id(), visa.id(), result, words);
        return new ModelAndView("redirect:/share/" + id);
    }

    private static ModelAndView note(NoteView view) {
        var page = new ModelAndView("passport/sharenote", "view", view);
        if (!view.faults().none()) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private String say(Account account, UUID id, UUID result, boolean released) {
        Visa visa = mine(account, id);
        held(visa, result);
        releases.say(account.id(), visa.id(), result, released);
        return "redirect:/share#v" + id;
    }

    private Visa mine(Account account, UUID id) {
        Consent consent =
                consents.find(account.id(), new ConsentId(id))
                        .filter(Consent::hasReader)
                        .orElseThrow(Problem::notFound);
        return visas.of(consent);
    }

    private static SharedResults.Held held(Visa visa, UUID result) {
        return visa.results().stream()
                .filter(r -> r.id().equals(result))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
