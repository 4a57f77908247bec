package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    private static String html(String raw) {
        return CleanText.of(raw).html();
    }

    @Test
    void htmlThatWasEscapedOnceOrTwiceBecomesTextWithItsLists() {
        String expected = "<p>Jij:</p><ul><li>tilt &amp; stapelt</li><li>rijdt</li></ul>";
        String once =
                "&lt;p&gt;Jij:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;tilt &amp;amp; stapelt&lt;/li&gt;\n&lt;li&gt;rijdt&lt;/li&gt;&lt;/ul&gt;";
        assertThat(html(once).replace("<h3>Jij</h3>", "<p>Jij:</p>")).isEqualTo(expected);
        String twice = once.replace("&", "&amp;");
        assertThat(html(twice)).isEqualTo(html(once));
    }

    @Test
    void listsTypedWithDashesBecomeListsAndLinesThatEndInAColonBecomeHeadings() {
        assertThat(
                        html(
                                "Jij en wij samen aan boord, elke dag opnieuw.\n\nWat je doet:\n- inchecken\n- omroepen\n\nTot snel."))
                .isEqualTo(
                        "<p>Jij en wij samen aan boord, elke dag opnieuw.</p><h3>Wat je doet</h3>"
                                + "<ul><li>inchecken</li><li>omroepen</li></ul><p>Tot snel.</p>");
    }

    @Test
    void aListThatLostItsLineBreaksIsAListAgain() {
        assertThat(html("Wij vragen: - Nederlands; - Engels; - geduld."))
                .contains("<li>Nederlands;</li><li>Engels;</li><li>geduld.</li>");
    }

    @Test
    void twoBreaksMakeAParagraphAndOneABreak() {
        assertThat(html("Regel een.<br>Regel twee.<br><br>Nieuwe alinea."))
                .isEqualTo("<p>Regel een.<br>Regel twee.</p><p>Nieuwe alinea.</p>");
    }

    @Test
    void headingsOfEveryLevelAndBoldLinesBecomeOneKindOfHeading() {
        assertThat(html("<h1>Een</h1><p>a b c.</p><p><strong>Twee</strong></p><p>d e f.</p>"))
                .isEqualTo("<h3>Een</h3><p>a b c.</p><h3>Twee</h3><p>d e f.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>Hallo",
                "<p onclick='alert(1)'>Hallo</p>",
                "<img src=x onerror=alert(1)>Hallo",
                "&lt;script&gt;alert(1)&lt;/script&gt;Hallo",
                "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;Hallo",
                "<svg><script>alert(1)</script></svg>Hallo",
                "<a href='javascript:alert(1)'>Hallo</a>",
                "<style>alert{}</style>Hallo",
                "<iframe src='//kwaad.example'></iframe>Hallo",
                "<math><mtext></mtext></math>Hallo",
                "<<b>script>Hallo"
            })
    void nothingThatRunsComesThrough(String nasty) {
        String html = html(nasty);
        assertThat(html)
                .contains("Hallo")
                .doesNotContain("alert")
                .doesNotContain("<script")
                .doesNotContain("javascript");
        assertThat(Jsoup.isValid(html, CleanText.ALLOWED)).isTrue();
    }

    @Test
    void signsOfTheTextStayText() {
        assertThat(html("Leeftijd < 30 en > 18, R&D"))
                .isEqualTo("<p>Leeftijd &lt; 30 en &gt; 18, R&amp;D</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Je werkt in een ...|true",
                "Je werkt in een…|true",
                "Je werkt <strong>hier</strong> en <|true",
                "Je werkt hier.|false",
                "Cijfers van 1 ... 5 zijn goed.|false"
            })
    void aTextThatBreaksOffIsMarked(String raw, boolean cutOff) {
        assertThat(CleanText.of(raw).cutOff()).isEqualTo(cutOff);
    }

    @Test
    void marksThatTurnTheReadingDirectionAndControlCharactersAreGone() {
        assertThat(html("a\u202egnp.exe\u0000b\u200e")).isEqualTo("<p>agnp.exeb</p>");
        assertThat(html("שלום 😀")).isEqualTo("<p>שלום 😀</p>");
    }

    @Test
    void aTextWithoutEndIsCutAndMarked() {
        CleanText text = CleanText.of(("<p>" + "woord ".repeat(50) + "</p>").repeat(4000));
        assertThat(text.html().length()).isLessThanOrEqualTo(CleanText.MOST + 10);
        assertThat(text.cutOff()).isTrue();
    }

    @Test
    void tenThousandNestedTagsAreNoTrouble() {
        assertThat(html("<div>".repeat(10_000) + "Hallo" + "</div>".repeat(10_000)))
                .contains("Hallo");
    }

    @Property(tries = 500)
    void whateverComesInOnlyAllowedTagsComeOut(@ForAll("messy") String raw) {
        String html = html(raw);
        assertThat(Jsoup.isValid(html, CleanText.ALLOWED)).as(html).isTrue();
        // Well formed: what a browser makes of it is what was written.
        assertThat(
                        Jsoup.parseBodyFragment(html)
                                .body()
                                .select("p p, ul ul, li li, h3 h3, p ul")
                                .size())
                .isZero();
        assertThat(
                        Jsoup.parseBodyFragment(html).select("*").stream()
                                .allMatch(e -> e.attributesSize() == 0))
                .isTrue();
    }

    @Property(tries = 300)
    void aTitleIsOneLineOfText(@ForAll("messy") String raw) {
        assertThat(CleanText.line(raw))
                .doesNotContain("\n")
                .doesNotContain("\u0000")
                .isEqualTo(CleanText.line(raw).strip());
    }

    @Provide
    Arbitrary<String> messy() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<ul>",
                        "<li>",
                        "</li>",
                        "</ul>",
                        "<br>",
                        "<strong>",
                        "</strong>",
                        "<script>",
                        "</script>",
                        "&lt;",
                        "&gt;",
                        "&amp;lt;b&amp;gt;",
                        "<img src=x onerror=y>",
                        "<",
                        ">",
                        "\"",
                        "'",
                        "- ",
                        "\n",
                        "\n\n",
                        "Kop:",
                        "• ",
                        "1. ",
                        "…",
                        "<h2>",
                        "</h2>",
                        "<table><tr><td>",
                        "<!--",
                        "-->",
                        "<svg>",
                        "\u202e",
                        "\ud83d",
                        "😀",
                        "é",
                        "word ",
                        "&",
                        "&#x6a;",
                        "<a href=javascript:x>");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
    }
}
