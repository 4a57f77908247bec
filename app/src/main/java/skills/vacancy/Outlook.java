package skills.vacancy;

import java.time.LocalDate;

/** How many openings an occupation has now and had a year ago, among the vacancies known here. */
public sealed interface Outlook {

    /** Open on {@code today}. */
    int now();

    /** Open on {@code then}, a year before {@code today}. */
    int yearAgo();

    LocalDate today();

    LocalDate then();

    /** Enough openings on at least one of the two days to name both numbers. */
    record Known(int now, int yearAgo, LocalDate today, LocalDate then) implements Outlook {}

    /** Fewer than ten on both days: any change could be chance. */
    record TooFew(int now, int yearAgo, LocalDate today, LocalDate then) implements Outlook {}

    /** Fewest openings, on one of both days, from which anything is said. */
    int FEWEST = 10;

    static Outlook of(int now, int yearAgo, LocalDate today) {
        LocalDate then = today.minusYears(1);
        return now < FEWEST && yearAgo < FEWEST
                ? new TooFew(now, yearAgo, today, then)
                : new Known(now, yearAgo, today, then);
    }
}
