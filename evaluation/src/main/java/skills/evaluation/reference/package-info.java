/** The numbers of a study in the form of the reference files, for programs that compare. */
@NullMarked
package skills.evaluation.reference;

import org.jspecify.annotations.NullMarked;
