package skills.statistics.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;

class LinkingTest {

    @Property(tries = 40)
    void anExactTransformationIsFoundExactly(
            @ForAll @DoubleRange(min = .5, max = 2) double slope,
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double shift) {
        List<Item> old = CalibrateTest.graded();
        List<Item> fresh = new ArrayList<>();
        var back = new Linking(1 / slope, -shift / slope, 0, null);
        for (Item item : old) fresh.add(back.onOldScale(item));
        Linking link = Linking.of(old, fresh);
        assertThat(link.slope()).isEqualTo(slope, within(1e-6));
        assertThat(link.shift()).isEqualTo(shift, within(1e-6));
        assertThat(link.misfit()).isLessThan(1e-6);
        assertThat(link.convergence().reached()).isTrue();
    }

    /** A second group with mean .8 and deviation 1.3, calibrated by itself. */
    @Test
    void aSecondGroupIsPlacedOnTheScaleOfTheFirst() {
        List<Item> items = CalibrateTest.graded();
        var first =
                Calibrate.usual(Calibrate.Model.GRADED).fit(CalibrateTest.data(items, 3000, 1, 1));
        List<Item> moved = new ArrayList<>();
        var other = new Linking(1 / 1.3, -.8 / 1.3, 0, null);
        for (Item item : items) moved.add(other.onOldScale(item));
        var second =
                Calibrate.usual(Calibrate.Model.GRADED).fit(CalibrateTest.data(moved, 3000, 1, 2));
        Linking link = Linking.of(first.items(), second.items());
        assertThat(link.slope()).isEqualTo(1.3, within(.08));
        assertThat(link.shift()).isEqualTo(.8, within(.08));
    }

    @Test
    void whatCannotBeLinkedIsSaid() {
        var graded = GradedResponse.of(1, 0);
        assertThatThrownBy(() -> Linking.of(List.of(graded), List.of(graded)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("At least 2");
        assertThatThrownBy(
                        () ->
                                Linking.of(
                                        List.of(graded, graded),
                                        List.of(PartialCredit.of(1, 0), graded)))
                .hasMessageContaining("one kind");
        assertThatThrownBy(() -> Linking.of(List.of(graded, graded), List.of(graded, graded)))
                .hasMessageContaining("do not vary");
    }
}
