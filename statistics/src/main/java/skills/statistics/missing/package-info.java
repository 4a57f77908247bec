/** Answers that are not there: who left, what that may hide, and estimates that take it along. */
package skills.statistics.missing;
