/** The default analysis of a study, and how sure its answer is. */
@NullMarked
package skills.evaluation.analysis;

import org.jspecify.annotations.NullMarked;
