/** Statistics for questionnaires and studies: plain Java, immutable in, records out. */
package skills.statistics;
