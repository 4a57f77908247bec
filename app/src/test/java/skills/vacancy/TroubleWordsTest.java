package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason that a feed gives has words in both languages. */
class TroubleWordsTest {

    private static Properties messages(String language) throws IOException {
        var all = new Properties();
        try (var in =
                new InputStreamReader(
                        TroubleWordsTest.class.getResourceAsStream(
                                "/messages/feeds_" + language + ".properties"),
                        StandardCharsets.UTF_8)) {
            all.load(in);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datePosted is not a date: 'morgen'",
                "title is missing",
                "title is no title: '12345'",
                "the same vacancy as line 3",
                "the same vacancy as line 3 (same address)",
                "a quotation mark opens or closes in the wrong place; nothing from here on was read",
                "the row ends before its title",
                "more cells than columns: is a text with the delimiter in it not quoted?",
                "no JobPosting",
                "not valid JSON: Unexpected end-of-input at 3",
                "12 pages were not read: too many",
                "not on werk.example: left out",
                "not an address",
                "x.html is a web page without a JobPosting in it.",
                "status: 404",
                "no connection: werk.example",
                "robots: https://werk.example/x",
            })
    void aKnownReasonHasWords(String reason) throws IOException {
        var said = TroubleWords.of(reason).orElseThrow();
        for (String language : new String[] {"nl", "en"})
            assertThat(messages(language).getProperty(said.key())).isNotNull();
    }

    @Test
    void whatWasMetStandsInTheWords() {
        assertThat(TroubleWords.of("validThrough is not a date: 'ooit'").orElseThrow().arguments())
                .containsExactly("validThrough", "ooit");
        assertThat(TroubleWords.of("status: 503").orElseThrow().arguments()).containsExactly("503");
    }

    @Test
    void anotherReasonIsShownAsItIs() {
        assertThat(TroubleWords.of("something new")).isEmpty();
        assertThat(TroubleWords.of("weather: rain")).isEmpty();
    }
}
