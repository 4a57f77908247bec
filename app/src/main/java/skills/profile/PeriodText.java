package skills.profile;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a period as people write it, in Dutch and English: "sinds 2023", "mrt 2021 - nu", "2019".
 */
final class PeriodText {

    /** What came of reading. */
    sealed interface Reading {}

    record Read(Period period) implements Reading {}

    record Unreadable() implements Reading {}

    record EndsTooEarly() implements Reading {}

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, int[]> SEASONS =
            Map.of(
                    "lente",
                    new int[] {3, 5},
                    "voorjaar",
                    new int[] {3, 5},
                    "spring",
                    new int[] {3, 5},
                    "zomer",
                    new int[] {6, 8},
                    "summer",
                    new int[] {6, 8},
                    "herfst",
                    new int[] {9, 11},
                    "najaar",
                    new int[] {9, 11},
                    "autumn",
                    new int[] {9, 11},
                    "fall",
                    new int[] {9, 11});
    private static final Set<String> NOW =
            Set.of(
                    "nu", "heden", "vandaag", "lopend", "now", "present", "today", "current",
                    "ongoing");
    private static final Pattern SINCE =
            Pattern.compile("(?:sinds|vanaf|since|from|starting|van)\\s+(.+)");
    private static final Pattern UNTIL =
            Pattern.compile("(?:tot en met|tot|t/m|until|till|to)\\s+(.+)");
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "\\s*(?:tot en met|t/m|\\btot\\b|\\buntil\\b|\\btill\\b|\\bto\\b|\\bthrough\\b|[-–—])\\s*");
    private static final Pattern SEASON = Pattern.compile("(\\p{L}+) (\\d{4})");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*[-–—/]\\s*(\\d\\d)");
    private static final String YEAR = "(\\d{4}|['’‘]\\d\\d)";
    private static final Pattern YEAR_ALONE = Pattern.compile("(?:(?:in|jaar|year)\\s+)?" + YEAR);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?:t.*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?:(\\d{1,2})[-/. ])?(\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:(?:in|op|on)\\s+)?(?:(\\d{1,2})(?:st|nd|rd|th|e)?\\s+)?(\\p{L}+)\\s+"
                            + YEAR);
    private static final Pattern ENGLISH =
            Pattern.compile("(\\p{L}+) (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})");

    private PeriodText() {}

    /** Empty text is an unknown period. */
    static Reading read(String text) {
        String t = plain(text);
        if (t.isEmpty()) return new Read(Period.UNKNOWN);
        Optional<Period> whole = single(t);
        if (whole.isPresent()) return new Read(whole.get());
        Matcher years = YEARS.matcher(t);
        if (years.matches()) {
            String century = years.group(1).substring(0, 2);
            return between(years.group(1), century + years.group(2)).orElse(new Unreadable());
        }
        Matcher since = SINCE.matcher(t);
        if (since.matches()) {
            Optional<PartialDate> start = date(since.group(1));
            if (start.isPresent()) return new Read(new Period(start.get(), null));
            t = since.group(1);
        }
        Matcher until = UNTIL.matcher(t);
        if (until.matches()) {
            Optional<PartialDate> end = date(until.group(1));
            if (end.isPresent()) return new Read(new Period(null, end.get()));
        }
        Reading best = new Unreadable();
        for (Matcher m = BETWEEN.matcher(t); m.find(); ) {
            Optional<Reading> found = between(t.substring(0, m.start()), t.substring(m.end()));
            if (found.isPresent() && found.get() instanceof Read) return found.get();
            if (found.isPresent()) best = found.get();
        }
        return best;
    }

    /** One date as people write it. */
    static Optional<PartialDate> date(String text) {
        String t = plain(text);
        try {
            Matcher m = YEAR_ALONE.matcher(t);
            if (m.matches()) return Optional.of(PartialDate.of(year(m.group(1))));
            m = YEAR_FIRST.matcher(t);
            if (m.matches()) return Optional.of(made(m.group(1), m.group(2), m.group(3)));
            m = YEAR_LAST.matcher(t);
            if (m.matches()) return Optional.of(made(m.group(3), m.group(2), m.group(1)));
            m = NAMED.matcher(t);
            if (m.matches() && MONTHS.containsKey(m.group(2)))
                return Optional.of(
                        new PartialDate(
                                year(m.group(3)), MONTHS.get(m.group(2)), number(m.group(1))));
            m = ENGLISH.matcher(t);
            if (m.matches() && MONTHS.containsKey(m.group(1)))
                return Optional.of(
                        new PartialDate(
                                year(m.group(3)), MONTHS.get(m.group(1)), number(m.group(2))));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    static boolean isNow(String text) {
        return NOW.contains(plain(text));
    }

    private static Optional<Period> single(String t) {
        Matcher season = SEASON.matcher(t);
        if (season.matches() && SEASONS.containsKey(season.group(1))) {
            int[] months = SEASONS.get(season.group(1));
            int year = Integer.parseInt(season.group(2));
            if (year < 1900 || year > 2100) return Optional.empty();
            return Optional.of(
                    new Period(PartialDate.of(year, months[0]), PartialDate.of(year, months[1])));
        }
        return date(t).map(Period::in);
    }

    private static Optional<Reading> between(String left, String right) {
        Optional<PartialDate> end = date(right);
        Optional<PartialDate> start = date(left);
        // "maart tot juni 2022": the year stands once.
        if (start.isEmpty() && end.isPresent() && MONTHS.containsKey(plain(left)))
            start = Optional.of(PartialDate.of(end.get().year(), MONTHS.get(plain(left))));
        if (start.isEmpty()) return Optional.empty();
        if (right.isBlank() || isNow(right))
            return Optional.of(new Read(new Period(start.get(), null)));
        if (end.isEmpty()) return Optional.empty();
        if (Period.endsTooEarly(start.get(), end.get())) return Optional.of(new EndsTooEarly());
        return Optional.of(new Read(new Period(start.get(), end.get())));
    }

    private static PartialDate made(String year, String month, @Nullable String day) {
        return new PartialDate(Integer.parseInt(year), Integer.valueOf(month), number(day));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** ’21 is 2021, ’98 is 1998. */
    private static int year(String digits) {
        if (digits.length() == 4) return Integer.parseInt(digits);
        int short2 = Integer.parseInt(digits.substring(1));
        return short2 < 50 ? 2000 + short2 : 1900 + short2;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[,()]|(?<=\\p{L})\\.", " ")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    private static Map<String, Integer> months() {
        List<List<String>> names =
                List.of(
                        List.of("januari", "january", "jan"),
                        List.of("februari", "february", "feb", "febr"),
                        List.of("maart", "march", "mrt", "mar", "maa"),
                        List.of("april", "apr"),
                        List.of("mei", "may"),
                        List.of("juni", "june", "jun"),
                        List.of("juli", "july", "jul"),
                        List.of("augustus", "august", "aug"),
                        List.of("september", "sep", "sept"),
                        List.of("oktober", "october", "okt", "oct"),
                        List.of("november", "nov"),
                        List.of("december", "dec"));
        Map<String, Integer> numbers = new HashMap<>();
        for (var month : new ArrayList<>(names))
            month.forEach(name -> numbers.put(name, names.indexOf(month) + 1));
        return Map.copyOf(numbers);
    }
}
