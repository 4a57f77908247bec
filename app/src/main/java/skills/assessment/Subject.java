package skills.assessment;

import skills.taxonomy.OccupationId;

/** What a session is about. */
sealed interface Subject {

    /** The skills of an occupation: each answer becomes a claim of the profile. */
    record SkillsOf(OccupationId occupation) implements Subject {}

    /** An instrument in the version in which the session began. */
    record Questionnaire(InstrumentId instrument) implements Subject {}
}
