package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skills.platform.ImportFailed;

/** Every form of file, and every way in which a file can be broken. */
class VacancyFileTest {

    private static final String ONE =
            "{\"@type\":\"JobPosting\",\"title\":\"Kok\",\"datePosted\":\"2026-05-04\"}";
    private static final String TWO = ONE.replace("Kok", "Bakker");

    private static List<String> titles(String content) throws ImportFailed {
        return titles(VacancyFile.rows("test", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> titles(List<VacancyFile.Row> rows) {
        return rows.stream()
                .map(
                        row ->
                                switch (row) {
                                    case VacancyFile.Row.Read read ->
                                            read.posting().path("title").stringValue();
                                    case VacancyFile.Row.Bad bad ->
                                            "line " + bad.line() + ": " + bad.reason();
                                })
                .toList();
    }

    @Test
    void jsonAsOneObjectAListAGraphAndLines() throws ImportFailed {
        assertThat(titles(ONE)).containsExactly("Kok");
        assertThat(titles("[" + ONE + "," + TWO + "]")).containsExactly("Kok", "Bakker");
        assertThat(
                        titles(
                                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"Organization\"},"
                                        + ONE
                                        + "]}"))
                .containsExactly("Kok");
        assertThat(titles(ONE + "\n\n" + TWO + "\n")).containsExactly("Kok", "Bakker");
    }

    @Test
    void aWebPageWithSeveralPostings() throws ImportFailed {
        assertThat(
                        titles(
                                "<!doctype html><html><head><script type=\"application/ld+json\">"
                                        + ONE
                                        + "</script><script type='application/ld+json; charset=utf-8'>["
                                        + TWO
                                        + "]</script>"
                                        + "<script type=\"application/ld+json\">{\"@type\":\"BreadcrumbList\"}</script></head><body>x</body></html>"))
                .containsExactly("Kok", "Bakker");
    }

    @Test
    void csvInEnglish() throws Exception {
        Posting p =
                only(
                        "title,company,city,postcode,posted,closes,description,pay from,pay to,pay per,hours\n"
                                + "\"Cook, evening\",Hotel Kade,Utrecht,3511,2026-05-04,2026-06-01,\"- cooks\n- cleans\",2400.50,2800,month,24-32\n");
        assertThat(p.title()).isEqualTo("Cook, evening");
        assertThat(p.employer()).isEqualTo("Hotel Kade");
        assertThat(p.posted()).isEqualTo("2026-05-04");
        assertThat(p.openUntil()).isEqualTo("2026-06-01");
        assertThat(p.pay().min()).isEqualByComparingTo("2400.50");
        assertThat(p.pay().per()).isEqualTo(Pay.Per.MONTH);
        assertThat(p.hours()).isEqualTo(new Hours(24, 32));
        assertThat(p.text().html()).isEqualTo("<ul><li>cooks</li><li>cleans</li></ul>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void csvAsDutchExcelWritesIt(String charset) throws Exception {
        String csv =
                (charset.equals("UTF-8") ? "\ufeff" : "")
                        + "titel;bedrijf;plaats;postcode;geplaatst;sluit;omschrijving;loon van;loon tot;loon per\r\n"
                        + "Keukenhulp café;Brasserie Noël;Den Haag;2511 AB;4-5-2026;1-6-2026;\"Je snijdt; je wast.\";14,71;16,20;uur\r\n";
        Posting p = reader(VacancyFile.rows("test", csv.getBytes(Charset.forName(charset))));
        assertThat(p.title()).isEqualTo("Keukenhulp café");
        assertThat(p.employer()).isEqualTo("Brasserie Noël");
        assertThat(p.postcode()).isEqualTo("2511");
        assertThat(p.posted()).isEqualTo("2026-05-04");
        assertThat(p.pay().min()).isEqualByComparingTo("14.71");
        assertThat(p.pay().per()).isEqualTo(Pay.Per.HOUR);
        assertThat(p.text().html()).contains("Je snijdt; je wast.");
    }

    @Test
    void theLineOfExcelThatNamesTheDelimiterIsNoRow() throws ImportFailed {
        assertThat(titles("sep=;\ntitel;geplaatst\nKok;4-5-2026\n")).containsExactly("Kok");
    }

    @Test
    void aBrokenLineIsNamedAndTheGoodOnesAreRead() throws ImportFailed {
        assertThat(
                        titles(
                                ONE
                                        + "\n{\"@type\":\"JobPosting\",\"title\":\"Half\n"
                                        + TWO
                                        + "\n{\"@type\":\"Person\"}"))
                .hasSize(4)
                .contains("Kok", "Bakker")
                .anySatisfy(t -> assertThat(t).startsWith("line 2: not valid JSON"))
                .contains("line 4: no JobPosting");
    }

    @Test
    void aQuoteThatNeverClosesKeepsTheRowsBeforeIt() throws ImportFailed {
        List<String> found =
                titles("title,posted\nKok,2026-05-04\n\"Bakker,2026-05-04\nSlager,2026-05-04\n");
        assertThat(found).hasSize(2).startsWith("Kok");
        assertThat(found.getLast()).contains("quotation mark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "{\"@type\":\"JobPosting\",\"title\":",
                "[",
                "<html><body>geen vacature</body></html>",
                "{\"@type\":\"Person\"}",
                "zomaar wat tekst",
                "a;b;c\n1;2;3",
                "{}",
                "[[[[[[[[[[[[]]]]]]]]]]]]"
            })
    void aFileWithoutAnyVacancyIsRefusedInASentence(String content) {
        assertThatThrownBy(() -> titles(content))
                .isInstanceOf(ImportFailed.class)
                .hasMessageStartingWith("test ")
                .hasMessageEndingWith(".");
    }

    @Test
    void binaryFilesAreRefused(@TempDir Path folder) throws IOException {
        Path zip = Files.write(folder.resolve("a.xlsx"), new byte[] {0x50, 0x4b, 3, 4, 0, 0});
        assertThatThrownBy(() -> VacancyFile.rows(zip))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("Excel");
        Path image = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 0x50, 0, 0, 1});
        assertThatThrownBy(() -> VacancyFile.rows(image))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("not a text file");
        assertThatThrownBy(() -> VacancyFile.rows(folder))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> VacancyFile.rows(folder.resolve("none")))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("no file");
    }

    @Test
    void aCompressedFileIsReadHalfOfOneIsNotAndOneThatUnpacksWithoutEndIsStopped(
            @TempDir Path folder) throws IOException {
        assertThat(
                        titles(
                                VacancyFile.rows(
                                        Files.write(
                                                folder.resolve("a.jsonl.gz"),
                                                gzip(ONE.getBytes(StandardCharsets.UTF_8))))))
                .containsExactly("Kok");
        byte[] whole = gzip((ONE + "\n" + TWO).getBytes(StandardCharsets.UTF_8));
        Path half =
                Files.write(
                        folder.resolve("half.gz"),
                        java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> VacancyFile.rows(half))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("broken");
        Path bomb =
                Files.write(folder.resolve("bomb.gz"), gzip(new byte[VacancyFile.MOST_BYTES + 1]));
        assertThat(Files.size(bomb)).isLessThan(100_000);
        assertThatThrownBy(() -> VacancyFile.rows(bomb))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("64 MB");
    }

    @Test
    void deepNestingIsRefusedAndDoesNotBreakTheReader() {
        assertThatThrownBy(() -> titles("[".repeat(100_000))).isInstanceOf(ImportFailed.class);
    }

    private static Posting only(String csv) throws Exception {
        return reader(VacancyFile.rows("test", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Posting reader(List<VacancyFile.Row> rows) throws Unusable {
        assertThat(rows).hasSize(1);
        return PostingReader.read(((VacancyFile.Row.Read) rows.getFirst()).posting());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
