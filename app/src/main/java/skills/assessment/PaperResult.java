package skills.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import skills.kernel.Language;
import skills.platform.Pdf;
import skills.platform.Templates;
import skills.platform.Words;

/** A result as a PDF, made when it is asked for and kept nowhere. */
@Component
class PaperResult {

    private final Templates templates;
    private final MessageSource messages;
    private final Clock clock;

    PaperResult(Templates templates, MessageSource messages, Clock clock) {
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
    }

    void write(ResultsView view, Language language, HttpServletResponse response)
            throws IOException {
        byte[] pdf =
                Pdf.render(
                        templates.text(
                                "assessment/resultpdf",
                                Map.of(
                                        "words",
                                        new Words(messages, language),
                                        "view",
                                        view,
                                        "now",
                                        clock.instant())));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Pdf.show(response, view.name() + ".pdf", pdf);
    }
}
