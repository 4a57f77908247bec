package skills.profile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import skills.kernel.Language;

/**
 * From when until when, each as exact as known.
 *
 * @param from null when not told
 * @param until null: still going on when there is a start, not told otherwise; the same as the
 *     start: in that year, month or day
 */
public record Period(@Nullable PartialDate from, @Nullable PartialDate until) {

    public static final Period UNKNOWN = new Period(null, null);

    /** What goes on comes first, then what ended last; what has no date comes last. */
    public static final Comparator<Period> LATEST_FIRST =
            Comparator.comparing(Period::lastDay).thenComparing(Period::firstDay).reversed();

    /**
     * @throws IllegalArgumentException when it ends before it starts
     */
    public Period {
        if (endsTooEarly(from, until))
            throw new IllegalArgumentException(until + " is before " + from);
    }

    static boolean endsTooEarly(@Nullable PartialDate from, @Nullable PartialDate until) {
        return from != null && until != null && until.last().isBefore(from.first());
    }

    public static Period in(PartialDate date) {
        return new Period(date, date);
    }

    public boolean isUnknown() {
        return from == null && until == null;
    }

    public boolean goesOn() {
        return from != null && until == null;
    }

    /** "sinds maart 2021", "2019 tot juni 2021", "2019"; empty when nothing is known. */
    public String text(Language language) {
        boolean nl = language == Language.NL;
        if (from == null)
            return until == null ? "" : (nl ? "tot " : "until ") + text(until, language);
        if (until == null) return (nl ? "sinds " : "since ") + text(from, language);
        if (from.equals(until)) return text(from, language);
        return text(from, language) + (nl ? " tot " : " to ") + text(until, language);
    }

    private static String text(PartialDate date, Language language) {
        String pattern =
                date.month() == null ? "uuuu" : date.day() == null ? "MMMM uuuu" : "d MMMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date.first());
    }

    private LocalDate lastDay() {
        if (goesOn()) return LocalDate.MAX;
        return until == null ? LocalDate.MIN : until.last();
    }

    private LocalDate firstDay() {
        return from == null ? LocalDate.MIN : from.first();
    }
}
