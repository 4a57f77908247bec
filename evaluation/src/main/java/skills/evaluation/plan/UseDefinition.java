package skills.evaluation.plan;

/**
 * When somebody counts as a user.
 *
 * @param atLeast parts, sittings or minutes; 1 for opened
 */
public record UseDefinition(String id, Text name, Kind kind, int atLeast, Place place) {

    public enum Kind {
        OPENED,
        PARTS_COMPLETED,
        SITTINGS,
        MINUTES,
        /** Told by a column of the data, not measured here. */
        REPORTED
    }

    public enum Place {
        ANYWHERE,
        IN_LESSON,
        OUTSIDE_LESSON
    }
}
