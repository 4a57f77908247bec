package skills.passport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.assessment.Questionnaires;
import skills.assessment.SkillLists;
import skills.consent.AccessLog;
import skills.consent.Consent;
import skills.consent.Consents;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.AccountId;
import skills.matching.NearestJobs;
import skills.passport.NextView.News;
import skills.platform.Words;
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
    private final AccessLog log;
    private final Usage usage;
    private final NearestJobs jobs;
    private final Clock clock;

    NextController(
            Starts starts,
            SkillLists lists,
            Questionnaires questionnaires,
            Profiles profiles,
            Consents consents,
            AccessLog log,
            Usage usage,
            NearestJobs jobs,
            Clock clock) {
        this.starts = starts;
        this.lists = lists;
        this.questionnaires = questionnaires;
        this.profiles = profiles;
        this.consents = consents;
        this.log = log;
        this.usage = usage;
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping("/next")
    ModelAndView next(Account account) {
        Profile profile = profiles.of(account.id());
        List<NextStep> steps = NextStep.all(way(account, profile));
        return new ModelAndView(
                "passport/next",
                "view",
                new NextView(
                        profile.name(),
                        account.isGuest(),
                        NextStep.best(steps).orElse(null),
                        steps,
                        news(account.id())));
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

    /** What changed since the last visit: who looked, and which jobs came. */
    private List<News> news(AccountId account) {
        Optional<Instant> last = usage.lastVisit(account);
        if (last.isEmpty()) return List.of();
        List<News> news = new ArrayList<>();
        for (AccessLog.Entry entry : log.entries(account))
            if (entry.at().isAfter(last.get()) && news.size() < 3)
                news.add(
                        new News(
                                "eye",
                                entry.outcome() == AccessLog.Outcome.OPENED
                                        ? "news.opened"
                                        : "news.refused",
                                new Object[] {entry.recipient()},
                                "/share/log"));
        int posted = jobs.postedSince(account, LocalDate.ofInstant(last.get(), Words.PLACE));
        if (posted > 0)
            news.add(
                    new News(
                            "ticket",
                            posted == 1 ? "news.jobs1" : "news.jobs",
                            new Object[] {posted},
                            "/explore#b"));
        return news;
    }
}
