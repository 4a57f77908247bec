package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a plain web address becomes a link, and its host is said as it is. */
class ApplyLinkTest {

    @Test
    void theHostIsSaidInWords() {
        assertThat(ApplyLink.of("feed", " https://WWW.Werkenbij.example/baan?id=3&x=é "))
                .hasValue(
                        new ApplyLink(
                                "feed",
                                "werkenbij.example",
                                "https://WWW.Werkenbij.example/baan?id=3&x=%C3%A9"));
        assertThat(ApplyLink.of("feed", "http://xn--bnk-hoa.example:8080/").orElseThrow().host())
                .isEqualTo("xn--bnk-hoa.example");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JaVaScRiPt://example.org/%0aalert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://example.org/x",
                "mailto:a@example.org",
                "//example.org/x",
                "/inner",
                "example.org",
                "https://bank.example@evil.example/",
                "https:///nohost",
                "https://exa mple.org/",
                "https://example.org/<script>"
            })
    void nothingElseIsALink(String url) {
        assertThat(ApplyLink.of("feed", url)).isEmpty();
    }
}
