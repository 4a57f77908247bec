package skills.statistics;

/**
 * Observations that a method left out.
 *
 * @param count how many, 1 or more
 * @param why such as "Prewt is missing"
 */
public record Dropped(int count, String why) {}
