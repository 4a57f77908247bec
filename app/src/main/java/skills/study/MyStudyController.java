package skills.study;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.ConsentText;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;

/** My study: what is open, what I agreed to, and stopping. */
@Controller
@Access(Access.By.HOLDER)
class MyStudyController {

    private final MyStudies mine;
    private final Studies studies;
    private final Enrolments enrolments;
    private final Joins joins;
    private final Agreements agreements;
    private final Leaving leaving;
    private final Withholding withholding;

    MyStudyController(
            MyStudies mine,
            Studies studies,
            Enrolments enrolments,
            Joins joins,
            Agreements agreements,
            Leaving leaving,
            Withholding withholding) {
        this.mine = mine;
        this.studies = studies;
        this.enrolments = enrolments;
        this.joins = joins;
        this.agreements = agreements;
        this.leaving = leaving;
        this.withholding = withholding;
    }

    record StopView(Study study, Enrolment enrolment) {}

    @GetMapping("/study")
    ModelAndView all(Account account) {
        joins.askedByClass(account.id());
        return new ModelAndView("study/mine", "view", mine.of(account));
    }

    /** Not now: the study is not offered again by itself. */
    @PostMapping("/study/{name}/no")
    String no(Account account, @PathVariable String name) {
        Study study = studies.named(name).orElseThrow(Problem::notFound);
        joins.decline(account, study);
        return "redirect:/study/" + study.name() + "/task";
    }

    @GetMapping("/study/{enrolment}/stop")
    ModelAndView sure(Account account, @PathVariable UUID enrolment) {
        Enrolment own = mine(account, enrolment);
        return new ModelAndView(
                "study/stop", "view", new StopView(studies.find(own.study()).orElseThrow(), own));
    }

    /**
     * @param how keep what was answered, or delete everything
     */
    @PostMapping("/study/{enrolment}/stop")
    String stop(
            Account account,
            @PathVariable UUID enrolment,
            @RequestParam(defaultValue = "") String how) {
        Enrolment own = mine(account, enrolment);
        if (how.equals("delete")) {
            leaving.delete(own);
            return "redirect:/study?deleted";
        }
        if (!how.equals("keep")) return "redirect:/study/" + own.id() + "/stop";
        leaving.stop(own);
        return "redirect:/study?stopped";
    }

    /** Takes one purpose back; without one that is needed there is only stopping. */
    @PostMapping("/study/{enrolment}/back")
    String back(Account account, @PathVariable UUID enrolment, @RequestParam String purpose) {
        Enrolment own = mine(account, enrolment);
        Study study = studies.find(own.study()).orElseThrow();
        boolean needed =
                Texts.consents(study.plan()).stream()
                        .filter(ConsentText::required)
                        .anyMatch(c -> c.purpose().equals(purpose));
        if (needed) return "redirect:/study/" + own.id() + "/stop";
        agreements.withdraw(account.id(), own, purpose);
        return "redirect:/study";
    }

    /** From when the passport is open, and a way on for whoever insists. */
    @GetMapping("/study/later")
    ModelAndView later(Account account) {
        return withholding
                .of(account.id())
                .map(w -> new ModelAndView("study/later", "view", mine.one(w.enrolment())))
                .orElseGet(() -> new ModelAndView("redirect:/next"));
    }

    @PostMapping("/study/later")
    String anyway(Account account) {
        withholding.of(account.id()).ifPresent(w -> enrolments.openedAnyway(w.enrolment().id()));
        return "redirect:/passport";
    }

    private Enrolment mine(Account account, UUID enrolment) {
        return enrolments
                .find(account.id(), new EnrolmentId(enrolment))
                .orElseThrow(Problem::notFound);
    }
}
