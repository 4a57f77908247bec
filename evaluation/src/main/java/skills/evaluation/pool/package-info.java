/**
 * One frozen plan in several places: what each may tell of its classes, and all of them together.
 */
@NullMarked
package skills.evaluation.pool;

import org.jspecify.annotations.NullMarked;
