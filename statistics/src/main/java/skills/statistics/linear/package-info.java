/** Linear regression and what builds on it. */
package skills.statistics.linear;
