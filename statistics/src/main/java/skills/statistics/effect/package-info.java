/** Descriptives and effect sizes, with exact intervals where there are. */
package skills.statistics.effect;
