package skills.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import skills.evaluation.advice.Advice;

/**
 * Forty studies with and forty without an effect; {@code ./skills bench study} draws a thousand.
 */
class SimulatedStudiesTest {

    private static final int STUDIES = 40;
    private static final long FIRST_SEED = 5001;
    private static final List<String> SOUND =
            List.of(
                    "leading result",
                    "class means, t",
                    "class means, permutation",
                    "persons, CR2 by class",
                    "wild cluster bootstrap",
                    "among users, set");

    private static Trial.Counts without;
    private static Trial.Counts with;

    @BeforeAll
    static void draw() {
        without = Trial.run(STUDIES, false, FIRST_SEED);
        with = Trial.run(STUDIES, true, FIRST_SEED);
    }

    @Test
    void withoutAnEffectNoMethodCriesWolf() {
        for (String method : SOUND)
            assertThat(without.rejected(method))
                    .as(method)
                    .isLessThanOrEqualTo(.05 + 2 * without.error(.05));
    }

    @Test
    void anEffectIsSeenAsOftenAsThePlanningSaid() {
        double predicted = Advice.of(Trial.PLAN).power();
        for (String method : SOUND)
            assertThat(with.rejected(method))
                    .as(method)
                    .isBetween(
                            predicted - 2 * with.error(predicted),
                            predicted + 2 * with.error(predicted));
    }

    @Test
    void intervalsHoldTheTruthAtTheirRate() {
        for (String method :
                List.of(
                        "leading result",
                        "class means, t",
                        "persons, CR2 by class",
                        "among users, set")) {
            assertThat(with.held(method)).as(method).isGreaterThan(.95 - 2 * with.error(.95));
            assertThat(without.held(method)).as(method).isGreaterThan(.95 - 2 * with.error(.95));
        }
    }
}
