package skills.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantileTest {

    /** R: quantile(c(1, 2, 3, 4, 10), c(0, .1, .25, .5, .9, 1)) */
    @Test
    void agreesWithTheDefaultOfR() {
        double[] sample = {10, 2, 4, 1, 3};
        double[] expected = {1, 1.4, 2, 3, 7.6, 10};
        double[] p = {0, .1, .25, .5, .9, 1};
        for (int i = 0; i < p.length; i++)
            assertThat(Quantile.of(sample, p[i]).value()).isEqualTo(expected[i], within(1e-12));
    }

    @Test
    void refusesWhatHasNoQuantile() {
        assertThatThrownBy(() -> Quantile.median(new double[0]))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> Quantile.of(new double[] {1}, 1.1))
                .hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> Quantile.median(new double[] {1, Double.NaN}))
                .hasMessageContaining("finite");
    }

    @Property
    void liesWithinTheSampleAndDoesNotDependOnItsOrder(
            @ForAll @Size(min = 1, max = 40) double[] sample,
            @ForAll @DoubleRange(min = 0, max = 1) double p) {
        double[] bounded = Arrays.stream(sample).filter(v -> Math.abs(v) < 1e100).toArray();
        if (bounded.length == 0) return;
        double value = Quantile.of(bounded, p).value();
        assertThat(value)
                .isBetween(
                        Arrays.stream(bounded).min().orElseThrow(),
                        Arrays.stream(bounded).max().orElseThrow());
        double[] reversed = new double[bounded.length];
        for (int i = 0; i < bounded.length; i++) reversed[i] = bounded[bounded.length - 1 - i];
        assertThat(Quantile.of(reversed, p).value()).isEqualTo(value);
    }
}
