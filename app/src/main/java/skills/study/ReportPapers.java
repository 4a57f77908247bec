package skills.study;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import skills.platform.Pdf;
import skills.platform.Words;

/** Draws a report outside a page request, with or without the application around it. */
final class ReportPapers {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "skills");
    private static final Pattern FONT = Pattern.compile("url\\(/static/(fonts/[^)]+\\.woff2)\\)");

    private ReportPapers() {}

    /** What stands within the frame of a page. */
    static String body(Words words, ReportDocument report) {
        return drawn(
                "study/reportbody",
                Map.of(
                        "report",
                        report,
                        "paper",
                        false,
                        "simulated",
                        words.t("study.report.simulated.mark")));
    }

    /** One file that needs nothing else: style and letters stand in it. */
    static String file(Words words, ReportDocument report) {
        return drawn("study/reportfile", Map.of("words", words, "report", report, "css", css()));
    }

    static byte[] pdf(Words words, ReportDocument report) {
        return Pdf.render(drawn("study/reportpdf", Map.of("words", words, "report", report)));
    }

    private static String drawn(String template, Map<String, Object> parameters) {
        var out = new StringOutput();
        ENGINE.render(template + ".jte", parameters, out);
        return out.toString();
    }

    private static String css() {
        String css = text("platform.css") + text("study-report.css");
        return FONT.matcher(css)
                .replaceAll(
                        found ->
                                "url(data:font/woff2;base64,"
                                        + Base64.getEncoder().encodeToString(file(found.group(1)))
                                        + ")");
    }

    private static String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) {
        try (InputStream file = ReportPapers.class.getResourceAsStream("/static/" + name)) {
            if (file == null) throw new IllegalStateException("no file " + name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
