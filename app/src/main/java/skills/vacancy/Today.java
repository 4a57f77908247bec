package skills.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is where the vacancies are. */
final class Today {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private Today() {}

    static LocalDate of(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
