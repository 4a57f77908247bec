package skills.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as exact as somebody knows it: a year, a month of it, or a day.
 *
 * @param year 1900 to 2100
 * @param month 1 to 12, or null
 * @param day 1 to 31, or null; only with a month
 */
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {

    /**
     * @throws java.time.DateTimeException when there is no such date
     */
    public PartialDate {
        if (year < 1900 || year > 2100) throw new java.time.DateTimeException("year " + year);
        if (month == null && day != null)
            throw new java.time.DateTimeException("a day without a month");
        if (month != null) LocalDate.of(year, month, day == null ? 1 : day);
    }

    public static PartialDate of(int year) {
        return new PartialDate(year, null, null);
    }

    public static PartialDate of(int year, int month) {
        return new PartialDate(year, month, null);
    }

    /**
     * Reads {@code 2021}, {@code 2021-03} or {@code 2021-03-14}.
     *
     * @throws java.time.DateTimeException when it is none of these
     */
    public static PartialDate parse(String iso) {
        if (!iso.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?")) throw new java.time.DateTimeException(iso);
        String[] parts = iso.split("-");
        return new PartialDate(
                Integer.parseInt(parts[0]),
                parts.length > 1 ? Integer.valueOf(parts[1]) : null,
                parts.length > 2 ? Integer.valueOf(parts[2]) : null);
    }

    /** The earliest day it can mean. */
    public LocalDate first() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The latest day it can mean. */
    public LocalDate last() {
        if (day != null) return first();
        return YearMonth.of(year, month == null ? 12 : month).atEndOfMonth();
    }

    /** As ISO 8601 writes it, as long as what is known. */
    @Override
    public String toString() {
        if (month == null) return "%04d".formatted(year);
        return day == null
                ? "%04d-%02d".formatted(year, month)
                : "%04d-%02d-%02d".formatted(year, month, day);
    }
}
