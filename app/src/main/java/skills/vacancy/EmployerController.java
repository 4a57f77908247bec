package skills.vacancy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Employers;
import skills.identity.Organizations;
import skills.kernel.LocalizedText;
import skills.platform.Problem;
import skills.taxonomy.Occupation;
import skills.taxonomy.Occupations;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** The vacancies of an employer: what is offered, what is not yet, and no longer. */
@Controller
@RequestMapping("/employer")
@Access(Access.By.EMPLOYER)
class EmployerController {

    private final Employers employers;
    private final EmployerVacancies mine;
    private final EmployerPosting posting;
    private final Vacancies vacancies;
    private final Places places;
    private final Occupations occupations;
    private final Skills skills;

    EmployerController(
            Employers employers,
            EmployerVacancies mine,
            EmployerPosting posting,
            Vacancies vacancies,
            Places places,
            Occupations occupations,
            Skills skills) {
        this.employers = employers;
        this.mine = mine;
        this.posting = posting;
        this.vacancies = vacancies;
        this.places = places;
        this.occupations = occupations;
        this.skills = skills;
    }

    /**
     * @param state one more than the vacancy knows: PAST when its last day is over, FAKE when an
     *     administrator took it down
     */
    record Line(EmployerVacancy vacancy, String state) {}

    record ListView(List<Organizations.Organization> employers, List<Line> lines) {}

    record Ask(LocalizedText skill, boolean must) {}

    /**
     * @param occupation null when none was chosen
     * @param ready it can be offered as it is
     */
    record OneView(
            Line line,
            String place,
            @Nullable LocalizedText occupation,
            List<Ask> asks,
            boolean ready) {

        boolean offered() {
            return line.state().equals("OPEN") || line.state().equals("CHANGED");
        }
    }

    @GetMapping
    ModelAndView list(Account account) {
        List<Organizations.Organization> at = employers.ofMember(account.id());
        if (at.isEmpty()) throw Problem.notFound();
        return new ModelAndView(
                "vacancy/employer", "view", new ListView(at, lines(mine.of(account.id()))));
    }

    @GetMapping("/{id}")
    ModelAndView show(Account account, @PathVariable UUID id) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        Map<SkillId, Skill> named = skills.all(v.asks().stream().map(Requirement::skill).toList());
        return new ModelAndView(
                "vacancy/employerone",
                "view",
                new OneView(
                        lines(List.of(v)).getFirst(),
                        places.find(v.place()).map(Place::label).orElse(""),
                        v.occupation() == null
                                ? null
                                : occupations
                                        .find(v.occupation())
                                        .map(Occupation::name)
                                        .orElse(null),
                        v.asks().stream()
                                .filter(r -> named.containsKey(r.skill()))
                                .map(r -> new Ask(named.get(r.skill()).name(), r.must()))
                                .toList(),
                        ready(v)));
    }

    @PostMapping("/{id}/post")
    ModelAndView post(Account account, @PathVariable UUID id) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        // Its page says what is missing.
        if (ready(v)) posting.post(account.id(), v);
        return new ModelAndView("redirect:/employer/" + id);
    }

    @PostMapping("/{id}/close")
    ModelAndView close(Account account, @PathVariable UUID id) {
        EmployerVacancy v = mine.of(account.id(), id).orElseThrow(Problem::notFound);
        if (v.state() == EmployerVacancy.State.OPEN || v.state() == EmployerVacancy.State.CHANGED)
            posting.close(account.id(), v);
        return new ModelAndView("redirect:/employer/" + id);
    }

    private boolean ready(EmployerVacancy v) {
        return !v.asks().isEmpty()
                && !v.openUntil().isBefore(vacancies.today())
                && places.find(v.place()).isPresent();
    }

    private List<Line> lines(List<EmployerVacancy> all) {
        Set<VacancyId> fakes =
                vacancies
                        .all(
                                all.stream()
                                        .filter(v -> v.posted() != null)
                                        .map(EmployerVacancy::offered)
                                        .toList())
                        .stream()
                        .filter(o -> o.standing().takenDown())
                        .map(Vacancy::id)
                        .collect(Collectors.toSet());
        return all.stream().map(v -> line(v, fakes.contains(v.offered()))).toList();
    }

    private Line line(EmployerVacancy v, boolean fake) {
        boolean over =
                v.state() == EmployerVacancy.State.OPEN
                        && v.openUntil().isBefore(vacancies.today());
        return new Line(v, fake ? "FAKE" : over ? "PAST" : v.state().name());
    }
}
