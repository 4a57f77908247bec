package skills.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.matching.Matcher.VacancyMatch;
import skills.platform.Problem;
import skills.platform.Words;
import skills.vacancy.MyVacancies;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancy;
import skills.vacancy.VacancyId;

/** One vacancy as a mirror: what they ask, what the person has. */
@Controller
@Access(Access.By.HOLDER)
class VacancyController {

    private final Vacancies vacancies;
    private final Matcher matcher;
    private final FitPages pages;
    private final FitWorks works;
    private final MatchContests contests;
    private final SearchAreas areas;
    private final Inclinations inclinations;
    private final OwnFits fits;
    private final MyVacancies mine;
    private final Clock clock;

    VacancyController(
            Vacancies vacancies,
            Matcher matcher,
            FitPages pages,
            FitWorks works,
            MatchContests contests,
            SearchAreas areas,
            Inclinations inclinations,
            OwnFits fits,
            MyVacancies mine,
            Clock clock) {
        this.vacancies = vacancies;
        this.matcher = matcher;
        this.pages = pages;
        this.works = works;
        this.contests = contests;
        this.areas = areas;
        this.inclinations = inclinations;
        this.fits = fits;
        this.mine = mine;
        this.clock = clock;
    }

    @GetMapping("/vacancy/{id}")
    ModelAndView vacancy(
            Account account,
            @PathVariable VacancyId id,
            @RequestParam(required = false) @Nullable String told,
            @RequestParam(required = false) @Nullable String wrong) {
        Vacancy vacancy = vacancies.find(id).orElseThrow(Problem::notFound);
        VacancyId same = vacancy.standing().sameAs();
        // The same job from another source: one page for both.
        if (same != null) return new ModelAndView("redirect:/vacancy/" + same.value());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PLACE);
        Somebody somebody = matcher.somebody(account.id());
        VacancyMatch found = matcher.vacancy(somebody, vacancy);
        Match match = found.match();
        Optional<SearchArea> area = areas.of(account.id());
        var own = inclinations.of(account.id());
        var mapped = vacancy.occupation();
        var occupation = mapped == null ? null : mapped.id();
        Integer km =
                area.map(a -> vacancy.kmFrom(a.place().point()))
                        .filter(d -> d.isPresent())
                        .map(d -> (int) Math.round(d.getAsDouble()))
                        .orElse(null);
        var page =
                pages.of(
                        somebody.fitter(),
                        works.vacancy(vacancy),
                        match,
                        found.fit(),
                        fits.of(own.inclination(), occupation));
        List<Vacancies.Listing> listings = vacancies.listings(id);
        return new ModelAndView(
                        "matching/vacancy",
                        "view",
                        new VacancyView(
                                vacancy,
                                vacancy.openOn(today),
                                km,
                                area.orElse(null),
                                MeterView.of(match),
                                fits.wants(own, occupation),
                                match.missing(),
                                page.view(),
                                page.onet(),
                                page.why(),
                                page.change(),
                                listings,
                                VacancyView.Read.of(vacancy, match)))
                .addObject(
                        "contest",
                        new ContestView(
                                "/vacancy/" + id.value() + "/contest",
                                wrong != null,
                                told != null,
                                contests.of(account.id(), "vacancy/" + id.value())))
                .addObject("mine", mine.open(account.id(), vacancy, listings));
    }

    @PostMapping("/vacancy/{id}/contest")
    ModelAndView contest(
            Account account,
            @PathVariable VacancyId id,
            @RequestParam(defaultValue = "") String reason) {
        vacancies.find(id).orElseThrow(Problem::notFound);
        contests.say(account.id(), "vacancy/" + id.value(), OccupationController.shortened(reason));
        return new ModelAndView("redirect:/vacancy/" + id.value() + "?told#contest");
    }
}
