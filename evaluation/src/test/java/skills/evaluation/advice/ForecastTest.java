package skills.evaluation.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static skills.evaluation.Plans.arms;
import static skills.evaluation.Plans.blocks;

import java.util.List;
import org.junit.jupiter.api.Test;
import skills.evaluation.Plans;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.statistics.power.TwoGroupPower;

class ForecastTest {

    private static final Plan PERSONS =
            Plans.plan(
                    blocks(Allocation.Unit.PERSON, List.of(), 4),
                    arms(1, 1),
                    1,
                    new Expectations(200, 8, .1, 0, .75, .6));

    private static Forecast.SoFar soFar(int first, boolean firstIsOver, Integer between, int last) {
        return new Forecast.SoFar(143, 8, first, firstIsOver, between, last, false);
    }

    /** With one to come there are two outcomes: (k + 1/2) / (n + 1) of it, known by hand. */
    @Test
    void oneOfOneIsThreeInFourAndTheIntervalHoldsBoth() {
        Forecast f = Forecast.of(PERSONS, new Forecast.SoFar(1, 0, 1, true, 1, 0, false));
        assertThat(f.basis()).isEqualTo(Forecast.Basis.WAVE);
        assertThat(List.of(f.answers(), f.low(), f.high())).containsExactly(1, 0, 1);
        assertThat(f.detectable()).isNull();
    }

    /**
     * 28 of 132 answered the wave between: of 132 about 28 again, with the variance of a
     * beta-binomial, n a b (a + b + n) / ((a + b)^2 (a + b + 1)).
     */
    @Test
    void theIntervalIsAsWideAsABetaBinomialSays() {
        Forecast f = Forecast.of(PERSONS, soFar(132, true, 28, 0));
        double a = 28.5;
        double b = 104.5;
        double sd = Math.sqrt(132 * a * b * (a + b + 132) / (Math.pow(a + b, 2) * (a + b + 1)));
        assertThat(f.answers()).isEqualTo((int) Math.round(132 * a / (a + b)));
        assertThat(f.low()).isCloseTo((int) Math.round(132 * a / (a + b) - 1.96 * sd), within(2));
        assertThat(f.high()).isCloseTo((int) Math.round(132 * a / (a + b) + 1.96 * sd), within(2));
        assertThat(f.worst()).isGreaterThan(f.detectable());
        assertThat(f.best()).isLessThan(f.detectable());
    }

    @Test
    void whatIsSeenIsThePowerOfThatMany() {
        Forecast f = Forecast.of(PERSONS, new Forecast.SoFar(143, 8, 132, true, 28, 72, true));
        assertThat(f)
                .extracting(Forecast::basis, Forecast::answers, Forecast::low, Forecast::high)
                .containsExactly(Forecast.Basis.COUNTED, 72, 72, 72);
        assertThat(f.detectable())
                .isEqualTo(
                        new TwoGroupPower(36, 36, .05).minimumDetectable(Advice.POWER),
                        within(1e-9));
    }

    @Test
    void beforeALaterWaveIsOverThePlanSaysIt() {
        Forecast f = Forecast.of(PERSONS, soFar(100, false, null, 0));
        assertThat(f.basis()).isEqualTo(Forecast.Basis.PLAN);
        assertThat(f.answers()).isEqualTo(107);
        // A binomial count: 1.96 sqrt(143 x .75 x .25) is 10.
        assertThat(f.low()).isBetween(96, 98);
        assertThat(f.high()).isBetween(116, 118);
        assertThat(Forecast.of(PERSONS, soFar(100, true, null, 0)).high())
                .as("no more than answered the first")
                .isEqualTo(100);
    }

    @Test
    void whoAnsweredIsCertain() {
        Forecast f = Forecast.of(PERSONS, soFar(132, true, 28, 60));
        assertThat(List.of(f.answers(), f.low(), f.high())).containsExactly(60, 60, 60);
    }

    @Test
    void thousandsAndNobodyAreFine() {
        Forecast many =
                Forecast.of(PERSONS, new Forecast.SoFar(9000, 300, 9000, true, 4500, 0, false));
        assertThat(many.answers()).isEqualTo(4500);
        assertThat(many.high() - many.low()).isBetween(250, 270);
        Forecast none = Forecast.of(PERSONS, new Forecast.SoFar(0, 0, 0, false, null, 0, false));
        assertThat(List.of(none.answers(), none.low(), none.high())).containsExactly(0, 0, 0);
        assertThat(none.detectable()).isNull();
    }
}
