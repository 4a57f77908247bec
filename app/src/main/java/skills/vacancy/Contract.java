package skills.vacancy;

/**
 * Kinds of employment, as far as they matter to somebody who looks for work (schema.org
 * employmentType).
 */
public enum Contract {
    FULL_TIME,
    PART_TIME,
    PERMANENT,
    TEMPORARY,
    /** Temporary, with a view to a permanent contract. */
    TEMPORARY_TO_PERMANENT,
    ON_CALL,
    /** Working and learning at once (in Dutch: leerbaan, bbl). */
    APPRENTICESHIP,
    INTERNSHIP,
    FREELANCE,
    VOLUNTEER
}
