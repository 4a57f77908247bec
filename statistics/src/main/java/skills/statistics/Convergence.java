package skills.statistics;

/**
 * How an iterative method ended.
 *
 * @param reached whether its own criterion was met
 * @param iterations that it took
 * @param criterion the last value of what had to become small
 */
public record Convergence(boolean reached, int iterations, double criterion) {}
