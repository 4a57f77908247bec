/** Answers of one person at two waves found by a code that she makes herself each time. */
@NullMarked
package skills.evaluation.linking;

import org.jspecify.annotations.NullMarked;
