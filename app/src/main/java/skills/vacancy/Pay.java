package skills.vacancy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Gross pay as the vacancy gives it, for a full working week unless the text says otherwise.
 *
 * @param min lowest amount; equal to {@code max} when one amount was given
 * @param currency ISO 4217, as EUR
 */
public record Pay(BigDecimal min, BigDecimal max, String currency, Per per) {

    /** The period that the amount is paid for. */
    public enum Per {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    public Pay {
        if (min.signum() < 0 || min.compareTo(max) > 0)
            throw new IllegalArgumentException("pay " + min + " to " + max);
    }

    static @Nullable Pay of(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String currency,
            @Nullable String per) {
        if (min == null || max == null || currency == null || per == null) return null;
        return new Pay(min, max, currency, Per.valueOf(per));
    }
}
