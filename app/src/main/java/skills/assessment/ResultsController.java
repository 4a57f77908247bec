package skills.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Faults;
import skills.platform.Problem;

/** What came out of a questionnaire, for the person alone. */
@Controller
@Access(Access.By.HOLDER)
class ResultsController {

    private final ResultPages pages;
    private final Questionnaires questionnaires;
    private final Instruments instruments;
    private final Contests contests;
    private final PaperResult paper;

    ResultsController(
            ResultPages pages,
            Questionnaires questionnaires,
            Instruments instruments,
            Contests contests,
            PaperResult paper) {
        this.pages = pages;
        this.questionnaires = questionnaires;
        this.instruments = instruments;
        this.contests = contests;
        this.paper = paper;
    }

    @GetMapping("/results/{name}")
    ModelAndView page(Account account, @PathVariable String name) {
        Optional<ResultsView> view = pages.of(account.id(), name);
        if (view.isPresent()) {
            pages.opened(account.id(), view.get());
            return new ModelAndView("assessment/results", "view", view.get());
        }
        // The last answer for a study leads here too; what comes next is said there.
        if (instruments.current(name).orElseThrow(Problem::notFound).isForStudy())
            return new ModelAndView("redirect:/next");
        return new ModelAndView("redirect:/questions/" + name);
    }

    @GetMapping("/results/{name}.pdf")
    void pdf(
            Account account, @PathVariable String name, Locale locale, HttpServletResponse response)
            throws IOException {
        ResultsView view =
                pages.of(account.id(), name)
                        .filter(v -> !v.report().findings().isEmpty())
                        .orElseThrow(Problem::notFound);
        paper.write(view, Language.of(locale), response);
    }

    /** Puts the next best questions about a scale after the others. */
    @PostMapping("/results/{name}/more")
    ModelAndView more(
            Account account,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String scale) {
        String next =
                questionnaires
                        .more(account.id(), name, scale)
                        .map(s -> s.onward(0))
                        .orElse("/results/" + name);
        return new ModelAndView("redirect:" + next);
    }

    /**
     * @param undo anything: takes it back
     */
    @PostMapping("/results/{name}/contest")
    ModelAndView contest(
            Account account,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String scale,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String undo) {
        ResultsView view = pages.of(account.id(), name).orElseThrow(Problem::notFound);
        if (view.result() == null || view.report().instrument().scale(scale).isEmpty())
            throw Problem.notFound();
        String said = note.strip().replaceAll("[\\p{Cc}&&[^\\n]]", "");
        if (said.length() > Contests.LONGEST) {
            var page =
                    new ModelAndView(
                            "assessment/results",
                            "view",
                            view.with(new Faults().add("note-" + scale, "results.contest.long")));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        contests.say(
                account.id(),
                view.result().id(),
                scale,
                undo.isEmpty(),
                undo.isEmpty() ? said : "");
        return new ModelAndView("redirect:/results/" + name + "#" + scale);
    }
}
