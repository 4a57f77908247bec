package skills.study;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.kernel.Language;
import skills.platform.Problem;

/** What came out of a study, for those who took part and for anybody else, once it is released. */
@Controller
@Access(Access.By.EVERYONE)
class ToldController {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Studies studies;
    private final StudyReports reports;
    private final StudyReleases releases;

    ToldController(Studies studies, StudyReports reports, StudyReleases releases) {
        this.studies = studies;
        this.reports = reports;
        this.releases = releases;
    }

    /**
     * @param told within the frame of the page; empty while it is being made
     */
    record ToldView(String title, String told) {}

    @GetMapping("/study/{name}/results")
    ModelAndView results(@PathVariable String name, Locale locale, HttpServletResponse answer) {
        Study study =
                studies.named(name)
                        .filter(s -> releases.isOpen(s.id()))
                        .orElseThrow(Problem::notFound);
        Language language = Language.of(locale);
        StudyReports.State state = reports.of(study, language, PATIENCE);
        if (state instanceof StudyReports.Making) answer.setHeader("Refresh", "3");
        var title = study.plan().title();
        return new ModelAndView(
                "study/told",
                "view",
                new ToldView(
                        language == Language.EN ? title.en() : title.nl(),
                        state instanceof StudyReports.Made made ? made.told() : ""));
    }
}
