package skills.evaluation.plan;

/**
 * What a group of participants gets.
 *
 * @param id lower case letters, digits and hyphens
 * @param offered whether the passport is offered; the arms without are the controls
 * @param share its part of the units, relative to the other arms; at least 1
 */
public record Arm(String id, Text name, boolean offered, int share) {}
