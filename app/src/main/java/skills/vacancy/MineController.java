package skills.vacancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;

/** What the person applied for; only she sees it. */
@Controller
@Access(Access.By.HOLDER)
class MineController {

    private final Applications applications;
    private final Vacancies vacancies;
    private final TransactionTemplate transaction;

    MineController(
            Applications applications, Vacancies vacancies, TransactionTemplate transaction) {
        this.applications = applications;
        this.vacancies = vacancies;
        this.transaction = transaction;
    }

    /**
     * @param there false when the vacancy's page is gone
     * @param open whether one can still apply
     */
    record Line(Application application, boolean there, boolean open) {}

    /**
     * @param waiting the answer is still open
     * @param done got it, rejected, or not after all
     */
    record MineView(LocalDate today, List<Line> waiting, List<Line> done) {}

    @GetMapping("/vacancies/mine")
    ModelAndView mine(Account account) {
        LocalDate today = vacancies.today();
        List<Application> told = applications.all(account.id());
        Map<VacancyId, Vacancy> there =
                vacancies.all(told.stream().map(Application::vacancy).toList()).stream()
                        .collect(Collectors.toMap(Vacancy::id, v -> v));
        List<Line> all = told.stream().map(a -> line(a, there.get(a.vacancy()), today)).toList();
        return new ModelAndView(
                "vacancy/mine",
                "view",
                new MineView(
                        today,
                        all.stream().filter(l -> l.application.last().waiting()).toList(),
                        all.stream().filter(l -> !l.application.last().waiting()).toList()));
    }

    private static Line line(Application application, @Nullable Vacancy vacancy, LocalDate today) {
        return new Line(application, vacancy != null, vacancy != null && vacancy.openOn(today));
    }

    /**
     * @param from "list" to go back to the list; otherwise back to the vacancy
     */
    @PostMapping("/vacancy/{id}/mine")
    ModelAndView say(
            Account account,
            @PathVariable VacancyId id,
            @RequestParam Application.What what,
            @RequestParam(defaultValue = "") String from) {
        Boolean said = transaction.execute(t -> applications.say(account.id(), id, what));
        if (!Boolean.TRUE.equals(said)) throw Problem.notFound();
        return new ModelAndView(
                "redirect:"
                        + (from.equals("list")
                                ? "/vacancies/mine"
                                : "/vacancy/" + id.value() + "#applied"));
    }
}
