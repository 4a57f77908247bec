package skills.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.taxonomy.Qualification;
import skills.taxonomy.Qualifications;

/** Work, diplomas and free time: new, changed, taken away and put back. */
@Controller
@RequestMapping("/profile/{kind:experience|education|activity}")
@Access(Access.By.HOLDER)
class EntryController {

    private static final int MATCHES = 5;

    private final Profiles profiles;
    private final EntryClaims entryClaims;
    private final PrivacyWords privacy;
    private final Qualifications qualifications;

    EntryController(
            Profiles profiles,
            EntryClaims entryClaims,
            PrivacyWords privacy,
            Qualifications qualifications) {
        this.profiles = profiles;
        this.entryClaims = entryClaims;
        this.privacy = privacy;
        this.qualifications = qualifications;
    }

    /**
     * @param matches qualifications to choose from; empty when there is nothing to choose
     * @param known whether the entry exists already
     */
    record EntryView(
            EntryKind kind,
            String id,
            boolean known,
            EntryForm form,
            List<Qualification> matches,
            boolean choose,
            Faults faults) {}

    @GetMapping("/new")
    ModelAndView blank(
            @PathVariable String kind, @RequestParam(defaultValue = "") String activity) {
        var e = EntryForm.EMPTY;
        var form =
                new EntryForm(
                        "", "", "", "", activity.isEmpty() ? e.activity() : activity, "", "", "");
        return page(
                EntryKind.of(kind), UUID.randomUUID().toString(), false, form, new Faults(), false);
    }

    @GetMapping("/{id}")
    ModelAndView edit(
            Account account, Locale locale, @PathVariable String kind, @PathVariable UUID id) {
        Entry entry = mine(account, kind, id);
        var form = EntryForm.of(entry, Language.of(locale));
        return page(EntryKind.of(kind), id.toString(), true, form, new Faults(), false);
    }

    /** The qualifications that fit what was typed so far, as a part of the form. */
    @GetMapping("/matches")
    ModelAndView matches(@PathVariable String kind, EntryForm form) {
        if (EntryKind.of(kind) != EntryKind.EDUCATION) throw Problem.notFound();
        var fresh = new EntryForm(form.title(), "", "", "", "", "", "", "");
        return new ModelAndView(
                "profile/matches",
                "view",
                new EntryView(
                        EntryKind.EDUCATION, "", false, fresh, found(fresh), false, new Faults()));
    }

    @PostMapping("/{id}")
    ModelAndView save(
            Account account,
            @PathVariable String kind,
            @PathVariable UUID id,
            @ModelAttribute EntryForm form) {
        var entryKind = EntryKind.of(kind);
        var entryId = new EntryId(id);
        var before = profiles.find(account.id(), entryId);
        if (before.isPresent() && EntryKind.of(before.get()) != entryKind) throw Problem.notFound();
        var faults = form.faults(entryKind);
        if (!faults.none())
            return page(entryKind, id.toString(), before.isPresent(), form, faults, false);
        // Without script nobody chose yet: the real qualifications are shown once.
        boolean ask =
                entryKind == EntryKind.EDUCATION
                        && form.crebo().isEmpty()
                        && !found(form).isEmpty();
        if (ask) return page(entryKind, id.toString(), before.isPresent(), form, faults, true);
        var chosen =
                form.hasQualification()
                        ? qualifications.find(form.crebo())
                        : java.util.Optional.<Qualification>empty();
        if (form.hasQualification() && chosen.isEmpty()) throw Problem.notFound();
        Entry entry = form.entry(entryKind, entryId, chosen.map(Qualification::level).orElse(null));
        if (!profiles.save(account.id(), entry)) throw Problem.notFound();
        Set<PrivacyWords.Topic> known = before.map(this::topics).orElse(Set.of());
        boolean warn = !known.containsAll(topics(entry));
        return new ModelAndView("redirect:" + address(entry) + (warn ? "/words" : "/skills"));
    }

    /** After saving: the words may tell more than meant. */
    @GetMapping("/{id}/words")
    ModelAndView words(Account account, @PathVariable String kind, @PathVariable UUID id) {
        Entry entry = mine(account, kind, id);
        String onward = address(entry) + "/skills";
        if (topics(entry).isEmpty()) return new ModelAndView("redirect:" + onward);
        return WordsView.page(
                new WordsView(topics(entry), entry.title(), entry.words(), address(entry), onward));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(Account account, @PathVariable String kind, @PathVariable UUID id) {
        mine(account, kind, id);
        entryClaims.remove(account.id(), new EntryId(id));
        return new ModelAndView("redirect:/passport?removed=" + id + "&kind=" + kind);
    }

    @PostMapping("/{id}/putback")
    ModelAndView putBack(Account account, @PathVariable String kind, @PathVariable UUID id) {
        boolean back = entryClaims.putBack(account.id(), new EntryId(id));
        if (!back && profiles.find(account.id(), new EntryId(id)).isEmpty())
            throw Problem.notFound();
        return new ModelAndView("redirect:/passport#" + kind);
    }

    private ModelAndView page(
            EntryKind kind,
            String id,
            boolean known,
            EntryForm form,
            Faults faults,
            boolean choose) {
        var matches = kind == EntryKind.EDUCATION ? found(form) : List.<Qualification>of();
        return new ModelAndView(
                "profile/entry",
                "view",
                new EntryView(kind, id, known, form, matches, choose, faults));
    }

    /** The chosen qualification first, so that it can be kept. */
    private List<Qualification> found(EntryForm form) {
        if (form.title().length() < 3 || FreeText.longer(form.title(), FreeText.LINE))
            return List.of();
        var chosen =
                form.hasQualification()
                        ? qualifications.find(form.crebo()).stream()
                        : java.util.stream.Stream.<Qualification>empty();
        return java.util.stream.Stream.concat(
                        chosen, qualifications.search(form.title(), MATCHES).stream())
                .distinct()
                .limit(MATCHES)
                .toList();
    }

    private Set<PrivacyWords.Topic> topics(Entry entry) {
        return privacy.in(entry.title() + "\n" + entry.organization() + "\n" + entry.words());
    }

    private Entry mine(Account account, String kind, UUID id) {
        return profiles.find(account.id(), new EntryId(id))
                .filter(e -> EntryKind.of(e) == EntryKind.of(kind))
                .orElseThrow(Problem::notFound);
    }

    static String address(Entry entry) {
        return EntryKind.of(entry).path() + "/" + entry.id();
    }
}
