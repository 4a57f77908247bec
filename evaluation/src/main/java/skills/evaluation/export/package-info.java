/** A study as files that a researcher can open, check and compute with elsewhere. */
@NullMarked
package skills.evaluation.export;

import org.jspecify.annotations.NullMarked;
