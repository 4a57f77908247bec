package skills.platform;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import skills.kernel.Language;
import skills.kernel.LocalizedText;

/** The words, dates and numbers of a page in one language. */
public final class Words {

    /** The clock on the wall where the users are. */
    public static final ZoneId PLACE = ZoneId.of("Europe/Amsterdam");

    private final MessageSource messages;
    private final Language language;

    public Words(MessageSource messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    /**
     * For a command that runs without the application.
     *
     * @param files names of the message files that it needs, such as "platform"
     */
    public static Words of(Language language, String... files) {
        var source = new ReloadableResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setBasenames(
                Arrays.stream(files).map(f -> "classpath:messages/" + f).toArray(String[]::new));
        return new Words(source, language);
    }

    public Language language() {
        return language;
    }

    /** The message under a key; an unknown key fails, so that no page shows a bare key. */
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    public String t(LocalizedText text) {
        return text.in(language);
    }

    /** "24 november 2026" or "24 November 2026". */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    }

    /** The date of a moment on the clock of the place. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, PLACE));
    }

    /** "24 nov" or "24 Nov": for narrow places. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM", language.locale())
                .format(date)
                .replace(".", "");
    }

    /** "24 november 2026, 14:32" on the clock of the place. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", language.locale())
                .format(instant.atZone(PLACE));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** "0,31" or "0.31". */
    public String decimal(double number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
