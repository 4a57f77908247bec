package skills.vacancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person's own side of a vacancy's page.
 *
 * @param links where one can apply, the vacancy's own source first; empty when no source gave a
 *     usable address
 * @param application what the person said of it; null while nothing
 */
public record MyVacancy(
        VacancyId vacancy, List<ApplyLink> links, @Nullable Application application) {

    /** Nothing said, or taken back. */
    public boolean fresh() {
        return application == null || application.last() == Application.What.DROPPED;
    }
}
