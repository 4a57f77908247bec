package skills.study;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.PlanFile;
import skills.identity.Access;
import skills.identity.Account;
import skills.kernel.Language;
import skills.platform.Pdf;
import skills.platform.Templates;
import skills.platform.Words;

/** The plan for a registry and an ethics board: as a page, as text, as a PDF and as a file. */
@Controller
@RequestMapping("/studies/{id}")
@Access(Access.By.RESEARCHER)
class RegistryController {

    private final StudyDesk desk;
    private final Studies studies;
    private final StudyUnits units;
    private final Deviations deviations;
    private final StudyScales scales;
    private final Templates templates;
    private final MessageSource messages;

    RegistryController(
            StudyDesk desk,
            Studies studies,
            StudyUnits units,
            Deviations deviations,
            StudyScales scales,
            Templates templates,
            MessageSource messages) {
        this.desk = desk;
        this.studies = studies;
        this.units = units;
        this.deviations = deviations;
        this.scales = scales;
        this.templates = templates;
        this.messages = messages;
    }

    record RegistryView(Study study, Registry registry) {

        String at() {
            return "/studies/" + study.id().value();
        }
    }

    @GetMapping("/registry")
    ModelAndView page(Account researcher, @PathVariable UUID id, Locale locale) {
        Study study = desk.mine(researcher, id);
        return new ModelAndView(
                "study/registry", "view", new RegistryView(study, registry(study, words(locale))));
    }

    @GetMapping("/registry.txt")
    ResponseEntity<byte[]> text(Account researcher, @PathVariable UUID id, Locale locale) {
        Study study = desk.mine(researcher, id);
        return file(
                study.name() + ".txt", MediaType.TEXT_PLAIN, registry(study, words(locale)).text());
    }

    /**
     * The plan itself, which {@code ./skills study} reads: its fingerprint is that of the freeze.
     */
    @GetMapping("/plan.json")
    ResponseEntity<byte[]> plan(Account researcher, @PathVariable UUID id) {
        Study study = desk.mine(researcher, id);
        return file(
                study.name() + ".json", MediaType.APPLICATION_JSON, PlanFile.pretty(study.plan()));
    }

    @GetMapping("/registry.pdf")
    void pdf(Account researcher, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        Study study = desk.mine(researcher, id);
        Words words = words(locale);
        byte[] pdf =
                Pdf.render(
                        templates.text(
                                "study/registrypdf",
                                Map.of("words", words, "registry", registry(study, words))));
        Pdf.show(response, study.name() + ".pdf", pdf);
    }

    private Registry registry(Study study, Words words) {
        return Registry.of(
                study,
                units.of(study.id()),
                studies.versions(study.id()),
                deviations.of(study.id()),
                scales,
                words);
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Words words(Locale locale) {
        return new Words(messages, Language.of(locale));
    }
}
