package skills.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardNormalTest {

    /** R: qnorm(c(.95, .975, .9999, 1e-10)), and the values in the article. */
    @Test
    void agreesWithKnownQuantiles() {
        assertThat(StandardNormal.quantile(.5)).isZero();
        assertThat(StandardNormal.quantile(.95)).isEqualTo(1.6448536269514722, within(1e-14));
        assertThat(StandardNormal.quantile(.975)).isEqualTo(1.959963984540054, within(1e-14));
        assertThat(StandardNormal.quantile(.25)).isEqualTo(-.6744897501960817, within(1e-14));
        assertThat(StandardNormal.quantile(.001)).isEqualTo(-3.090232306167814, within(1e-13));
        assertThat(StandardNormal.quantile(1e-20)).isEqualTo(-9.262340089798408, within(1e-13));
    }

    @Test
    void refusesTheEnds() {
        assertThatThrownBy(() -> StandardNormal.quantile(0))
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> StandardNormal.quantile(1))
                .hasMessageContaining("between 0 and 1");
    }
}
