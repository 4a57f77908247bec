/** Studies that are made up after a plan, to see whether the analysis keeps its promises. */
@NullMarked
package skills.evaluation.simulation;

import org.jspecify.annotations.NullMarked;
