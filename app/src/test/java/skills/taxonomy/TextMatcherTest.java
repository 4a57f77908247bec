package skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.kernel.Language;

class TextMatcherTest extends RoomTest {

    @Autowired TextMatcher matcher;
    @Autowired Occupations occupations;
    @Autowired Skills skills;

    /** What is written, and a part of the Dutch name of an occupation among the first three. */
    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "Vrachtwagenchauffeur, vrachtwagen",
        "chauffeur op een vrachtwagen, vrachtwagen",
        "vrachtwagensjauffeur, vrachtwagen",
        "verpleegkundge, verpleeg",
        "software engineer, software",
        "Softwareontwikkelaar, software",
        "timmervrouw, timmer",
        "truck driver, vrachtwagen",
        "boekhoudster, boekhoud",
    })
    void titlesMeanOccupations(String title, String name) {
        List<TextMatcher.FoundOccupation> found = matcher.occupations(title, Language.NL, 3);
        assertThat(found)
                .as(title + " " + found)
                .anyMatch(
                        f ->
                                occupations
                                        .find(f.id())
                                        .orElseThrow()
                                        .name()
                                        .nl()
                                        .toLowerCase()
                                        .contains(name));
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(found).allMatch(f -> f.score() >= 0 && f.score() <= 1 && !f.label().isEmpty());
    }

    @Test
    void phrasesMeanSkillsInEitherLanguage() {
        String dutch = matcher.skills("omgaan met boze klanten", Language.NL, 1).getFirst().label();
        assertThat(dutch.toLowerCase()).contains("klant");
        assertThat(labels("ervaring met Java en een rijbewijs", Language.NL))
                .anyMatch(l -> l.contains("java"));
        assertThat(labels("manage budgets", Language.EN)).anyMatch(l -> l.contains("budget"));
    }

    private List<String> labels(String text, Language language) {
        return matcher.skills(text, language, 5).stream()
                .map(f -> f.label().toLowerCase())
                .toList();
    }

    @Test
    void theVeryNameIsSure() {
        assertThat(matcher.occupations("kok", Language.NL, 1).getFirst().score())
                .isGreaterThan(.85);
        assertThat(matcher.occupations("xqzzk wvwv", Language.NL, 1)).allMatch(f -> f.score() < .6);
        assertThat(matcher.occupations("", Language.NL, 3)).allMatch(f -> f.score() == 0);
        assertThat(matcher.occupations("kok ".repeat(1000), Language.NL, 1)).hasSize(1);
    }
}
