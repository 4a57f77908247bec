package skills.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a full date as people write it: 12-3-2008, 12/03/08, 12 maart 2008, 2008-03-12, 12032008.
 */
final class BirthDate {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\D+(\\d{1,2})\\D+(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\D+(\\d{1,2})\\D+(\\d{1,2})");
    private static final Pattern NO_SIGNS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern WITH_NAME =
            Pattern.compile("(\\d{1,2})\\W*(\\p{L}{3,10})\\W*(\\d{4}|\\d{2})");
    private static final Pattern NAME_FIRST =
            Pattern.compile("(\\p{L}{3,10})\\W*(\\d{1,2})\\W+(\\d{4})");

    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("jan", 1),
                    Map.entry("feb", 2),
                    Map.entry("maa", 3),
                    Map.entry("mrt", 3),
                    Map.entry("mar", 3),
                    Map.entry("apr", 4),
                    Map.entry("mei", 5),
                    Map.entry("may", 5),
                    Map.entry("jun", 6),
                    Map.entry("jul", 7),
                    Map.entry("aug", 8),
                    Map.entry("sep", 9),
                    Map.entry("okt", 10),
                    Map.entry("oct", 10),
                    Map.entry("nov", 11),
                    Map.entry("dec", 12));

    private BirthDate() {}

    /**
     * @param today two digits of a year mean the latest such year that is not to come
     * @return empty when it is no date; a date to come or long ago is a date
     */
    static Optional<LocalDate> read(String typed, LocalDate today) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.length() > 40) return Optional.empty();
        for (Pattern pattern : List.of(DAY_FIRST, NO_SIGNS)) {
            Matcher m = pattern.matcher(text);
            if (m.matches())
                return date(
                        year(m.group(3), today),
                        Integer.parseInt(m.group(2)),
                        Integer.parseInt(m.group(1)));
        }
        Matcher iso = YEAR_FIRST.matcher(text);
        if (iso.matches())
            return date(
                    Integer.parseInt(iso.group(1)),
                    Integer.parseInt(iso.group(2)),
                    Integer.parseInt(iso.group(3)));
        Matcher named = WITH_NAME.matcher(text);
        if (named.matches())
            return date(
                    year(named.group(3), today),
                    month(named.group(2)),
                    Integer.parseInt(named.group(1)));
        Matcher english = NAME_FIRST.matcher(text);
        if (english.matches())
            return date(
                    year(english.group(3), today),
                    month(english.group(1)),
                    Integer.parseInt(english.group(2)));
        return Optional.empty();
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.substring(0, 3), 0);
    }

    private static int year(String digits, LocalDate today) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) return year;
        int inThisCentury = Year.from(today).getValue() / 100 * 100 + year;
        return inThisCentury > today.getYear() ? inThisCentury - 100 : inThisCentury;
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
