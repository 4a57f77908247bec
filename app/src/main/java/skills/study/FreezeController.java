package skills.study;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.PlanRules.Fault;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Faults;

/** Where a plan stops changing. */
@Controller
@RequestMapping("/studies/{id}/freeze")
@Access(Access.By.RESEARCHER)
class FreezeController {

    private final StudyDesk desk;
    private final Freezing freezing;
    private final StudyUnits units;
    private final DryRuns dryRuns;
    private final Clock clock;

    FreezeController(
            StudyDesk desk, Freezing freezing, StudyUnits units, DryRuns dryRuns, Clock clock) {
        this.desk = desk;
        this.freezing = freezing;
        this.units = units;
        this.dryRuns = dryRuns;
        this.clock = clock;
    }

    /**
     * @param planHash of the plan as it is now, or as it was frozen
     * @param missing what stands in the way
     * @param showsSeed whether nobody enrols any more, so that the seed gives nothing away
     */
    record FreezeView(
            Study study,
            String planHash,
            int classes,
            List<Fault> missing,
            boolean dryRun,
            boolean showsSeed,
            String seed,
            Faults faults) {

        String at() {
            return "/studies/" + study.id().value();
        }
    }

    @GetMapping
    ModelAndView page(Account researcher, @PathVariable UUID id) {
        return page(desk.mine(researcher, id), "", new Faults());
    }

    @PostMapping
    ModelAndView freeze(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seed) {
        Study study = desk.mine(researcher, id);
        String typed = seed.strip();
        if (!typed.matches("\\d{0,18}")) {
            ModelAndView page =
                    page(study, Typed.cut(typed, 40), new Faults().add("seed", "freeze.seed.bad"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        @Nullable Long given = typed.isEmpty() ? null : Long.valueOf(typed);
        freezing.freeze(study.id(), given, researcher.id());
        return new ModelAndView("redirect:/studies/" + id + "/freeze");
    }

    private ModelAndView page(Study study, String seed, Faults faults) {
        Frozen frozen = study.frozen();
        return new ModelAndView(
                "study/freeze",
                "view",
                new FreezeView(
                        study,
                        frozen == null ? PlanFile.hash(study.plan()) : frozen.planHash(),
                        units.of(study.id()).size(),
                        frozen == null ? desk.faults(study) : List.of(),
                        dryRuns.isOpen(study.id()),
                        frozen != null && study.isFirstWaveOver(clock.instant()),
                        seed,
                        faults));
    }
}
