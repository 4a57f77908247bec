package skills.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import skills.statistics.Unusable;

class FisherExactTest {

    /** docs/validation/fisher-interval.md: at an exact limit the tail holds exactly 2.5%. */
    @Test
    void limitsOfTheOddsRatioHoldInExactArithmetic() {
        int[][] table = {{7, 3}, {2, 11}};
        var interval = Crosstab.of(table).fisher().oddsRatio().orElseThrow().interval();
        assertThat(tail(table, interval.low(), true)).isEqualTo(.025, within(1e-12));
        assertThat(tail(table, interval.high(), false)).isEqualTo(.025, within(1e-12));
        // The limits that R 4.2.2 prints for the same table.
        assertThat(Math.abs(tail(table, 1.2722602727126, true) - .025)).isBetween(1e-9, 1e-5);
        assertThat(Math.abs(tail(table, 167.876784017833, false) - .025)).isGreaterThan(1e-5);
    }

    /**
     * Chance of a first cell at least (or at most) the observed one, without rounding on the way.
     */
    private static double tail(int[][] t, double odds, boolean atLeast) {
        int m = t[0][0] + t[1][0];
        int n = t[0][1] + t[1][1];
        int k = t[0][0] + t[0][1];
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        for (int i = Math.max(0, k - n); i <= Math.min(k, m); i++) {
            BigDecimal weight =
                    new BigDecimal(choose(m, i).multiply(choose(n, k - i)))
                            .multiply(new BigDecimal(odds).pow(i));
            all = all.add(weight);
            if (atLeast ? i >= t[0][0] : i <= t[0][0]) part = part.add(weight);
        }
        return part.divide(all, MathContext.DECIMAL128).doubleValue();
    }

    private static BigInteger choose(int n, int k) {
        BigInteger c = BigInteger.ONE;
        for (int i = 1; i <= k; i++)
            c = c.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        return c;
    }

    @Test
    void refusesATableThatNobodyCanEnumerate() {
        int[][] table = new int[8][8];
        for (int[] row : table) java.util.Arrays.fill(row, 50);
        assertThatThrownBy(() -> Crosstab.of(table).fisher())
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("too large for the exact test");
    }
}
