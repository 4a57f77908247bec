package skills.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.identity.Access;
import skills.kernel.Language;
import skills.platform.Pdf;
import skills.platform.Problem;
import skills.platform.Qr;
import skills.platform.Templates;
import skills.platform.Words;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Occupations;
import skills.vacancy.Regions;

/** A lesson of 50 minutes about one closed occupation, on one sheet of paper; it names nobody. */
@Controller
@RequestMapping("/gone/{occupation}")
@Access(Access.By.EVERYONE)
class LessonController {

    private final Occupations occupations;
    private final Regions regions;
    private final GonePages pages;
    private final Templates templates;
    private final MessageSource messages;
    private final String origin;

    LessonController(
            Occupations occupations,
            Regions regions,
            GonePages pages,
            Templates templates,
            MessageSource messages,
            @Value("${skills.origin}") String origin) {
        this.occupations = occupations;
        this.regions = regions;
        this.pages = pages;
        this.templates = templates;
        this.messages = messages;
        this.origin = origin;
    }

    /**
     * @param link where the class finds the figure on a phone
     */
    record Lesson(GoneView gone, String link, Qr qr) {

        /** What the lesson takes, in minutes; the parts are numbered from 1. */
        static final int[] MINUTES = {5, 15, 10, 12, 5, 3};

        /** "0 - 5", the minutes of a part. */
        static String minutes(int part) {
            int from = 0;
            for (int i = 0; i < part - 1; i++) from += MINUTES[i];
            return from + " - " + (from + MINUTES[part - 1]);
        }

        /** Which occupations often go as well, as a list in words. */
        String along(Words words) {
            return String.join(", ", gone.found().along().stream().map(words::t).toList());
        }

        /** The address as one types it. */
        String typed() {
            return link.replaceFirst("^https?://", "").replaceFirst("/gone/.*", "/start");
        }
    }

    @GetMapping("/lesson")
    ModelAndView lesson(
            @PathVariable OccupationId occupation, @RequestParam(defaultValue = "") String region) {
        return new ModelAndView("matching/gonelesson", "lesson", of(occupation, region));
    }

    @GetMapping("/lesson.pdf")
    void pdf(
            @PathVariable OccupationId occupation,
            @RequestParam(defaultValue = "") String region,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Lesson lesson = of(occupation, region);
        var words = new Words(messages, Language.of(locale));
        byte[] pdf =
                Pdf.render(
                        templates.text(
                                "matching/gonelessonpdf",
                                Map.of("words", words, "lesson", lesson)));
        Pdf.show(response, words.t("gone.lesson.file") + ".pdf", pdf);
    }

    private Lesson of(OccupationId occupation, String region) {
        Occupation closed = occupations.find(occupation).orElseThrow(Problem::notFound);
        GoneView gone =
                pages.of(
                        closed,
                        regions.parse(region).orElseThrow(Problem::notFound),
                        Optional.empty(),
                        null);
        String link = origin + gone.here();
        return new Lesson(gone, link, Qr.of(link));
    }
}
