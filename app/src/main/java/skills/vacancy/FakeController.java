package skills.vacancy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;
import skills.platform.Problem;

/** "This vacancy is fake": a person says so and finds the answer here; an administrator decides. */
@Controller
class FakeController {

    private final Vacancies vacancies;
    private final FakeReports reports;

    FakeController(Vacancies vacancies, FakeReports reports) {
        this.vacancies = vacancies;
        this.reports = reports;
    }

    /**
     * @param told what this person reported, of all vacancies
     * @param waiting this vacancy is among them and not answered yet
     */
    record FakeView(
            Vacancy vacancy,
            List<FakeReports.Told> told,
            boolean waiting,
            @Nullable String why,
            String words,
            Faults faults) {}

    record ReportedView(List<FakeReports.Reported> reported) {}

    @GetMapping("/vacancy/{id}/fake")
    @Access(Access.By.HOLDER)
    ModelAndView ask(Account account, @PathVariable VacancyId id) {
        return page(account, id, null, "", new Faults());
    }

    @PostMapping("/vacancy/{id}/fake")
    @Access(Access.By.HOLDER)
    ModelAndView say(
            Account account,
            @PathVariable VacancyId id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String words) {
        var known =
                Arrays.stream(FakeReports.Why.values())
                        .filter(w -> w.name().equals(why))
                        .findFirst();
        String clean = clean(words);
        var faults =
                new Faults()
                        .addIf(known.isEmpty(), "why", "fake.why.none")
                        .addIf(clean.length() > FakeReports.LONGEST, "words", "fake.words.long");
        if (!faults.none()) {
            ModelAndView page = page(account, id, why, clean, faults);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        vacancies.find(id).orElseThrow(Problem::notFound);
        reports.say(account.id(), id, known.orElseThrow(), clean);
        return new ModelAndView("redirect:/vacancy/" + id.value() + "/fake");
    }

    private ModelAndView page(
            Account account, VacancyId id, @Nullable String why, String words, Faults faults) {
        Vacancy vacancy = vacancies.find(id).orElseThrow(Problem::notFound);
        List<FakeReports.Told> told = reports.of(account.id());
        boolean waiting =
                told.stream().anyMatch(t -> t.vacancy().equals(id) && t.verdict() == null);
        return new ModelAndView(
                "vacancy/fake", "view", new FakeView(vacancy, told, waiting, why, words, faults));
    }

    @GetMapping("/admin/vacancies/reported")
    @Access(Access.By.ADMIN)
    ModelAndView reported() {
        return new ModelAndView("vacancy/reported", "view", new ReportedView(reports.all()));
    }

    @PostMapping("/admin/vacancies/{id}/verdict")
    @Access(Access.By.ADMIN)
    ModelAndView decide(
            Account admin,
            @PathVariable VacancyId id,
            @RequestParam boolean fake,
            @RequestParam(defaultValue = "") String words) {
        vacancies.find(id).orElseThrow(Problem::notFound);
        String clean = clean(words);
        reports.decide(
                id,
                fake,
                clean.length() > FakeReports.LONGEST
                        ? clean.substring(0, FakeReports.LONGEST)
                        : clean,
                admin.id());
        return new ModelAndView("redirect:/admin/vacancies/reported");
    }

    private static String clean(String typed) {
        return typed.replaceAll("[\\p{Cc}&&[^\\n]]+", " ").strip();
    }
}
