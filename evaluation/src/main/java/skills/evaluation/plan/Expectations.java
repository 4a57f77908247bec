package skills.evaluation.plan;

/**
 * What the planning rests on.
 *
 * @param persons who will be asked; @param classes in how many classes
 * @param icc share of the variance between classes after what is adjusted for, 0 to below 1
 * @param correlation between first and last wave, -1 to 1
 * @param response share of those who enrol that answers first and last wave, above 0 to 1
 * @param users share of those who are offered that uses it, above 0 to 1
 */
public record Expectations(
        int persons, int classes, double icc, double correlation, double response, double users) {}
