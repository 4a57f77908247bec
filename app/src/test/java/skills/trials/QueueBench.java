package skills.trials;

import org.junit.jupiter.api.Test;

/** Ten thousand phones; not among the tests: {@code ./skills bench queue} runs it. */
class QueueBench {

    @Test
    void tenThousand() throws Exception {
        QueueTrials.main(new String[] {"../bench/results"});
    }
}
