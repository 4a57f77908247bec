package skills.assessment;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;

/** The skills of one's occupation: where one was, and once more. */
@Controller
@Access(Access.By.HOLDER)
class SkillsController {

    private final SkillLists lists;

    SkillsController(SkillLists lists) {
        this.lists = lists;
    }

    /** Where one was: the first open skill, the result, or the choice of an occupation. */
    @GetMapping("/skills")
    ModelAndView resume(Account account) {
        return lists.current(account.id())
                .filter(s -> s.total() > 0)
                .map(s -> new ModelAndView("redirect:" + s.onward(0)))
                .orElseGet(() -> new ModelAndView("redirect:/skills/choose"));
    }

    /** Once more, later: what was answered before stays as history. */
    @PostMapping("/skills/again")
    ModelAndView again(Account account) {
        AssessmentSession session = lists.again(account.id()).orElseThrow(Problem::notFound);
        return new ModelAndView("redirect:" + session.onward(0));
    }
}
