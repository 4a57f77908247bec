/** Who gets which arm, by a lot that anybody can draw again. */
@NullMarked
package skills.evaluation.allocation;

import org.jspecify.annotations.NullMarked;
