/**
 * Item response and choice: from answers to a place on a scale, with how sure it is.
 *
 * <p>{@link skills.statistics.irt.Item} says how likely each answer is at a trait level; {@link
 * skills.statistics.irt.Eap} turns answers into an {@link skills.statistics.irt.Ability}; {@link
 * skills.statistics.irt.PlackettLuce} turns choices of the best and the worst into worths.
 */
package skills.statistics.irt;
