/** Searching for the smallest value of a function. */
package skills.statistics.optim;
