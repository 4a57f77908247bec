package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Bands: as wide as their share, in the middle of their row, none over another at the left. */
class FlowFigureTest {

    @Test
    void aBandTwiceTheShareIsTwiceAsWide() {
        var figure = FlowFigure.of(List.of(.8, .4));
        assertThat(width(figure, 0)).isCloseTo(2 * width(figure, 1), within(1e-9));
        assertThat(figure.height()).isEqualTo(200);
        assertThat(figure.bands().getFirst().path()).startsWith("M0 ").endsWith("Z");
    }

    @Property
    void everyBandEndsInTheMiddleOfItsRowAndStaysInIt(@ForAll long seed) {
        Random random = new Random(seed);
        List<Double> shares = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) shares.add(random.nextDouble());
        var figure = FlowFigure.of(shares);
        double sum = 0;
        for (int i = 0; i < shares.size(); i++) {
            var band = figure.bands().get(i);
            assertThat((band.top() + band.bottom()) / 2)
                    .isCloseTo(i * FlowFigure.ROW + FlowFigure.ROW / 2., within(1e-9));
            assertThat(band.top()).isGreaterThanOrEqualTo(i * FlowFigure.ROW);
            sum += width(figure, i);
        }
        assertThat(figure.bottom() - figure.top()).isGreaterThanOrEqualTo(sum - 1e-9);
        assertThat(figure.top()).isGreaterThanOrEqualTo(0);
    }

    private static double width(FlowFigure figure, int i) {
        return figure.bands().get(i).bottom() - figure.bands().get(i).top();
    }
}
