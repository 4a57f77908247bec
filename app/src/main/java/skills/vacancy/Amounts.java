package skills.vacancy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers, pay and hours out of texts in Dutch and English notation. */
final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern PER =
            Pattern.compile(
                    "(?<hour>\\buur\\b|\\bhour|\\bhr\\b|\\bp\\.?\\s?u\\b|\\bp\\.?\\s?h\\b|/\\s?u\\b)|(?<day>\\bdag\\b|\\bday)|(?<week>\\bweek)"
                            + "|(?<month>\\bmaand|\\bmonth|\\bmnd\\b|\\bp\\.?\\s?/?\\s?m\\b|\\bmon\\b)|(?<year>\\bjaar|\\bjr\\b|\\byear|\\bannu|\\bann\\b|\\bp\\.?\\s?a\\b)");

    private Amounts() {}

    /**
     * "2.310,50", "2,310.50", "2310,5", "24.214" are all what they look like; three digits after
     * one mark are thousands.
     */
    static BigDecimal number(String digits) {
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        int last = Math.max(dot, comma);
        if (last < 0) return new BigDecimal(digits);
        boolean both = dot >= 0 && comma >= 0;
        boolean once = digits.indexOf(digits.charAt(last)) == last;
        boolean thousands =
                !both && digits.length() - last - 1 == 3 && !digits.startsWith("0") || !once;
        String whole = digits.substring(0, last).replaceAll("[.,]", "");
        return new BigDecimal(
                thousands
                        ? whole + digits.substring(last + 1)
                        : whole + "." + digits.substring(last + 1));
    }

    static List<BigDecimal> numbers(String text) {
        List<BigDecimal> found = new ArrayList<>();
        Matcher m = NUMBER.matcher(text);
        while (m.find() && found.size() < 20)
            if (m.group().length() < 16) found.add(number(m.group()));
        return found;
    }

    static Pay.@Nullable Per per(String text) {
        Matcher m = PER.matcher(text.toLowerCase(Locale.ROOT));
        if (!m.find()) return null;
        for (Pay.Per per : Pay.Per.values())
            if (m.group(per.name().toLowerCase(Locale.ROOT)) != null) return per;
        return null;
    }

    /**
     * "€17 - €19 / uur", "€5686-€6569", "24,214 / 26,220"; null when there is no amount that can be
     * pay.
     */
    static @Nullable Pay pay(String text, @Nullable String currency, Pay.@Nullable Per per) {
        List<BigDecimal> amounts = numbers(text);
        if (amounts.isEmpty()) return null;
        BigDecimal min = amounts.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal max = amounts.stream().max(BigDecimal::compareTo).orElseThrow();
        String named =
                text.contains("£")
                        ? "GBP"
                        : text.contains("$") ? "USD" : text.contains("€") ? "EUR" : null;
        Pay.Per written = per(text);
        // A bare number may be anything: "schaal 9" is no pay of nine euro.
        if (currency == null && named == null && per == null && written == null) return null;
        return pay(min, max, currency != null ? currency : named, per != null ? per : written);
    }

    /**
     * Pay of a lowest and a highest amount, either of them missing. Without a period it is the one
     * in which such an amount makes sense. Amounts that make none (2 euro a year, 47,000 a month)
     * are left out: better no pay than a wrong one.
     */
    static @Nullable Pay pay(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String currency,
            Pay.@Nullable Per per) {
        BigDecimal low = min != null ? min : max;
        BigDecimal high = max != null ? max : min;
        if (low == null || high == null) return null;
        if (low.compareTo(high) > 0) return pay(high, low, currency, per);
        Pay.Per period = per != null ? per : guess(low, high);
        if (period == null || !plausible(low, period) || !plausible(high, period)) return null;
        return new Pay(low, high, currency == null ? "EUR" : currency, period);
    }

    private static Pay.@Nullable Per guess(BigDecimal low, BigDecimal high) {
        for (Pay.Per per : List.of(Pay.Per.HOUR, Pay.Per.MONTH, Pay.Per.YEAR)) {
            int[] range =
                    switch (per) {
                        case HOUR -> new int[] {8, 90};
                        case MONTH -> new int[] {900, 12_500};
                        default -> new int[] {18_000, 250_000};
                    };
            if (between(low, range[0], range[1]) && between(high, range[0], range[1])) return per;
        }
        return null;
    }

    private static boolean plausible(BigDecimal amount, Pay.Per per) {
        return switch (per) {
            case HOUR -> between(amount, 4, 300);
            case DAY -> between(amount, 25, 2_500);
            case WEEK -> between(amount, 60, 8_000);
            case MONTH -> between(amount, 150, 25_000);
            case YEAR -> between(amount, 2_500, 500_000);
        };
    }

    private static boolean between(BigDecimal x, int low, int high) {
        return x.compareTo(BigDecimal.valueOf(low)) >= 0
                && x.compareTo(BigDecimal.valueOf(high)) <= 0;
    }

    /**
     * "40 uur per week", "24-32", "32,5"; null for what is no number of hours (0,8 of a job,
     * "vast").
     */
    static @Nullable Hours hours(String text) {
        List<BigDecimal> found = numbers(text);
        // More than two decimals are coordinates that slid into this column.
        if (found.isEmpty()
                || found.size() > 2
                || text.length() > 60
                || found.stream().anyMatch(n -> n.scale() > 2)) return null;
        double first = found.getFirst().doubleValue();
        double last = found.getLast().doubleValue();
        if (Math.min(first, last) < 2 || Math.max(first, last) > 60) return null;
        return new Hours(Math.min(first, last), Math.max(first, last));
    }
}
