package skills.statistics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import skills.statistics.design.Design;

/** NIST Statistical Reference Datasets, linear regression: certified values. */
class NistTest {

    /**
     * Longley (1967), higher difficulty; employment, deflator, GNP, unemployed, army, people, year.
     */
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    @Test
    void longley() {
        double[] b = {
            -3482258.63459582,
            15.0618722713733,
            -0.358191792925910E-01,
            -2.02022980381683,
            -1.03322686717359,
            -0.511041056535807E-01,
            1829.15146461355
        };
        double[] se = {
            890420.383607373,
            84.9149257747669,
            0.334910077722432E-01,
            0.488399681651699,
            0.214274163161675,
            0.226073200069370,
            455.478499142212
        };
        Design design = Design.of(16);
        for (int j = 1; j < 7; j++) design = design.numeric("x" + j, column(j));
        LinearModel fit = LinearModel.fit(design, column(0));
        for (int j = 0; j < 7; j++) {
            assertThat(fit.estimates()[j]).isCloseTo(b[j], Percentage.withPercentage(1e-7));
            assertThat(fit.coefficients(.95).get(j).standardError())
                    .isCloseTo(se[j], Percentage.withPercentage(1e-6));
        }
        assertThat(fit.sigma()).isCloseTo(304.854073561965, Percentage.withPercentage(1e-7));
        assertThat(fit.rSquared()).isEqualTo(0.995479004577296, within(1e-12));
    }

    private static double[] column(int j) {
        double[] column = new double[LONGLEY.length];
        for (int i = 0; i < column.length; i++) column[i] = LONGLEY[i][j];
        return column;
    }

    /** Wampler1 and Wampler2: polynomials of degree 5 in 0 to 20, without error. */
    @Test
    void wampler() {
        for (double base : new double[] {1, .1}) {
            double[] y = new double[21];
            double[][] x = new double[6][21];
            for (int i = 0; i < 21; i++)
                for (int k = 0; k < 6; k++) {
                    x[k][i] = Math.pow(i, k);
                    y[i] += Math.pow(base, k) * x[k][i];
                }
            Design design = Design.of(21);
            for (int k = 1; k < 6; k++) design = design.numeric("x" + k, x[k]);
            double[] b = LinearModel.fit(design, y).estimates();
            for (int k = 0; k < 6; k++)
                assertThat(b[k]).isCloseTo(Math.pow(base, k), Percentage.withPercentage(1e-6));
        }
    }
}
