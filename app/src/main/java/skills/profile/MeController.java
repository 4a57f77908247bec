package skills.profile;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;

/** First name and own sentence. */
@Controller
@RequestMapping("/profile/me")
@Access(Access.By.HOLDER)
class MeController {

    private final Profiles profiles;
    private final PrivacyWords privacy;

    MeController(Profiles profiles, PrivacyWords privacy) {
        this.profiles = profiles;
        this.privacy = privacy;
    }

    record MeView(String name, String sentence, Faults faults) {}

    @GetMapping
    ModelAndView form(Account account) {
        Profile profile = profiles.of(account.id());
        return page(profile.name(), profile.sentence(), new Faults());
    }

    @PostMapping
    ModelAndView save(
            Account account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String sentence) {
        String cleanName = FreeText.line(name);
        String cleanSentence = FreeText.line(sentence);
        var faults =
                new Faults()
                        .addIf(
                                FreeText.longer(cleanName, FreeText.NAME),
                                "name",
                                "profile.fault.name")
                        .addIf(
                                FreeText.longer(cleanSentence, FreeText.SENTENCE),
                                "sentence",
                                "profile.fault.sentence");
        if (!faults.none()) return page(cleanName, cleanSentence, faults);
        var before = privacy.in(profiles.of(account.id()).sentence());
        profiles.tell(account.id(), cleanName, cleanSentence);
        boolean warn = !before.containsAll(privacy.in(cleanSentence));
        return new ModelAndView(warn ? "redirect:/profile/me/words" : "redirect:/passport");
    }

    /** After saving: the sentence may tell more than meant. */
    @GetMapping("/words")
    ModelAndView words(Account account) {
        String sentence = profiles.of(account.id()).sentence();
        var topics = privacy.in(sentence);
        if (topics.isEmpty()) return new ModelAndView("redirect:/passport");
        return WordsView.page(new WordsView(topics, "", sentence, "/profile/me", "/passport"));
    }

    private static ModelAndView page(String name, String sentence, Faults faults) {
        return new ModelAndView("profile/me", "view", new MeView(name, sentence, faults));
    }
}
