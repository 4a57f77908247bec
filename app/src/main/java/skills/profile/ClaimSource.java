package skills.profile;

/** What led a person to claim a skill. */
public enum ClaimSource {
    /** A task that was tapped at the start; the reference is the id of the task. */
    TASK,
    /**
     * A skill that we guessed and the person confirmed; the reference is the task or entry that led
     * to it.
     */
    DISCOVERED,
    /** An entry of the profile (work, diploma, free time); the reference is the id of the entry. */
    ENTRY,
    /** An answer to a statement; the reference is the id of the sitting. */
    STATEMENT
}
