package skills.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skills.RoomTest;
import skills.Visitor;

/** What a person has to read stays little and plain; the long form is {@code ./skills words}. */
class WordsTest extends RoomTest {

    private static final int MOST_ON_A_PAGE = 500;

    /** A skill shows a sentence for each of its five levels. */
    private static final int MOST_ON_A_SKILL = 170;

    private static final int MOST_ON_A_QUESTION = 110;
    private static final int LONGEST_IN_QUESTIONNAIRES = 20;
    private static final double MOST_RARE = .06;
    private static final double MOST_MINUTES = 25;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void noPageIsTooLongAndNoSentenceOfAQuestionnaireToo(String language) {
        // What an employer writes is as long as the employer makes it.
        List<WholeWay.Step> steps =
                WholeWay.walk(language, Visitor::new).stream()
                        .filter(s -> !s.name().equals("vacancy"))
                        .toList();
        CommonWords common = CommonWords.of(language);
        for (WholeWay.Step step : steps) {
            int most =
                    step.kind() == WholeWay.Kind.PAGE
                            ? MOST_ON_A_PAGE
                            : step.part().equals("skills") ? MOST_ON_A_SKILL : MOST_ON_A_QUESTION;
            assertThat(step.words().words().size())
                    .as("words at " + step.name())
                    .isBetween(10, most);
            if (List.of("skills", "personality", "drives").contains(step.part()))
                for (var sentence : step.words().sentences())
                    assertThat(sentence.words())
                            .as(step.name() + ": " + sentence.text())
                            .isLessThanOrEqualTo(LONGEST_IN_QUESTIONNAIRES);
        }
        double words = steps.stream().mapToInt(s -> s.words().words().size()).sum();
        double rare = steps.stream().mapToInt(s -> s.words().rare(common).size()).sum();
        assertThat(rare / words).as("share of rare words").isLessThanOrEqualTo(MOST_RARE);
        assertThat(steps.stream().filter(s -> s.kind() == WholeWay.Kind.ITEM)).hasSize(57);
        assertThat(WordsReport.whole(WordsReport.lengths(steps)).minutes())
                .as("minutes for the whole passport")
                .isLessThanOrEqualTo(MOST_MINUTES);
    }

    @Test
    void wordsAndSentencesAreThoseThatOneSees() {
        PageWords page =
                PageWords.of(
                        "<html lang=nl><body><nav>Menu</nav><main><h1>Wat <b>kun</b> je?</h1>"
                                + "<p>Nog 4 minuten, dan zie je het. Klaar.</p><p hidden>weg</p>"
                                + "<details><summary>Meer</summary><p>dicht</p></details>"
                                + "<label><b>Zelf</b><small>Ik doe het.</small></label>"
                                + "<p lang=en>Not this.</p><span class=vh>weg</span></main></body></html>");
        assertThat(page.pieces())
                .containsExactly(
                        "Wat kun je?",
                        "Nog 4 minuten, dan zie je het.",
                        "Klaar.",
                        "Meer",
                        "Zelf",
                        "Ik doe het.");
        assertThat(page.sentences())
                .extracting(PageWords.Sentence::words)
                .containsExactly(3, 7, 1, 3);
        assertThat(CommonWords.of("nl").has("grondafhandelaar")).isFalse();
        assertThat(CommonWords.of("nl").has("minuten")).isTrue();
    }
}
