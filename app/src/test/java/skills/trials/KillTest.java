package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code ./skills bench kill}. */
class KillTest extends TrialTest {

    @Test
    void noAcknowledgedAnswerIsLostOrDoubledWhenTheApplicationIsKilledWhile35Answer()
            throws Exception {
        Trials.Killed killed = Trials.kill(application(), Trials.CLASS, 5, 1);
        // Five rounds of a few seconds; fewer would mean that nobody was answering when it was
        // killed.
        assertThat(killed.count().acknowledged()).isGreaterThan(200);
        assertThat(killed.sentAgain()).as("answers on their way when it was killed").isPositive();
        assertNothingWentWrong(killed.count());
    }
}
