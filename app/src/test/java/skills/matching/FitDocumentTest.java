package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/matcher/what-counts.md says what the code does. Run with -Dmatcher=write to write it. */
class FitDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/matcher/what-counts.md");

    @Test
    void theDocumentOfWhatCountsIsTheCode() throws IOException {
        if (System.getProperty("matcher", "").equals("write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
    }

    private static String document() {
        var text = new StringBuilder();
        text.append(
                """
                # What counts in a fit

                Written from the code (`FitFactor`, `FitWeight`) by `FitDocumentTest`; do not edit.

                ## Components and everything they read

                What is not in this table does not enter a fit. Names, gender, age, origin, health, faith, \
                address and the language of a profile are not read. Traits and drives serve the person’s own \
                view only and can be switched off there.

                | component | weight | reads |
                |---|---|---|
                """);
        for (FitFactor f : FitFactor.values())
            text.append("| ")
                    .append(f.key())
                    .append(f.vacancyOnly() ? " (vacancies)" : f.isShare() ? "" : " (own view)")
                    .append(" | ")
                    .append(number(f.weight()))
                    .append(" | ")
                    .append(String.join("; ", f.reads()))
                    .append(" |\n");
        text.append(
                """

                ## Every number, with its reason

                | name | value | reason |
                |---|---|---|
                """);
        for (FitWeight w : FitWeight.values())
            text.append("| ")
                    .append(w.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(" | ")
                    .append(number(w.value()))
                    .append(" | ")
                    .append(w.why())
                    .append(" |\n");
        return text.toString();
    }

    private static String number(double value) {
        if (value == Math.rint(value)) return String.valueOf(Math.round(value));
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
