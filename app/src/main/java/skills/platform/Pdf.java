package skills.platform;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Turns a page into a PDF that lasts and that a screen reader can read: PDF/A-3a and PDF/UA-1.
 *
 * <p>The page is XHTML with {@code <title>}, {@code lang} and a {@code description}; it may use the
 * families Text (400, 650), Display (750) and, behind both, Wide (400, 700) for names in other
 * scripts. Nothing is fetched: no address in the page is ever opened.
 */
public final class Pdf {

    private static final byte[] TEXT = font("text-400");
    private static final byte[] TEXT_BOLD = font("text-650");
    private static final byte[] DISPLAY = font("display-750");
    private static final byte[] WIDE = font("wide-400");
    private static final byte[] WIDE_BOLD = font("wide-700");
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /** Answers with a document that the browser shows; saved it gets this name. */
    public static void show(HttpServletResponse response, String name, byte[] pdf)
            throws IOException {
        head(response, name);
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    /** What {@link #show} says before the document, for whoever asks for that alone. */
    public static void head(HttpServletResponse response, String name) {
        response.setContentType("application/pdf");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /**
     * @param xhtml well-formed
     * @throws IllegalArgumentException when it is not
     */
    public static byte[] render(String xhtml) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(allowed(xhtml), null);
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(COLOURS);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useUriResolver((base, address) -> null);
        builder.useFont(stream(TEXT), "Text", 400, FontStyle.NORMAL, true);
        builder.useFont(stream(TEXT_BOLD), "Text", 700, FontStyle.NORMAL, true);
        builder.useFont(stream(DISPLAY), "Display", 700, FontStyle.NORMAL, true);
        builder.useFont(stream(WIDE), "Wide", 400, FontStyle.NORMAL, true);
        builder.useFont(stream(WIDE_BOLD), "Wide", 700, FontStyle.NORMAL, true);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new IllegalArgumentException("no PDF from this page", e);
        }
        return out.toByteArray();
    }

    /**
     * Without the characters that XML cannot carry, and without those beyond our letters, such as
     * emoji.
     */
    private static String allowed(String xhtml) {
        return xhtml.codePoints()
                .filter(
                        c ->
                                c == '\t'
                                        || c == '\n'
                                        || c == '\r'
                                        || (c >= 0x20 && c <= 0xD7FF)
                                        || (c >= 0xE000
                                                && c <= 0xFFFD
                                                && !(c >= 0xFE00 && c <= 0xFE0F)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static FSSupplier<InputStream> stream(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static byte[] font(String name) {
        try (InputStream file = Pdf.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (file == null) throw new IllegalStateException("no font " + name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
