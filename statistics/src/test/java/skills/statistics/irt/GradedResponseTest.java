package skills.statistics.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GradedResponseTest {

    private static final GradedResponse ITEM = GradedResponse.of(1.6, -1.9, -.9, .2, 1.3);

    /** By hand: P*(1) = 1/(1+e^-2) = .8808, P*(2) = 1/(1+e^2) = .1192 at theta 0. */
    @Test
    void probabilitiesByHand() {
        var item = GradedResponse.of(2, -1, 1);
        assertThat(item.probability(0, 0)).isEqualTo(1 - .8807970779778823, within(1e-14));
        assertThat(item.probability(1, 0)).isEqualTo(.7615941559557649, within(1e-14));
        assertThat(item.probability(2, 0)).isEqualTo(.1192029220221176, within(1e-14));
        assertThat(item.expected(0)).isEqualTo(1, within(1e-14));
    }

    /** Two-parameter logistic: information a^2 P (1 - P), at its threshold a^2 / 4. */
    @Test
    void informationOfOneThresholdIsThatOfTheLogisticModel() {
        var item = GradedResponse.of(1.4, .5);
        assertThat(item.information(.5)).isEqualTo(1.96 / 4, within(1e-14));
    }

    @Property
    void probabilitiesSumToOneAndInformationIsTheMeanSquaredSlope(
            @ForAll @DoubleRange(min = -5, max = 5) double theta) {
        double sum = 0;
        double information = 0;
        for (int k = 0; k < 5; k++) {
            double p = ITEM.probability(k, theta);
            double slope =
                    (ITEM.logProbability(k, theta + 1e-5) - ITEM.logProbability(k, theta - 1e-5))
                            / 2e-5;
            sum += p;
            information += p * slope * slope;
        }
        assertThat(sum).isEqualTo(1, within(1e-13));
        assertThat(ITEM.information(theta)).isEqualTo(information, within(1e-7));
    }

    @Test
    void farOutNothingTurnsInfinite() {
        for (int k = 0; k < 5; k++) {
            assertThat(ITEM.logProbability(k, 1000)).isFinite();
            assertThat(ITEM.logProbability(k, -1000)).isFinite();
        }
        assertThat(ITEM.information(1000)).isZero();
    }

    @Test
    void refusesWhatIsNoItem() {
        assertThatThrownBy(() -> GradedResponse.of(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> GradedResponse.of(Double.NaN, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> GradedResponse.of(1)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> GradedResponse.of(1, 0, 0)).hasMessageContaining("rise");
        assertThatThrownBy(() -> GradedResponse.of(1, Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> ITEM.logProbability(5, 0)).hasMessageContaining("outside 0 to 4");
    }
}
