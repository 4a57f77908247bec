package skills.assessment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;
import skills.platform.Problem;

/** The skills of one's occupation, one at a time. */
@Controller
@RequestMapping("/skills")
@Access(Access.By.HOLDER)
class SkillsController {

    private final SkillLists lists;
    private final AssessmentSessions sessions;
    private final Answers answers;
    private final Questions questions;

    SkillsController(
            SkillLists lists, AssessmentSessions sessions, Answers answers, Questions questions) {
        this.lists = lists;
        this.sessions = sessions;
        this.answers = answers;
        this.questions = questions;
    }

    /** Where one was: the first open skill, the result, or the choice of an occupation. */
    @GetMapping
    ModelAndView resume(Account account) {
        return lists.current(account.id())
                .filter(s -> s.total() > 0)
                .map(s -> new ModelAndView("redirect:" + onward(s, 0)))
                .orElseGet(() -> new ModelAndView("redirect:/skills/choose"));
    }

    @GetMapping("/{session}/{position}")
    ModelAndView question(Account account, @PathVariable UUID session, @PathVariable int position) {
        return page(mine(account, session, position), position, new Faults());
    }

    /** Keeps the answer; with the header of our script it says so in a word, else it leads on. */
    @PostMapping("/{session}/{position}")
    Object answer(
            Account account,
            @PathVariable UUID session,
            @PathVariable int position,
            AnswerForm form,
            @RequestHeader(name = "X-Queue", required = false) @Nullable String queue) {
        AssessmentSession mine = mine(account, session, position);
        Optional<Answer> answer = Answer.of(form.level(), form.skip(), form.undo());
        if (answer.isEmpty() && queue != null)
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).body("unknown answer");
        if (answer.isEmpty())
            return page(mine, position, new Faults().add("level", "assessment.fault.choose"));
        answers.take(
                account.id(), mine, questions.response(mine.skill(position), answer.get(), form));
        if (queue != null) return ResponseEntity.ok("kept");
        if (answer.get() instanceof Answer.TakenBack)
            return new ModelAndView("redirect:/skills/" + session + "/" + position);
        AssessmentSession now =
                sessions.find(account.id(), mine.id()).orElseThrow(Problem::notFound);
        return new ModelAndView("redirect:" + onward(now, position));
    }

    /** Once more, later: what was answered before stays as history. */
    @PostMapping("/again")
    ModelAndView again(Account account) {
        AssessmentSession session = lists.again(account.id()).orElseThrow(Problem::notFound);
        return new ModelAndView("redirect:" + onward(session, 0));
    }

    private ModelAndView page(AssessmentSession session, int position, Faults faults) {
        return new ModelAndView(
                "assessment/item", "view", questions.page(session, position, faults));
    }

    private static String onward(AssessmentSession session, int after) {
        var next = session.nextOpen(after);
        return next.isPresent()
                ? "/skills/" + session.id() + "/" + next.getAsInt()
                : "/skills/done";
    }

    private AssessmentSession mine(Account account, UUID session, int position) {
        return sessions.find(account.id(), new SessionId(session))
                .filter(s -> s.has(position))
                .orElseThrow(Problem::notFound);
    }
}
