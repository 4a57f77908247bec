package skills.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.Plan;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.platform.Words;

/** The plan, part by part. Each save is another version of the plan. */
@Controller
@RequestMapping("/studies/{id}/plan/{step}")
@Access(Access.By.RESEARCHER)
class PlanController {

    private final StudyDesk desk;
    private final Studies studies;
    private final MessageSource messages;
    private final Map<PlanStep, StepForm> forms = new EnumMap<>(PlanStep.class);

    PlanController(StudyDesk desk, Studies studies, MessageSource messages, List<StepForm> forms) {
        this.desk = desk;
        this.studies = studies;
        this.messages = messages;
        forms.forEach(f -> this.forms.put(f.step(), f));
    }

    /**
     * @param item number in a list; −1 without a list
     * @param isNew whether the thing is not in the list yet
     * @param lines of the list; empty on a form
     * @param open whether this part can still be changed
     * @param advice what the numbers mean, in words; none at other parts
     */
    record PlanView(
            Study study,
            PlanStep step,
            int item,
            boolean isNew,
            boolean mayGo,
            List<String> lines,
            boolean mayAdd,
            List<Ask> asks,
            boolean open,
            Advices advice,
            Faults faults) {

        String at() {
            return "/studies/" + study.id().value();
        }

        String here() {
            return at() + "/plan/" + step.path();
        }

        /** Where a list leads on; the page of the study after the last part. */
        String next() {
            return after(study, step);
        }
    }

    private static String after(Study study, PlanStep step) {
        int next = step.ordinal() + 1;
        return "/studies/"
                + study.id().value()
                + (next < PlanStep.values().length
                        ? "/plan/" + PlanStep.values()[next].path()
                        : "");
    }

    @GetMapping
    ModelAndView part(
            Account researcher, @PathVariable UUID id, @PathVariable String step, Locale locale) {
        Study study = desk.mine(researcher, id);
        StepForm form = form(step);
        Words words = words(locale);
        if (!form.isList()) return form(study, form, -1, null, words, new Faults());
        List<String> lines = form.lines(study.plan(), words);
        boolean open = desk.mayChange(study, form.step());
        return new ModelAndView(
                "study/planlist",
                "view",
                new PlanView(
                        study,
                        form.step(),
                        -1,
                        false,
                        false,
                        lines,
                        open && form.grows() && lines.size() < form.most(),
                        List.of(),
                        open,
                        Advices.NONE,
                        new Faults()));
    }

    @GetMapping("/{item}")
    ModelAndView item(
            Account researcher,
            @PathVariable UUID id,
            @PathVariable String step,
            @PathVariable int item,
            Locale locale) {
        Study study = desk.mine(researcher, id);
        StepForm form = list(study, step, item, words(locale));
        return form(study, form, item, null, words(locale), new Faults());
    }

    @PostMapping
    ModelAndView save(
            Account researcher,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale) {
        StepForm form = form(step);
        if (form.isList()) throw Problem.notFound();
        Study study = desk.mine(researcher, id);
        return save(researcher, study, form, -1, typed, locale, after(study, form.step()));
    }

    @PostMapping("/{item}")
    ModelAndView saveItem(
            Account researcher,
            @PathVariable UUID id,
            @PathVariable String step,
            @PathVariable int item,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale) {
        Study study = desk.mine(researcher, id);
        StepForm form = list(study, step, item, words(locale));
        String list = "/studies/" + id + "/plan/" + form.step().path();
        return save(researcher, study, form, item, typed, locale, list);
    }

    @PostMapping("/{item}/remove")
    String remove(
            Account researcher,
            @PathVariable UUID id,
            @PathVariable String step,
            @PathVariable int item,
            Locale locale) {
        Study study = desk.mine(researcher, id);
        StepForm form = list(study, step, item, words(locale));
        if (!form.grows() || item >= form.lines(study.plan(), words(locale)).size())
            throw Problem.notFound();
        studies.save(study.id(), form.without(study.plan(), item), researcher.id());
        return "redirect:/studies/" + id + "/plan/" + form.step().path();
    }

    private ModelAndView save(
            Account researcher,
            Study study,
            StepForm form,
            int item,
            MultiValueMap<String, String> fields,
            Locale locale,
            String onward) {
        if (!desk.mayChange(study, form.step()))
            throw new Problem(HttpStatus.CONFLICT, "study.frozen");
        var typed = new Typed(fields, new Faults());
        Plan plan = form.read(study.plan(), Math.max(0, item), typed);
        if (!typed.faults().none()) {
            ModelAndView page = form(study, form, item, typed, words(locale), typed.faults());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        studies.save(study.id(), plan, researcher.id());
        return new ModelAndView("redirect:" + onward);
    }

    private ModelAndView form(
            Study study,
            StepForm form,
            int item,
            @Nullable Typed typed,
            Words words,
            Faults faults) {
        List<Ask> asks = form.asks(study.plan(), Math.max(0, item), words);
        int there = form.isList() ? form.lines(study.plan(), words).size() : 0;
        boolean isNew = form.isList() && item >= there;
        boolean open = desk.mayChange(study, form.step());
        return new ModelAndView(
                "study/planform",
                "view",
                new PlanView(
                        study,
                        form.step(),
                        item,
                        isNew,
                        open && form.isList() && form.grows() && !isNew,
                        List.of(),
                        false,
                        typed == null ? asks : asks.stream().map(a -> a.with(typed)).toList(),
                        open,
                        form.step() == PlanStep.EXPECTATIONS
                                ? Advices.of(study.plan(), desk.classes(study), words)
                                : Advices.NONE,
                        faults));
    }

    private StepForm form(String step) {
        return PlanStep.at(step).map(forms::get).orElseThrow(Problem::notFound);
    }

    /** The form of a thing that is there, or of the next one when there is room. */
    private StepForm list(Study study, String step, int item, Words words) {
        StepForm form = form(step);
        int there = form.isList() ? form.lines(study.plan(), words).size() : -1;
        boolean canBeNew = form.grows() && item == there && there < form.most();
        if (item < 0 || item >= there && !canBeNew) throw Problem.notFound();
        return form;
    }

    private Words words(Locale locale) {
        return new Words(messages, Language.of(locale));
    }
}
