package skills.vacancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;

/**
 * A vacancy as an employer typed it last.
 *
 * @param organization name of the verified employer, which is the source on every page
 * @param text as typed
 * @param place id of a place
 * @param link where one applies; empty for none
 * @param posted first day on which it was offered; null when it never was
 * @param asks what it asks, in its order
 */
public record EmployerVacancy(
        UUID id,
        UUID employer,
        String organization,
        boolean demo,
        String title,
        String text,
        String place,
        LocalDate openUntil,
        String link,
        @Nullable OccupationId occupation,
        @Nullable Hours hours,
        @Nullable Pay pay,
        Set<Contract> contract,
        @Nullable LocalDate posted,
        List<Requirement> asks,
        State state) {

    /** How it stands. */
    public enum State {
        /** Never offered. */
        DRAFT,
        OPEN,
        /** Offered as it was before the last change. */
        CHANGED,
        CLOSED
    }

    public EmployerVacancy {
        asks = List.copyOf(asks);
    }

    /** Makes it the same vacancy whenever it is posted again. */
    String key() {
        return key(id);
    }

    /** The id under which everybody finds it. */
    public VacancyId offered() {
        return offered(id);
    }

    static VacancyId offered(UUID id) {
        return VacancyId.of(key(id));
    }

    private static String key(UUID id) {
        return "employer|" + id;
    }
}
