package skills.matching;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import skills.kernel.Language;
import skills.platform.Ui;
import skills.vacancy.Asked;
import skills.vacancy.Hours;
import skills.vacancy.Pay;

/** Pay, hours and languages as people write them: "€ 2.310 - 2.650 per maand", "16 - 24". */
public final class Terms {

    private Terms() {}

    public static String pay(Pay pay, Ui ui) {
        Language language = ui.words().language();
        String from = amount(pay.min(), language);
        String amounts =
                pay.min().compareTo(pay.max()) == 0
                        ? from
                        : from + " - " + amount(pay.max(), language);
        return ui.t(
                "pay." + pay.per().name().toLowerCase(), sign(pay.currency(), language) + amounts);
    }

    /** One amount: "€ 450". */
    static String money(BigDecimal amount, String currency, Ui ui) {
        Language language = ui.words().language();
        return sign(currency, language) + amount(amount, language);
    }

    private static String sign(String currency, Language language) {
        return switch (currency) {
            case "EUR" -> language == Language.NL ? "€ " : "€";
            case "GBP" -> "£";
            default -> currency + " ";
        };
    }

    private static String amount(BigDecimal amount, Language language) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(whole ? 0 : 2);
        format.setMaximumFractionDigits(whole ? 0 : 2);
        return format.format(amount);
    }

    /** "Nederlands, Frans (mag)". */
    public static String languages(List<Asked.Language> languages, Ui ui) {
        var locale = ui.words().language().locale();
        return languages.stream()
                .map(
                        l -> {
                            String name = Locale.of(l.code()).getDisplayLanguage(locale);
                            return l.must() ? name : ui.t("vacancy.language.welcome", name);
                        })
                .collect(Collectors.joining(", "));
    }

    /** The name of a language in that of the page. */
    public static String language(String code, Ui ui) {
        return Locale.of(code).getDisplayLanguage(ui.words().language().locale());
    }

    public static String hours(Hours hours, Ui ui) {
        NumberFormat format =
                new DecimalFormat(
                        "0.#",
                        java.text.DecimalFormatSymbols.getInstance(ui.words().language().locale()));
        return hours.min() == hours.max()
                ? format.format(hours.min())
                : format.format(hours.min()) + " - " + format.format(hours.max());
    }
}
