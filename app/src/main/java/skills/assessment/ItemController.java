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
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.platform.Viewer;

/** One question a screen, about skills or of a questionnaire. */
@Controller
@Access(Access.By.HOLDER)
class ItemController {

    private final AssessmentSessions sessions;
    private final Answers answers;
    private final Questions questions;

    ItemController(AssessmentSessions sessions, Answers answers, Questions questions) {
        this.sessions = sessions;
        this.answers = answers;
        this.questions = questions;
    }

    @GetMapping({
        "/skills/{session}/{position}",
        "/questions/{session}/{position}",
        "/round/{session}/{position}"
    })
    ModelAndView question(Account account, @PathVariable UUID session, @PathVariable int position) {
        AssessmentSession mine = mine(account, session, position);
        return questions.isClosed(mine)
                ? new ModelAndView("redirect:" + mine.end())
                : page(mine, position, new Faults());
    }

    /**
     * Keeps the answer; with the header of our script it says so in a word, else it leads on. The
     * script says whose answer it is, since somebody else may have signed in meanwhile.
     */
    @PostMapping({
        "/skills/{session}/{position}",
        "/questions/{session}/{position}",
        "/round/{session}/{position}"
    })
    Object answer(
            Account account,
            @PathVariable UUID session,
            @PathVariable int position,
            AnswerForm form,
            @RequestHeader(name = "X-Queue", required = false) @Nullable String queue,
            @RequestHeader(name = "X-Holder", required = false) @Nullable String holder,
            @RequestAttribute(Viewer.ATTRIBUTE) Viewer viewer) {
        if (holder != null && !holder.equals(viewer.mark()))
            return ResponseEntity.status(HttpStatus.CONFLICT).body("of somebody else");
        AssessmentSession mine = mine(account, session, position);
        Optional<Answer> answer = Answer.of(form).filter(a -> questions.fits(mine, position, a));
        if (answer.isEmpty() && queue != null)
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).body("unknown answer");
        if (answer.isEmpty())
            return page(mine, position, new Faults().add("value", "assessment.fault.choose"));
        AssessmentSession now =
                answers.take(
                        account.id(),
                        mine,
                        questions.response(mine.item(position), answer.get(), form));
        if (queue != null) return ResponseEntity.ok("kept");
        return new ModelAndView(
                "redirect:"
                        + (answer.get() instanceof Answer.TakenBack
                                ? mine.address(position)
                                : now.onward(position)));
    }

    private ModelAndView page(AssessmentSession session, int position, Faults faults) {
        return new ModelAndView(
                "assessment/item", "view", questions.page(session, position, faults));
    }

    private AssessmentSession mine(Account account, UUID session, int position) {
        return sessions.find(account.id(), new SessionId(session))
                .filter(s -> s.has(position))
                .orElseThrow(Problem::notFound);
    }
}
