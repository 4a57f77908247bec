package skills.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skills.statistics.effect.Sample;

/**
 * NIST Statistical Reference Datasets, analysis of variance: certified values. Simon and Lesage
 * (1989) made SmLs01 to SmLs09 by a rule, so they are made here by the same.
 */
class NistAnovaTest {
    /** Resistivity of silicon wafers, five instruments. */
    private static final double[][] SIRSTV = {
        {196.3052, 196.1240, 196.1890, 196.2569, 196.3403},
        {196.3042, 196.3825, 196.1669, 196.3257, 196.0422},
        {196.1303, 196.2005, 196.2889, 196.0343, 196.1811},
        {196.2795, 196.1748, 196.1494, 196.1485, 195.9885},
        {196.2119, 196.1051, 196.1850, 196.0052, 196.2090}
    };

    /** Atomic weight of silver, two instruments. */
    private static final double[][] ATMWTAG = {
        {
            107.8681568,
            107.8681465,
            107.8681572,
            107.8681785,
            107.8681446,
            107.8681903,
            107.8681526,
            107.8681494,
            107.8681616,
            107.8681587,
            107.8681519,
            107.8681486,
            107.8681419,
            107.8681569,
            107.8681508,
            107.8681672,
            107.8681385,
            107.8681518,
            107.8681662,
            107.8681424,
            107.8681360,
            107.8681333,
            107.8681610,
            107.8681477
        },
        {
            107.8681079,
            107.8681344,
            107.8681513,
            107.8681197,
            107.8681604,
            107.8681385,
            107.8681642,
            107.8681365,
            107.8681151,
            107.8681082,
            107.8681517,
            107.8681448,
            107.8681198,
            107.8681482,
            107.8681334,
            107.8681609,
            107.8681101,
            107.8681512,
            107.8681469,
            107.8681360,
            107.8681254,
            107.8681261,
            107.8681450,
            107.8681368
        }
    };

    /**
     * The first tenth of each of the nine treatments; the others are in turn one down and one up.
     */
    private static final int[] TENTHS = {4, 3, 5, 3, 5, 3, 5, 3, 5};

    private static List<Sample> samples(double[][] data) {
        List<Sample> samples = new ArrayList<>();
        for (int g = 0; g < data.length; g++) samples.add(Sample.of("group " + g, data[g]));
        return samples;
    }

    private static void check(
            double[][] data, double between, double within, double f, double percent) {
        Omnibus.Anova found = Omnibus.anova(samples(data));
        Percentage near = Percentage.withPercentage(percent);
        assertThat(found.between()).isCloseTo(between, near);
        assertThat(found.within()).isCloseTo(within, near);
        assertThat(found.f()).isCloseTo(f, near);
    }

    @Test
    void siliconResistivity() {
        check(SIRSTV, 5.11462616000000E-02, 2.16636560000000E-01, 1.18046237440255, 1e-9);
    }

    @Test
    void atomicWeightOfSilver() {
        check(ATMWTAG, 3.63834187500000E-09, 1.04951729166667E-08, 1.59467335677930E+01, 1e-6);
    }

    /**
     * The data are decimals, and a double near 10^6 or 10^12 rounds them: what is asked is what the
     * rounded data can give, 9 and 3 digits. The last of them, with 18,009 values near 10^12, is
     * asked for one part in a hundred.
     */
    @ParameterizedTest
    @CsvSource({
        "SmLs01, 0, 21, 1e-11",
        "SmLs02, 0, 201, 1e-11",
        "SmLs03, 0, 2001, 1e-10",
        "SmLs04, 6, 21, 1e-7",
        "SmLs05, 6, 201, 1e-7",
        "SmLs06, 6, 2001, 1e-7",
        "SmLs07, 12, 21, 1",
        "SmLs08, 12, 201, 1",
        "SmLs09, 12, 2001, 1"
    })
    void simonAndLesage(String name, int digits, int replicates, double percent) {
        double base = digits == 0 ? 1 : Math.pow(10, digits);
        double[][] data = new double[9][replicates];
        for (int g = 0; g < 9; g++)
            for (int i = 0; i < replicates; i++) {
                int tenths = TENTHS[g] + (i == 0 ? 0 : i % 2 == 1 ? -1 : 1);
                data[g][i] = Double.parseDouble((long) base + "." + tenths);
            }
        double within = 9 * (replicates - 1) * .01;
        double between = replicates * .08;
        double f = between / 8 / (within / (9 * (replicates - 1)));
        check(data, between, within, f, percent);
    }
}
