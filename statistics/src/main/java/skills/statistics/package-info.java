/**
 * Statistics for questionnaires and studies: plain Java, immutable in, records out. Each type cites
 * the source of its formula, says which values it takes, and carries the number of observations.
 */
package skills.statistics;
