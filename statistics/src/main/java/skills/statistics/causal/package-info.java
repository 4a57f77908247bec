/**
 * Effects without random allocation: weights, matching, instruments, and what could explain them
 * away.
 */
package skills.statistics.causal;
