package skills.study;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Pdf;
import skills.platform.Problem;

/** The report of a study, for its researcher. */
@Controller
@RequestMapping("/studies/{id}")
@Access(Access.By.RESEARCHER)
class ReportController {

    /** A default analysis is ready by then; what takes longer shows how far it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAPER = Duration.ofMinutes(1);

    private final StudyDesk desk;
    private final StudyReports reports;
    private final StudyReleases releases;

    ReportController(StudyDesk desk, StudyReports reports, StudyReleases releases) {
        this.desk = desk;
        this.reports = reports;
        this.releases = releases;
    }

    /**
     * @param released whether participants can read what came out
     * @param notRead rows and cells of just loaded files that could not be used
     */
    record ReportView(Study study, StudyReports.State state, boolean released, int notRead) {

        String at() {
            return "/studies/" + study.id().value();
        }

        boolean made() {
            return state instanceof StudyReports.Made;
        }

        String page() {
            return state instanceof StudyReports.Made made ? made.page() : "";
        }

        int percent() {
            return state instanceof StudyReports.Making making ? making.percent() : 0;
        }
    }

    @GetMapping("/report")
    ModelAndView report(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int notRead,
            Locale locale,
            HttpServletResponse answer) {
        Study study = desk.mine(researcher, id);
        StudyReports.State state = reports.of(study, Language.of(locale), PATIENCE);
        // Asks again by itself, also without a script.
        if (state instanceof StudyReports.Making) answer.setHeader("Refresh", "3");
        return new ModelAndView(
                "study/report",
                "view",
                new ReportView(study, state, releases.isOpen(study.id()), notRead));
    }

    @GetMapping("/report.pdf")
    void pdf(Account researcher, @PathVariable UUID id, Locale locale, HttpServletResponse answer)
            throws IOException {
        Study study = desk.mine(researcher, id);
        Pdf.show(
                answer,
                study.name() + ".pdf",
                reports.pdf(study, Language.of(locale), PAPER).orElseThrow(Problem::notFound));
    }

    @GetMapping("/report.json")
    ResponseEntity<String> findings(Account researcher, @PathVariable UUID id) {
        Study study = desk.mine(researcher, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(reports.findings(study, PAPER).orElseThrow(Problem::notFound));
    }

    @PostMapping("/report/release")
    String release(Account researcher, @PathVariable UUID id, @RequestParam boolean open) {
        Study study = desk.mine(researcher, id);
        releases.say(study.id(), open, researcher.id());
        return "redirect:/studies/" + id + "/report#release";
    }
}
