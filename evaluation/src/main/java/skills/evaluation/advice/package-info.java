/** What a planned study will be able to see, and what it can never show. */
@NullMarked
package skills.evaluation.advice;

import org.jspecify.annotations.NullMarked;
