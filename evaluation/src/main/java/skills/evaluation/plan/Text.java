package skills.evaluation.plan;

/** The same words in Dutch and in English; neither is null, both may be empty. */
public record Text(String nl, String en) {}
