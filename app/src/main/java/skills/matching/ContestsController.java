package skills.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import skills.kernel.LocalizedText;
import skills.platform.Problem;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.vacancy.Vacancies;
import skills.vacancy.VacancyId;

/** What people say is not right about matches, for those who look after them; never who said it. */
@Controller
@Access(Access.By.ADMIN)
class ContestsController {

    private final MatchContests contests;
    private final Occupations occupations;
    private final Vacancies vacancies;

    ContestsController(MatchContests contests, Occupations occupations, Vacancies vacancies) {
        this.contests = contests;
        this.occupations = occupations;
        this.vacancies = vacancies;
    }

    /**
     * Everything that was said of one occupation or vacancy.
     *
     * @param title null when it does not exist any more
     */
    record Subject(
            String path, boolean occupation, @Nullable LocalizedText title, List<Contest> said) {

        long open() {
            return said.stream().filter(c -> c.answer() == null).count();
        }
    }

    @GetMapping("/admin/matches")
    ModelAndView matches() {
        Map<String, List<Contest>> bySubject = new LinkedHashMap<>();
        for (Contest c : contests.all())
            bySubject.computeIfAbsent(c.subject(), k -> new ArrayList<>()).add(c);
        List<Subject> subjects =
                bySubject.entrySet().stream().map(e -> subject(e.getKey(), e.getValue())).toList();
        return new ModelAndView("matching/contested", "subjects", subjects);
    }

    @PostMapping("/admin/matches/{id}")
    ModelAndView answer(
            Account account,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer) {
        String clean = OccupationController.shortened(answer);
        if (clean.isEmpty()) throw new Problem(HttpStatus.BAD_REQUEST, "noanswer");
        if (!contests.answer(id, account.id(), clean)) throw Problem.notFound();
        return new ModelAndView("redirect:/admin/matches");
    }

    private Subject subject(String path, List<Contest> said) {
        boolean occupation = path.startsWith("occupation/");
        return new Subject(path, occupation, title(path, occupation).orElse(null), said);
    }

    private Optional<LocalizedText> title(String path, boolean occupation) {
        String id = path.substring(path.indexOf('/') + 1);
        try {
            return occupation
                    ? occupations.find(OccupationId.parse(id)).map(o -> o.name())
                    : vacancies.find(VacancyId.parse(id)).map(v -> LocalizedText.same(v.title()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
