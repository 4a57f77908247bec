package skills.statistics.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;

class WildBootstrapTest {

    /** 13 classes are drawn, not walked through; here all 8,192 patterns are, the long way. */
    @Test
    void drawnPatternsGiveThePOfAllPatterns() {
        SplittableRandom random = new SplittableRandom(4);
        int n = 78;
        double[] x = new double[n];
        double[] arm = new double[n];
        double[] y = new double[n];
        String[] classes = new String[n];
        double[] of = new double[13];
        for (int g = 0; g < 13; g++) of[g] = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            classes[i] = "c" + i % 13;
            arm[i] = i % 13 % 2;
            x[i] = random.nextGaussian();
            y[i] = .5 * x[i] + .8 * arm[i] + .6 * of[i % 13] + random.nextGaussian();
        }
        Design without = Design.of(n).numeric("x", x);
        Design with = without.numeric("arm", arm);
        LinearModel none = LinearModel.fit(without, y);
        double[] fitted = none.fitted();
        double[] rest = none.residuals();
        double own = Math.abs(t(with, y, classes));
        int extreme = 0;
        double[] made = new double[n];
        for (int s = 0; s < 8192; s++) {
            for (int i = 0; i < n; i++)
                made[i] = fitted[i] + ((s >> i % 13 & 1) == 1 ? 1 : -1) * rest[i];
            if (Math.abs(t(with, made, classes)) >= own * (1 - 1e-10)) extreme++;
        }
        double exact = extreme / 8192.;
        assertThat(exact).isBetween(.01, .5);
        WildBootstrap drawn = WildBootstrap.of(with, y, classes, 2, 40_000, 1);
        assertThat(drawn.complete()).isFalse();
        assertThat(Math.abs(drawn.t())).isCloseTo(own, Percentage.withPercentage(1e-9));
        // Three standard errors of a share of 40,000.
        assertThat(drawn.p()).isEqualTo(exact, within(3 * Math.sqrt(exact * (1 - exact) / 40_000)));
    }

    private static double t(Design design, double[] y, String[] classes) {
        LinearModel fit = LinearModel.fit(design, y);
        return fit.estimates()[2] / Math.sqrt(fit.clustered(classes).cr1s().at(2, 2));
    }
}
