package skills.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The PDF of a shared passport lasts, can be read aloud, and holds what was consented to. */
class SharePdfTest extends PassportTest {

    @BeforeAll
    static void checker() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void thePdfIsWhatItSaysPdfA3aAndPdfUa1() throws Exception {
        Holder h = filled();
        byte[] pdf =
                pdf(
                        link(
                                h,
                                share(
                                        h,
                                        "Hotel Kade",
                                        "about",
                                        "skill",
                                        "experience",
                                        "education",
                                        "activity")));
        Files.write(Path.of("target/shared.pdf"), pdf);
        assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void aNameInAnotherScriptOrWithSignsNobodyDrewStillMakesAPdfThatLasts() throws Exception {
        Holder h = filled();
        h.browser()
                .post(
                        "/profile/me",
                        "name",
                        "Gül Şahin",
                        "sentence",
                        "Łódź, Ελένη, Мария, محمد العلي, 🙂 & <b>vet</b>");
        byte[] pdf = pdf(link(h, share(h, "Кафе 🙂 \"Zon\"", "about")));
        Files.write(Path.of("target/shared-scripts.pdf"), pdf);
        assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(text(pdf)).contains("Gül Şahin", "Łódź", "Мария", "<b>vet</b>");
    }

    @Test
    void onlyWhatWasConsentedToIsInIt() throws Exception {
        Holder h = filled();
        String text = text(pdf(link(h, share(h, "Hotel Kade", "experience"))));
        assertThat(text).contains("Werkwoord bediening", "Hotel Kade", "/s/");
        assertThat(text).doesNotContain("Sanne", "Zinnetjewoord", "Diplomawoord", "Hobbywoord");
        for (var skill : h.said()) assertThat(text).doesNotContain(skill.name().nl());
    }

    @Test
    void readerEndDateAndTheLinkStandOnEachPage() throws Exception {
        Holder h = filled();
        for (int i = 0; i < 14; i++)
            h.browser()
                    .post(
                            "/profile/experience/" + java.util.UUID.randomUUID(),
                            "title",
                            "Baan " + i,
                            "organization",
                            "x",
                            "period",
                            "2020",
                            "words",
                            "Een regel die wat plaats inneemt. ".repeat(8));
        String path = link(h, share(h, "Hotel Kade", "about", "experience"));
        try (var document = Loader.loadPDF(pdf(path))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Voor Hotel Kade, tot en met", "Kijk of dit nog geldt", path);
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] pdf(String path) throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(origin() + path + "/pdf"))
                                        .header("Accept-Language", "nl")
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
            return result.getTestAssertions().stream()
                    .map(
                            a ->
                                    a.getRuleId().getClause()
                                            + " "
                                            + a.getMessage()
                                            + " "
                                            + a.getLocation().getContext())
                    .distinct()
                    .toList();
        }
    }
}
