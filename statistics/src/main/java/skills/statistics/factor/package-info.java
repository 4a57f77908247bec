/** Factor models: one factor, invariance over groups and over time, categories. */
package skills.statistics.factor;
