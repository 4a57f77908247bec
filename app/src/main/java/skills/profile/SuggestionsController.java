package skills.profile;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Problem;
import skills.taxonomy.SkillId;

/** After an entry is saved: skills that it may have taught, to take or to drop. */
@Controller
@RequestMapping("/profile/{kind:experience|education|activity}/{id}/skills")
@Access(Access.By.HOLDER)
class SuggestionsController {

    private final Profiles profiles;
    private final Suggestions suggestions;
    private final EntryClaims entryClaims;

    SuggestionsController(Profiles profiles, Suggestions suggestions, EntryClaims entryClaims) {
        this.profiles = profiles;
        this.suggestions = suggestions;
        this.entryClaims = entryClaims;
    }

    record SuggestView(Entry entry, String address, String add, List<Suggestion> suggestions) {}

    @GetMapping
    ModelAndView suggest(
            Account account, Locale locale, @PathVariable String kind, @PathVariable UUID id) {
        Entry entry = mine(account, kind, id);
        var view =
                new SuggestView(
                        entry,
                        EntryController.address(entry),
                        EntryKind.of(kind).path() + "/new",
                        suggestions.of(account.id(), entry, Language.of(locale)));
        return new ModelAndView("profile/suggest", "view", view);
    }

    @PostMapping
    ModelAndView answer(
            Account account,
            Locale locale,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam UUID skill,
            @RequestParam String answer) {
        Entry entry = mine(account, kind, id);
        Suggestion suggestion =
                suggestions.of(account.id(), entry, Language.of(locale)).stream()
                        .filter(s -> s.skill().id().value().equals(skill))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        boolean yes = answer.equals("yes");
        // The same tap again changes nothing.
        if (suggestion.taken() == null || suggestion.taken() != yes) {
            if (yes)
                entryClaims.take(
                        account.id(), entry.id(), new SkillId(skill), suggestion.because());
            else entryClaims.drop(account.id(), entry.id(), new SkillId(skill));
        }
        return new ModelAndView("redirect:" + EntryController.address(entry) + "/skills#s" + skill);
    }

    private Entry mine(Account account, String kind, UUID id) {
        return profiles.find(account.id(), new EntryId(id))
                .filter(e -> EntryKind.of(e) == EntryKind.of(kind))
                .orElseThrow(Problem::notFound);
    }
}
