package skills.vacancy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;

/**
 * A job on offer, or one that was (schema.org JobPosting).
 *
 * @param place name of the town, cleaned; empty when the source gave none
 * @param at where the work is; null when it could not be found
 * @param hours hours a week; null when not given or not readable
 * @param posted when the source published it; null: never offered to anybody
 * @param openUntil last day on which one can apply; null when undated
 * @param openUntilGiven false when the source gave no last day and we count 60 days from {@code
 *     posted}
 * @param html the text as HTML of p, ul, li, h3, strong and br, safe to print as it is
 * @param cutOff the source broke the text off before its end
 * @param url where to read and apply; null when the source gave none
 * @param source name of the feed or site it came from
 * @param language code of the text's language, ISO 639-1
 * @param demo invented for the demo world
 * @param asked education and languages that the text asks
 */
public record Vacancy(
        VacancyId id,
        String title,
        @Nullable String employer,
        String place,
        @Nullable Point at,
        @Nullable Pay pay,
        @Nullable Hours hours,
        Set<Contract> contract,
        @Nullable LocalDate posted,
        @Nullable LocalDate openUntil,
        boolean openUntilGiven,
        String html,
        boolean cutOff,
        @Nullable String url,
        String source,
        String language,
        boolean demo,
        @Nullable MappedOccupation occupation,
        List<Requirement> requirements,
        Asked asked,
        Standing standing) {

    /**
     * The occupation that the job belongs to.
     *
     * @param guessed we found it by the title; false when the source named it itself
     * @param label the occupation's title that was met, in the language of the vacancy
     */
    public record MappedOccupation(OccupationId id, String label, boolean guessed) {}

    /** One that asks nothing but an education: to work out what that alone means. */
    public static Vacancy asking(@Nullable MappedOccupation occupation, Asked asked) {
        return new Vacancy(
                new VacancyId(new UUID(0, 0)),
                "",
                null,
                "",
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                false,
                "",
                false,
                null,
                "",
                "nl",
                false,
                occupation,
                List.of(),
                asked,
                Standing.FRESH);
    }

    /** Kilometres from here to the work; empty when the vacancy has no known place. */
    public OptionalDouble kmFrom(Point here) {
        return at == null ? OptionalDouble.empty() : OptionalDouble.of(Distance.km(here, at));
    }

    /** Whether one can apply on this day, and this is the row that is shown for the job. */
    public boolean openOn(LocalDate day) {
        return standing.offeredOn(day)
                && posted != null
                && openUntil != null
                && !posted.isAfter(day)
                && !openUntil.isBefore(day);
    }

    /** All requirements come from the occupation, none from the vacancy itself. */
    public boolean requirementsFromOccupationOnly() {
        return !requirements.isEmpty()
                && requirements.stream().allMatch(r -> r.origin() == Requirement.Origin.OCCUPATION);
    }
}
