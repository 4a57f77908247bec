package skills.passport;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.assessment.Questionnaires;
import skills.assessment.SkillLists;
import skills.consent.Consent;
import skills.consent.Consents;
import skills.identity.Access;
import skills.identity.Account;
import skills.profile.Profile;
import skills.profile.Profiles;
import skills.usage.Part;
import skills.usage.Usage;

/** The one best next step, and why; every room comes back here when its step is done. */
@Controller
@Access(Access.By.HOLDER)
class NextController {

    private final Starts starts;
    private final SkillLists lists;
    private final Questionnaires questionnaires;
    private final Profiles profiles;
    private final Consents consents;
    private final Usage usage;
    private final NextNews news;
    private final ObjectProvider<NextStepOffer> offers;
    private final Clock clock;

    NextController(
            Starts starts,
            SkillLists lists,
            Questionnaires questionnaires,
            Profiles profiles,
            Consents consents,
            Usage usage,
            NextNews news,
            ObjectProvider<NextStepOffer> offers,
            Clock clock) {
        this.offers = offers;
        this.starts = starts;
        this.lists = lists;
        this.questionnaires = questionnaires;
        this.profiles = profiles;
        this.consents = consents;
        this.usage = usage;
        this.news = news;
        this.clock = clock;
    }

    @GetMapping("/next")
    ModelAndView next(Account account) {
        Profile profile = profiles.of(account.id());
        NextStepOffer.Offer offer =
                offers.orderedStream()
                        .flatMap(o -> o.of(account).stream())
                        .findFirst()
                        .orElse(null);
        boolean alone = offer != null && offer.alone();
        List<NextStep> steps = alone ? List.of() : NextStep.all(way(account, profile));
        return new ModelAndView(
                "passport/next",
                "view",
                new NextView(
                        profile.name(),
                        account.isGuest(),
                        offer,
                        NextStep.best(steps).orElse(null),
                        steps,
                        alone ? List.of() : news.of(account.id())));
    }

    private NextStep.Way way(Account account, Profile profile) {
        Optional<SkillLists.Progress> skills = lists.progress(account.id());
        return new NextStep.Way(
                starts.of(account.id()).filter(Start::finished).isPresent(),
                !account.isGuest(),
                skills.map(SkillLists.Progress::answered).orElse(0),
                skills.map(SkillLists.Progress::total).orElse(0),
                skills.map(SkillLists.Progress::minutesLeft).orElse(0),
                asked(account, Questionnaires.PERSONALITY),
                asked(account, Questionnaires.DRIVES),
                profile.entries(),
                usage.hasOpened(account.id(), Part.EXPLORE),
                (int)
                        consents.validAt(account.id(), clock.instant()).stream()
                                .filter(Consent::hasReader)
                                .count(),
                account.ageGroup() != Account.AgeGroup.UNDER_16);
    }

    private NextStep.Asked asked(Account account, String instrument) {
        var progress = questionnaires.progress(account.id(), instrument);
        return new NextStep.Asked(progress.answered(), progress.total(), progress.minutesLeft());
    }
}
