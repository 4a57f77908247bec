/** Tails, quantiles and noncentral distributions, exact to the digits that a double has. */
package skills.statistics.distribution;
