package skills.passport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import skills.platform.Words;

/** The way to a shared page: choose, look at it as the reader will, open it. */
@Controller
@RequestMapping("/share")
@Access(Access.By.HOLDER)
class ShareDraftController {

    private final Shares shares;
    private final ShareDrafts drafts;
    private final ShareOffer offers;
    private final SharedPassports passports;
    private final Consents consents;
    private final Visas visas;
    private final Clock clock;

    ShareDraftController(
            Shares shares,
            ShareDrafts drafts,
            ShareOffer offers,
            SharedPassports passports,
            Consents consents,
            Visas visas,
            Clock clock) {
        this.shares = shares;
        this.drafts = drafts;
        this.offers = offers;
        this.passports = passports;
        this.consents = consents;
        this.visas = visas;
        this.clock = clock;
    }

    record FormView(ShareForm form, ShareOffer.Offer offer, LocalDate today, Faults faults) {

        LocalDate last() {
            return today.plusYears(1);
        }
    }

    /** Why a page cannot be opened up yet, or at all. */
    enum Hindrance {
        GUEST,
        YOUNG
    }

    record HindranceView(Hindrance why) {}

    /**
     * @param draft nothing was opened yet
     */
    record PreviewView(SharedPassport passport, Visa visa, boolean draft) {}

    @GetMapping("/new")
    ModelAndView fresh(Account account) {
        return hindrance(account)
                .orElseGet(() -> form(ShareForm.empty(today()), account, new Faults()));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(Account account, @PathVariable UUID id) {
        return form(ShareForm.of(draft(account, id)), account, new Faults());
    }

    @PostMapping("/new")
    ModelAndView choose(
            Account account,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") List<String> parts,
            @RequestParam(defaultValue = "") List<String> result,
            @RequestParam(defaultValue = "") String until) {
        var hindrance = hindrance(account);
        if (hindrance.isPresent()) return hindrance.get();
        if (consents.find(account.id(), new ConsentId(id)).isPresent())
            return new ModelAndView("redirect:/share/" + id);
        var form = new ShareForm(id, reader, purpose, other, parts, result, until);
        List<ShareField> offered = offers.of(account.id()).fields();
        Faults faults = form.faults(today(), offered);
        if (!faults.none()) return form(form, account, faults);
        ShareDraft draft = form.draft(account.id(), offered);
        draft = keepResults(draft, drafts.find(account.id(), id));
        // Skills that were picked one by one stay picked when only something else was changed.
        var before = drafts.find(account.id(), id).map(ShareDraft::fields).orElse(List.of());
        if (before.stream().anyMatch(f -> f.part() == ShareField.Part.SKILL))
            draft =
                    draft.withFields(
                            draft.fields().stream()
                                    .filter(
                                            f ->
                                                    f.part() != ShareField.Part.SKILL
                                                            || before.contains(f))
                                    .toList());
        if (!drafts.save(draft)) throw Problem.notFound();
        return new ModelAndView("redirect:" + PickController.onward(draft));
    }

    /** Scales and notes that were chosen before stay when only something else was changed. */
    private static ShareDraft keepResults(ShareDraft draft, Optional<ShareDraft> before) {
        if (before.isEmpty()) return draft;
        return draft.withFields(
                        draft.fields().stream()
                                .map(
                                        f ->
                                                f.part() != ShareField.Part.RESULT
                                                        ? f
                                                        : before.get().fields().stream()
                                                                .filter(
                                                                        b ->
                                                                                b.is(
                                                                                        f.part(),
                                                                                        f.id().orElseThrow()))
                                                                .findFirst()
                                                                .orElse(f))
                                .toList())
                .withNotes(before.get().notes());
    }

    /** The page exactly as the reader will see it, or sees it. Nothing is written to the log. */
    @GetMapping("/{id}/preview")
    ModelAndView preview(Account account, @PathVariable UUID id) {
        Optional<Consent> given =
                consents.find(account.id(), new ConsentId(id)).filter(Consent::hasReader);
        if (given.isPresent())
            return preview(passports.of(account, given.get()), given.get(), false);
        ShareDraft draft = draft(account, id);
        Consent consent = shares.consent(draft);
        return preview(passports.of(account, consent, draft.notes()), consent, true);
    }

    private ModelAndView preview(SharedPassport passport, Consent consent, boolean draft) {
        return new ModelAndView(
                "passport/sharepreview",
                "view",
                new PreviewView(passport, visas.of(consent), draft));
    }

    @PostMapping("/{id}/open")
    ModelAndView open(Account account, @PathVariable UUID id) {
        var hindrance = hindrance(account);
        if (hindrance.isPresent()) return hindrance.get();
        Optional<ShareDraft> draft = drafts.find(account.id(), id);
        // The draft first: a second tap finds either it or what the first tap made of it.
        if (draft.isEmpty() && consents.find(account.id(), new ConsentId(id)).isEmpty())
            throw Problem.notFound();
        if (draft.isPresent()) {
            // A result without a choice of scales would open nothing.
            if (draft.get().pending().isPresent())
                return new ModelAndView("redirect:" + PickController.onward(draft.get()));
            // It may have lain here past its last day.
            if (draft.get().until().isBefore(today()))
                return form(
                        ShareForm.of(draft.get()),
                        account,
                        new Faults().add("until", "share.fault.until.past"));
            shares.open(draft.get());
        }
        return new ModelAndView("redirect:/share/" + id);
    }

    private Optional<ModelAndView> hindrance(Account account) {
        if (account.ageGroup() == Account.AgeGroup.UNDER_16)
            return Optional.of(hindered(Hindrance.YOUNG));
        if (account.isGuest()) return Optional.of(hindered(Hindrance.GUEST));
        return account.mayHavePublicPage()
                ? Optional.empty()
                : Optional.of(new ModelAndView("redirect:/keep/age"));
    }

    private static ModelAndView hindered(Hindrance why) {
        return new ModelAndView("passport/sharefirst", "view", new HindranceView(why));
    }

    private ModelAndView form(ShareForm form, Account account, Faults faults) {
        var page =
                new ModelAndView(
                        "passport/sharenew",
                        "view",
                        new FormView(form, offers.of(account.id()), today(), faults));
        if (!faults.none()) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ShareDraft draft(Account account, UUID id) {
        return drafts.find(account.id(), id).orElseThrow(Problem::notFound);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.PLACE);
    }
}
