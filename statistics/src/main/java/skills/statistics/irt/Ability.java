package skills.statistics.irt;

/**
 * A person's place on a scale and how sure it is.
 *
 * @param estimate in standard deviations of the population that the items were scaled on
 * @param standardError of the estimate, above 0; for EAP the posterior standard deviation
 * @param lower lower end of the band
 * @param upper upper end of the band
 * @param answered number of answers that it rests on; with 0 it is the prior and says nothing of
 *     the person
 */
public record Ability(
        double estimate, double standardError, double lower, double upper, int answered) {}
