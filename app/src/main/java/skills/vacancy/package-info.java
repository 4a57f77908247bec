/**
 * Jobs on offer: where they come from, what they ask, where they are and how long they are open.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "taxonomy"})
package skills.vacancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
