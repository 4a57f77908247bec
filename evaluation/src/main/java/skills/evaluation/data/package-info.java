/** What the participants of a study said and did, whatever it came from. */
@NullMarked
package skills.evaluation.data;

import org.jspecify.annotations.NullMarked;
