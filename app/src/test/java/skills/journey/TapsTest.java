package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code ./skills bench taps}. */
class TapsTest extends BrowserTest {

    /**
     * The bench holds the 95th percentile against 100. Here other work goes on beside it, and of
     * eight taps the middle one says whether something slow came in.
     */
    private static final double MOST_MS = 150;

    @Test
    void theNextQuestionIsThereAtOnceOnASlowPhoneWithASlowConnection() {
        for (String questionnaire : new String[] {"how-i-work", "what-drives-me"}) {
            Taps taps = Taps.measure(browser, origin(), questionnaire, 9);
            assertThat(taps.milliseconds()).as("taps that led on").hasSize(8);
            assertThat(taps.p50()).as("middle of %s", taps.milliseconds()).isLessThan(MOST_MS);
        }
    }
}
