/** How well a scale measures, and what a score or a change of it means. */
package skills.statistics.measurement;
