package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./skills bench swallow}. */
class SwallowTest extends TrialTest {

    @Test
    void anAnswerWhoseReplyWasLostAndThatIsSentAgainCountsOnce() throws Exception {
        Trials.Swallowed swallowed = Trials.swallow(application(), 12, Duration.ofSeconds(8), 2);
        assertThat(swallowed.replies()).as("replies that the network lost").isGreaterThan(20);
        assertThat(swallowed.count().acknowledged()).isGreaterThan(50);
        assertNothingWentWrong(swallowed.count());
    }
}
