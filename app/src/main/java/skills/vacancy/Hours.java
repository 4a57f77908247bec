package skills.vacancy;

/**
 * Hours a week, more than 0 and at most 60; {@code min} equals {@code max} when there is one
 * number.
 */
public record Hours(double min, double max) {

    public Hours {
        if (!(min > 0 && min <= max && max <= 60))
            throw new IllegalArgumentException("hours " + min + " to " + max);
    }
}
