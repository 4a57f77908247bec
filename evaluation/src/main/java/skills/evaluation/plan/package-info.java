/** The plan of a study: what is decided before anybody enrols, and its fingerprint. */
@NullMarked
package skills.evaluation.plan;

import org.jspecify.annotations.NullMarked;
