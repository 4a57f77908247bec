package skills.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code ./skills bench taps}. */
class TapsTest extends BrowserTest {

    /** The aim is 100; here other work goes on beside it. */
    private static final double MOST_MS = 150;

    @Test
    void theNextQuestionIsThereAtOnceOnASlowPhoneWithASlowConnection() {
        for (String questionnaire : new String[] {"how-i-work", "what-drives-me"}) {
            Taps taps = Taps.measure(browser, origin(), questionnaire, 9);
            assertThat(taps.milliseconds()).as("taps that led on").hasSize(8);
            assertThat(taps.p95()).as("95th percentile, %s", questionnaire).isLessThan(MOST_MS);
        }
    }
}
