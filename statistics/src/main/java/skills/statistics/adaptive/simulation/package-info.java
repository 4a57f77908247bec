/** Adaptive tests of simulated persons: how long, how right, which items how often. */
package skills.statistics.adaptive.simulation;
