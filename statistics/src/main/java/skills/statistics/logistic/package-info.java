/** Outcomes of yes or no. */
package skills.statistics.logistic;
