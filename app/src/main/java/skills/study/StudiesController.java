package skills.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.identity.Access;
import skills.identity.Account;
import skills.identity.Organizations;
import skills.platform.Faults;
import skills.platform.Problem;
import skills.platform.Words;

/** A researcher's studies, and a new one. */
@Controller
@RequestMapping("/studies")
@Access(Access.By.RESEARCHER)
class StudiesController {

    private static final String STANDARD = "standard";

    private final Studies studies;
    private final StandardPlan standard;
    private final Organizations organizations;
    private final Clock clock;

    StudiesController(
            Studies studies, StandardPlan standard, Organizations organizations, Clock clock) {
        this.studies = studies;
        this.standard = standard;
        this.organizations = organizations;
        this.clock = clock;
    }

    record ListView(List<Study> studies) {}

    /**
     * @param from id of the study to copy, or "standard"
     */
    record NewView(
            List<Study> studies,
            List<Organizations.Organization> organizations,
            String title,
            String from,
            Faults faults) {}

    @GetMapping
    ModelAndView list(Account researcher) {
        return new ModelAndView(
                "study/studies", "view", new ListView(studies.ofResearcher(researcher.id())));
    }

    @GetMapping("/new")
    ModelAndView form(Account researcher) {
        return form(researcher, "", STANDARD, new Faults());
    }

    @PostMapping
    ModelAndView make(
            Account researcher,
            @RequestParam UUID organization,
            @RequestParam MultiValueMap<String, String> form) {
        var at =
                organizations.ofResearcher(researcher.id()).stream()
                        .filter(o -> o.id().value().equals(organization))
                        .findAny()
                        .orElseThrow(Problem::notFound);
        var faults = new Faults();
        String title = new Typed(form, faults).line("title");
        String from = form.getOrDefault("from", List.of(STANDARD)).getFirst();
        if (!faults.none()) {
            ModelAndView page = form(researcher, title, from, faults);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PLACE);
        Plan begun =
                from.equals(STANDARD)
                        ? standard.on(today)
                        : StandardPlan.moved(copied(researcher, from), today);
        String slug = Typed.slug(title);
        String name = slug.length() < 3 ? "study-" + slug : slug;
        for (int tries = 0; tries < 50; tries++) {
            Plan plan =
                    PlanParts.of(begun)
                            .named(tries == 0 ? trimmed(name) : trimmed(name) + "-" + code())
                            .question(new Text(title, title), begun.question())
                            .plan();
            Optional<StudyId> made =
                    studies.make(plan, at.id(), researcher.id(), researcher.demo());
            if (made.isPresent())
                return new ModelAndView("redirect:/studies/" + made.get().value());
        }
        throw new IllegalStateException("no free name for a study");
    }

    private static String trimmed(String name) {
        return name.replaceAll("-+$", "");
    }

    private static String code() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(46_656, 1_679_616), 36);
    }

    private Plan copied(Account researcher, String from) {
        return studies.ofResearcher(researcher.id()).stream()
                .filter(s -> s.id().value().toString().equals(from))
                .findAny()
                .orElseThrow(Problem::notFound)
                .plan();
    }

    private ModelAndView form(Account researcher, String title, String from, Faults faults) {
        return new ModelAndView(
                "study/new",
                "view",
                new NewView(
                        studies.ofResearcher(researcher.id()),
                        organizations.ofResearcher(researcher.id()),
                        title,
                        from,
                        faults));
    }
}
