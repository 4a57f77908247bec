package skills.vacancy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as feeds and people write them. Day before month: 3/4/2026 is the third of April. */
final class Dates {

    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[ T]\\d{1,2}:\\d{2}.*)?");

    /** "Mon, 5 Mar 2012 10:50:17 +0100", "5 maart 2026", "za 5 mrt. 2026". */
    private static final Pattern DAY_MONTH =
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})(?:e|st|nd|rd|th)?\\s+(\\p{L}+)\\.?,?\\s+(\\d{4})(?:\\s.*)?");

    private static final Pattern MONTH_DAY =
            Pattern.compile(
                    "(?:\\p{L}+,\\s+)?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s+(\\d{4})(?:\\s.*)?");

    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("jan", 1),
                    Map.entry("feb", 2),
                    Map.entry("mar", 3),
                    Map.entry("maa", 3),
                    Map.entry("mrt", 3),
                    Map.entry("apr", 4),
                    Map.entry("may", 5),
                    Map.entry("mei", 5),
                    Map.entry("jun", 6),
                    Map.entry("jul", 7),
                    Map.entry("aug", 8),
                    Map.entry("sep", 9),
                    Map.entry("oct", 10),
                    Map.entry("okt", 10),
                    Map.entry("nov", 11),
                    Map.entry("dec", 12));

    /** What people write where a date should be and there is none. */
    private static final Set<String> NONE =
            Set.of(
                    "",
                    "n v t",
                    "nvt",
                    "n a",
                    "na",
                    "null",
                    "none",
                    "geen",
                    "onbekend",
                    "unknown",
                    "in overleg",
                    "open",
                    "z s m",
                    "zsm",
                    "asap",
                    "tbd",
                    "doorlopend",
                    "per direct",
                    "direct",
                    "0000 00 00");

    private Dates() {}

    /**
     * The day that a text names. A moment with an offset is the day it was then in Amsterdam, but
     * one minute to midnight stays on its own day: it means the end of that day.
     *
     * @return empty when the text says that there is no date
     * @throws Unusable when it says something else
     */
    static Optional<LocalDate> read(String text, String field) throws Unusable {
        String plain = text.strip();
        if (NONE.contains(Folded.fold(plain))) return Optional.empty();
        try {
            LocalDate day = day(plain);
            if (day != null && day.getYear() >= 1990 && day.getYear() <= 2100)
                return Optional.of(day);
        } catch (DateTimeException e) {
            // 31 February: said below
        }
        throw new Unusable(field + " is not a date: '" + cut(plain) + "'");
    }

    private static LocalDate day(String text) {
        Matcher m = ISO.matcher(text);
        if (m.matches()) return iso(m);
        m = YEAR_FIRST.matcher(text);
        if (m.matches()) return m.group(1) != null ? ymd(m, 1, 2, 3) : ymd(m, 4, 5, 6);
        m = DAY_FIRST.matcher(text);
        if (m.matches()) return ymd(m, 3, 2, 1);
        m = DAY_MONTH.matcher(text);
        if (m.matches()) return named(m.group(3), m.group(2), m.group(1));
        m = MONTH_DAY.matcher(text);
        return m.matches() ? named(m.group(3), m.group(1), m.group(2)) : null;
    }

    private static LocalDate iso(Matcher m) {
        LocalDate day = ymd(m, 1, 2, 3);
        if (m.group(7) == null) return day;
        LocalTime time =
                LocalTime.of(
                        Integer.parseInt(m.group(4)),
                        Integer.parseInt(m.group(5)),
                        m.group(6) == null ? 0 : Integer.parseInt(m.group(6)));
        if (time.getHour() == 23 && time.getMinute() == 59) return day;
        return OffsetDateTime.of(day, time, ZoneOffset.of(m.group(7)))
                .atZoneSameInstant(Today.ZONE)
                .toLocalDate();
    }

    private static LocalDate ymd(Matcher m, int year, int month, int day) {
        return LocalDate.of(
                Integer.parseInt(m.group(year)),
                Integer.parseInt(m.group(month)),
                Integer.parseInt(m.group(day)));
    }

    private static LocalDate named(String year, String month, String day) {
        String start = Folded.fold(month);
        Integer number =
                start.length() < 3
                        ? null
                        : MONTHS.get(start.substring(0, 3).toLowerCase(Locale.ROOT));
        return number == null
                ? null
                : LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day));
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
