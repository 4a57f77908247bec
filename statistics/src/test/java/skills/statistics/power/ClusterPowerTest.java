package skills.statistics.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClusterPowerTest {

    /** Classes of one person without likeness are persons: the t test of two groups. */
    @Property(tries = 50)
    void classesOfOnePersonAreTwoGroups(
            @ForAll @IntRange(min = 2, max = 60) int pairs,
            @ForAll @DoubleRange(min = -2, max = 2) double d) {
        assertThat(new ClusterPower(2 * pairs, 1, 0, .5).power(d, .05))
                .isEqualTo(new TwoGroupPower(pairs, pairs, .05).power(d), within(1e-10));
    }

    @Test
    void withoutAnEffectThePowerIsTheLevel() {
        assertThat(new ClusterPower(5, 14, .1, .4).power(0, .05)).isEqualTo(.05, within(1e-10));
    }

    /**
     * Bloom's sum of two t quantiles is close to the noncentral t once there are classes enough.
     */
    @Test
    void theMinimumDetectableEffectHasItsPower() {
        for (int classes : new int[] {20, 40, 100}) {
            ClusterPower power = new ClusterPower(classes, 14, .1, .5);
            assertThat(power.power(power.minimumDetectable(.8, .05), .05))
                    .isEqualTo(.8, within(.01));
        }
    }
}
