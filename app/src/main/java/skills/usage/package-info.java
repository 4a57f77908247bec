/** Which parts of the journey a person opened and completed, and how long that takes people. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity"})
package skills.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
