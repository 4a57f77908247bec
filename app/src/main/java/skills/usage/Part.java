package skills.usage;

/** A part of the journey that a person can complete. */
public enum Part {
    START,
    PROFILE,
    SKILLS,
    QUESTIONNAIRES,
    EXPLORE,
    SHARE
}
