package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of robots.txt, most of the cases from RFC 9309. */
class RobotsTest {

    private static boolean allows(String rules, String path) {
        return Robots.read(rules).allows(URI.create("https://werk.example" + path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Disallow: /intern | /intern/a | false",
                "Disallow: /intern | /internet | false",
                "Disallow: /intern/ | /intern | true",
                "Disallow: /intern | /Intern | true",
                "Disallow: | /alles | true",
                "Disallow: / | /vacature | false",
                "Disallow: / | /robots.txt | true",
                "Disallow: /;Allow: /vacature/ | /vacature/1 | true",
                "Allow: /vacature/;Disallow: / | /over | false",
                "Allow: /a;Disallow: /a | /a/b | true",
                "Allow: /example/page/;Disallow: /example/page/disallowed.gif | /example/page/disallowed.gif | false",
                "Disallow: /*.gif$ | /plaatje.gif | false",
                "Disallow: /*.gif$ | /plaatje.gif?x=1 | true",
                "Disallow: /*/druk | /a/b/druk/c | false",
                "Disallow: /*/druk | /druk | true",
                "Disallow: *.pdf | /map/x.pdf | false",
                "Disallow: /vacature/$ | /vacature/ | false",
                "Disallow: /vacature/$ | /vacature/1 | true",
                "Disallow: /?sort= | /?sort=naam | false",
                "Disallow: /caf%C3%A9 | /caf%c3%a9/kok | false",
                "Disallow: /café | /caf%C3%A9/kok | false",
                "Disallow: /a%2Fb | /a/b | true",
                "Disallow: /%7Ejan | /~jan | false",
                "disallow : /x # niet hier | /x/y | false",
                "Crawl-delay: 5;Onzin;Disallow: /x | /x | false",
            })
    void theLongestRuleThatFitsDecides(String rules, String path, boolean allowed) {
        assertThat(allows("User-agent: *\n" + rules.replace(";", "\n"), path)).isEqualTo(allowed);
        assertThat(allows("\ufeffUSER-AGENT: *\r\n" + rules.replace(";", "\r\n"), path))
                .isEqualTo(allowed);
    }

    @Test
    void ourOwnNameComesBeforeEverybodyAndOthersDoNotConcernUs() {
        String rules =
                """
                User-agent: anderbot
                Disallow: /

                User-agent: *
                Disallow: /a

                User-agent: derde
                User-agent: Skills-Passport/2.0
                Disallow: /b

                User-agent: skills-passport
                Disallow: /c
                """;
        assertThat(allows(rules, "/a")).as("the rules for everybody no longer hold").isTrue();
        assertThat(allows(rules, "/b")).isFalse();
        assertThat(allows(rules, "/c")).as("groups of one name go together").isFalse();
        assertThat(allows("User-agent: anderbot\nDisallow: /", "/x")).isTrue();
        assertThat(allows("Disallow: /", "/x")).as("for nobody").isTrue();
        assertThat(allows("User-agent: skills-passport\n\nUser-agent: *\nDisallow: /", "/x"))
                .as("names in a row share what follows, empty lines or not")
                .isFalse();
        assertThat(allows("", "/x")).isTrue();
        assertThat(allows("<html><body>Niet gevonden</body></html>", "/x")).isTrue();
    }

    @Test
    void aRuleFullOfStarsIsNoTrap() {
        String rule = "User-agent: *\nDisallow: /" + "*a".repeat(5000) + "$";
        String path = "/" + "a".repeat(4000) + "b";
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(allows(rule, path)).isTrue());
    }

    @Test
    void theNameIsTheOneThatTheFetcherSays() {
        assertThat("skills-passport/1").startsWith(Robots.NAME);
        assertThat(Robots.NOTHING.allows(URI.create("https://werk.example/x"))).isFalse();
        assertThat(Robots.ALL.allows(URI.create("https://werk.example"))).isTrue();
    }
}
