package skills.evaluation.plan;

/**
 * One purpose that a participant says yes or no to.
 *
 * @param ground why the law allows it, as an article of the GDPR: "6(1)(a)"
 * @param required whether one cannot take part without
 */
public record ConsentText(String purpose, Text text, String ground, boolean required) {}
