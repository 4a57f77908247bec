package skills.vacancy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Problem;

/** The searches a person keeps: what is new in each, and whether news goes by mail. */
@Controller
@Access(Access.By.HOLDER)
class SavedController {

    private final SavedSearches saved;
    private final SearchNews news;
    private final NewsMail mail;
    private final Vacancies vacancies;
    private final VacancySearch search;

    SavedController(
            SavedSearches saved,
            SearchNews news,
            NewsMail mail,
            Vacancies vacancies,
            VacancySearch search) {
        this.saved = saved;
        this.news = news;
        this.mail = mail;
        this.vacancies = vacancies;
        this.search = search;
    }

    /**
     * @param fresh vacancies that are new since the person last looked
     */
    record Line(SavedSearch search, int fresh) {}

    /**
     * @param address where mail goes or would go; null when it cannot
     * @param wanted mail is on
     */
    record ListView(List<Line> searches, @Nullable String address, boolean guest, boolean wanted) {}

    record NewView(SavedSearch search, List<Vacancy> vacancies) {}

    @GetMapping("/vacancies/saved")
    ModelAndView list(Account account) {
        List<SavedSearch> all = news.searches(account.id());
        var fresh = news.fresh(account.id(), all);
        return new ModelAndView(
                "vacancy/saved",
                "view",
                new ListView(
                        all.stream()
                                .map(
                                        s ->
                                                new Line(
                                                        s,
                                                        news.told(
                                                                                account.id(),
                                                                                s,
                                                                                s.lookedAt(),
                                                                                false)
                                                                        .size()
                                                                + (int)
                                                                        fresh.stream()
                                                                                .filter(
                                                                                        i ->
                                                                                                i.search()
                                                                                                        .equals(
                                                                                                                s))
                                                                                .count()))
                                .toList(),
                        mail.address(account).orElse(null),
                        account.isGuest(),
                        mail.wanted(account.id())));
    }

    @PostMapping("/vacancies/saved")
    ModelAndView save(Account account, @RequestParam(defaultValue = "") String query) {
        VacancyQuery asked = VacancyQuery.parse(query);
        boolean nowhere = !asked.place().isEmpty() && search.place(asked).isEmpty();
        // Its page says what is wrong.
        if (nowhere || !SavedSearches.canBeSaved(asked))
            return new ModelAndView("redirect:" + asked.address());
        saved.save(account.id(), asked);
        return new ModelAndView("redirect:/vacancies/saved");
    }

    /** What is new in one search; the person has looked then. */
    @GetMapping("/vacancies/saved/{id}")
    ModelAndView fresh(Account account, @PathVariable UUID id) {
        SavedSearch search =
                news.searches(account.id()).stream()
                        .filter(s -> s.id().equals(id))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        Instant since = news.lookBeforeVisit(search);
        saved.looked(account.id(), search, saved.now());
        return new ModelAndView(
                "vacancy/new",
                "view",
                new NewView(
                        search,
                        vacancies.all(
                                news.told(account.id(), search, since, true).stream()
                                        .limit(50)
                                        .toList())));
    }

    @PostMapping("/vacancies/saved/{id}/end")
    ModelAndView end(Account account, @PathVariable UUID id) {
        if (!saved.end(account.id(), id)) throw Problem.notFound();
        return new ModelAndView("redirect:/vacancies/saved");
    }

    @PostMapping("/vacancies/saved/mail")
    @Access(Access.By.KEPT)
    ModelAndView mail(Account account, @RequestParam boolean wanted, Locale locale) {
        if (wanted && mail.address(account).isEmpty()) return new ModelAndView("redirect:/keep");
        if (wanted != mail.wanted(account.id()))
            mail.want(account.id(), wanted, Language.of(locale));
        return new ModelAndView("redirect:/vacancies/saved#mail");
    }
}
