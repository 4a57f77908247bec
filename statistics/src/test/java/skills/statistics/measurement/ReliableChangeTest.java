package skills.statistics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static skills.statistics.measurement.ReliableChange.Verdict.HIGHER;
import static skills.statistics.measurement.ReliableChange.Verdict.LOWER;
import static skills.statistics.measurement.ReliableChange.Verdict.NOT_SHOWN;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ReliableChangeTest {

    /**
     * The worked example of Jacobson and Truax (1991): sd 10, test-retest .80, from 32.5 to 47.5:
     * S_E = 4.47, S_diff = 6.32, RC = 2.37.
     */
    @Test
    void theExampleOfTheArticle() {
        var change = ReliableChange.onScale(32.5, 47.5, 10, .80, .95);
        assertThat(change.standardError()).isEqualTo(6.32, within(.005));
        assertThat(change.z()).isEqualTo(2.37, within(.005));
        assertThat(change.verdict()).isEqualTo(HIGHER);
        assertThat(change.needed()).isEqualTo(1.959964 * Math.sqrt(40), within(1e-5));
    }

    /** Errors .3 and .4 make .5; at 90% a change of .82 does not show, .83 does. */
    @Test
    void ownErrorsByHand() {
        assertThat(ReliableChange.between(0, .3, .82, .4, .90).verdict()).isEqualTo(NOT_SHOWN);
        assertThat(ReliableChange.between(0, .3, .83, .4, .90).verdict()).isEqualTo(HIGHER);
        assertThat(ReliableChange.between(.83, .3, 0, .4, .90).verdict()).isEqualTo(LOWER);
    }

    @Property
    void turningTheTwoScoresTurnsTheVerdict(
            @ForAll @DoubleRange(min = -3, max = 3) double one,
            @ForAll @DoubleRange(min = -3, max = 3) double other) {
        var there = ReliableChange.between(one, .3, other, .5, .9);
        var back = ReliableChange.between(other, .5, one, .3, .9);
        assertThat(back.z()).isEqualTo(-there.z(), within(1e-12));
        assertThat(back.needed()).isEqualTo(there.needed());
        assertThat(there.verdict() == NOT_SHOWN).isEqualTo(back.verdict() == NOT_SHOWN);
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> ReliableChange.between(0, 0, 1, 1, .9))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> ReliableChange.onScale(0, 1, 0, .8, .9))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> ReliableChange.onScale(0, 1, 1, 1, .9))
                .hasMessageContaining("eliability");
        assertThatThrownBy(() -> ReliableChange.onScale(0, Double.NaN, 1, .8, .9))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> ReliableChange.onScale(0, 1, 1, .8, 1))
                .hasMessageContaining("evel");
    }
}
