/** Tests and intervals for groups, pairs, tables and correlations; several tests at once. */
package skills.statistics.inference;
