package skills.study;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;
import skills.platform.Problem;

/** Writing down what went otherwise than planned. */
@Controller
@RequestMapping("/studies/{id}/deviations")
@Access(Access.By.RESEARCHER)
class DeviationsController {

    private static final int LONGEST = 1000;

    private final StudyDesk desk;
    private final Deviations deviations;

    DeviationsController(StudyDesk desk, Deviations deviations) {
        this.desk = desk;
        this.deviations = deviations;
    }

    record DeviationsView(Study study, List<Deviations.Deviation> all, Typed typed, Faults faults) {

        String at() {
            return "/studies/" + study.id().value();
        }

        String was(String field) {
            List<String> typedNow = typed.all(field);
            return typedNow.isEmpty() ? "" : typedNow.getFirst();
        }
    }

    @GetMapping
    ModelAndView page(Account researcher, @PathVariable UUID id) {
        return page(
                desk.mine(researcher, id), new Typed(new LinkedMultiValueMap<>(), new Faults()));
    }

    @PostMapping
    ModelAndView say(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form) {
        Study study = desk.mine(researcher, id);
        if (!study.isFrozen()) throw new Problem(HttpStatus.CONFLICT, "study.notfrozen");
        var typed = new Typed(form, new Faults());
        String who = typed.line("who");
        String what = typed.text("what");
        String why = typed.text("why");
        typed.faults()
                .addIf(what.length() > LONGEST, "what", "plan.fault.deviation.long")
                .addIf(why.length() > LONGEST, "why", "plan.fault.deviation.long");
        if (!typed.faults().none()) {
            ModelAndView page = page(study, typed);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        deviations.say(study.id(), researcher.id(), who, what, why);
        return new ModelAndView("redirect:/studies/" + id + "/deviations");
    }

    private ModelAndView page(Study study, Typed typed) {
        return new ModelAndView(
                "study/deviations",
                "view",
                new DeviationsView(study, deviations.of(study.id()), typed, typed.faults()));
    }
}
