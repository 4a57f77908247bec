package skills.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skills.platform.Faults;
import skills.platform.Words;

/**
 * What a teacher types for a new code.
 *
 * @param from day from which it works; empty is now
 * @param until last day; empty is today
 * @param time until when on that day, like 11:30; empty is all day
 * @param limit how many may join
 */
record CodeForm(
        @Nullable String from,
        @Nullable String until,
        @Nullable String time,
        @Nullable String limit) {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.u ]?(\\d{2})?(?: ?uur)?");
    private static final int MOST = 1000;
    private static final int DAYS_AHEAD = 400;

    record Window(Instant from, Instant until, int limit) {}

    static CodeForm blank() {
        return new CodeForm("", "", "", "35");
    }

    CodeForm shown() {
        return new CodeForm(text(from), text(until), text(time), text(limit));
    }

    /** Adds what is wrong to the faults; empty then. */
    Optional<Window> read(Instant now, Faults faults) {
        LocalDate today = LocalDate.ofInstant(now, Words.PLACE);
        LocalDate first = day(text(from), today, "from", faults);
        LocalDate last = day(text(until), first, "until", faults);
        LocalTime end = time(faults);
        int most = limit(faults);
        if (!faults.none()) return Optional.empty();
        Instant start = first.isEqual(today) ? now : first.atStartOfDay(Words.PLACE).toInstant();
        ZonedDateTime stop =
                end == null
                        ? last.plusDays(1).atStartOfDay(Words.PLACE)
                        : last.atTime(end).atZone(Words.PLACE);
        faults.addIf(first.isBefore(today), "from", "class.code.from.past");
        faults.addIf(!stop.toInstant().isAfter(start), "until", "class.code.until.before");
        faults.addIf(last.isAfter(today.plusDays(DAYS_AHEAD)), "until", "class.code.until.far");
        return faults.none()
                ? Optional.of(new Window(start, stop.toInstant(), most))
                : Optional.empty();
    }

    private static LocalDate day(String typed, LocalDate otherwise, String field, Faults faults) {
        if (typed.isBlank()) return otherwise;
        // A year of two digits is read as one of this century here, never as a birthday long ago.
        return BirthDate.read(typed, LocalDate.of(2099, 12, 31))
                .orElseGet(
                        () -> {
                            faults.add(field, "class.code.date.bad");
                            return otherwise;
                        });
    }

    private @Nullable LocalTime time(Faults faults) {
        String typed = text(time).strip();
        if (typed.isEmpty()) return null;
        Matcher m = TIME.matcher(typed);
        try {
            if (m.matches())
                return LocalTime.of(
                        Integer.parseInt(m.group(1)),
                        m.group(2) == null ? 0 : Integer.parseInt(m.group(2)));
        } catch (DateTimeException noSuchTime) {
            // said below
        }
        faults.add("time", "class.code.time.bad");
        return null;
    }

    private int limit(Faults faults) {
        String typed = text(limit).strip();
        int most = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
        faults.addIf(most < 1 || most > MOST, "limit", "class.code.limit.bad");
        return most;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : Typed.short60(typed);
    }
}
