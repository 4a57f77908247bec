package skills.profile;

/** How far a skill goes, by what one does and not by how good one is; from least to most. */
public enum Level {
    NOT_YET,
    WITH_HELP,
    ALONE,
    WHEN_HARD,
    TEACHES;

    /** As stored: 0 for not yet to 4 for teaching others. */
    public int number() {
        return ordinal();
    }

    /**
     * @throws IllegalArgumentException outside 0 to 4
     */
    public static Level of(int number) {
        if (number < 0 || number >= values().length)
            throw new IllegalArgumentException("no level " + number);
        return values()[number];
    }
}
