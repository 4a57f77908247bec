package skills.vacancy;

import java.math.BigDecimal;
import java.text.NumberFormat;
import skills.kernel.Language;

/** Hours and pay as an employer types them, to be read again by {@link Amounts}. */
final class EmployerText {

    private EmployerText() {}

    static String hours(Hours hours, Language language) {
        String from = number(BigDecimal.valueOf(hours.min()), language);
        String to = number(BigDecimal.valueOf(hours.max()), language);
        return from.equals(to) ? from : from + " - " + to;
    }

    static String pay(Pay pay, Language language) {
        String from = number(pay.min(), language);
        String to = number(pay.max(), language);
        String per =
                switch (pay.per()) {
                    case HOUR -> language == Language.NL ? "uur" : "hour";
                    case DAY -> language == Language.NL ? "dag" : "day";
                    case WEEK -> "week";
                    case MONTH -> language == Language.NL ? "maand" : "month";
                    case YEAR -> language == Language.NL ? "jaar" : "year";
                };
        return "€ " + (from.equals(to) ? from : from + " - " + to) + " per " + per;
    }

    private static String number(BigDecimal amount, Language language) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(whole ? 0 : 1);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }
}
