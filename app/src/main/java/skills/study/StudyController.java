package skills.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.PlanRules.Fault;
import skills.identity.Access;
import skills.identity.Account;

/** One study: how far its plan is, and what is next. */
@Controller
@RequestMapping("/studies/{id}")
@Access(Access.By.RESEARCHER)
class StudyController {

    private final StudyDesk desk;
    private final DryRuns dryRuns;
    private final Monitor monitor;
    private final StudyLoads loads;

    StudyController(StudyDesk desk, DryRuns dryRuns, Monitor monitor, StudyLoads loads) {
        this.desk = desk;
        this.dryRuns = dryRuns;
        this.monitor = monitor;
        this.loads = loads;
    }

    /**
     * @param faults keys of messages: what is missing in this part
     */
    record Part(PlanStep step, List<String> faults) {}

    /**
     * @param next the first part that lacks something; null when the plan is ready
     * @param dryRun whether test persons can take part now
     * @param loaded whether it was finished elsewhere and came from files
     * @param monitor null before it is frozen
     */
    record StudyView(
            Study study,
            List<Part> parts,
            @Nullable PlanStep next,
            boolean dryRun,
            boolean loaded,
            Monitor.@Nullable Now monitor) {

        String at() {
            return "/studies/" + study.id().value();
        }
    }

    @GetMapping
    ModelAndView study(Account researcher, @PathVariable UUID id) {
        Study study = desk.mine(researcher, id);
        List<Fault> faults = study.isFrozen() ? List.of() : desk.faults(study);
        List<Part> parts =
                Arrays.stream(PlanStep.values())
                        .map(
                                step ->
                                        new Part(
                                                step,
                                                faults.stream()
                                                        .filter(f -> PlanStep.of(f.where()) == step)
                                                        .map(f -> "plan.fault." + f.rule())
                                                        .distinct()
                                                        .toList()))
                        .toList();
        Optional<PlanStep> next =
                parts.stream().filter(p -> !p.faults().isEmpty()).map(Part::step).findFirst();
        return new ModelAndView(
                "study/study",
                "view",
                new StudyView(
                        study,
                        parts,
                        next.orElse(null),
                        dryRuns.isOpen(study.id()),
                        !study.isFrozen() && loads.isLoaded(study.id()),
                        study.isFrozen() ? monitor.of(study) : null));
    }

    @PostMapping("/dryrun")
    String begin(Account researcher, @PathVariable UUID id) {
        Study study = desk.mine(researcher, id);
        dryRuns.begin(study.id(), researcher.id());
        return "redirect:/studies/" + id + "#dryrun";
    }

    @PostMapping("/dryrun/erase")
    String erase(Account researcher, @PathVariable UUID id) {
        Study study = desk.mine(researcher, id);
        dryRuns.erase(study.id(), researcher.id());
        return "redirect:/studies/" + id + "#dryrun";
    }
}
