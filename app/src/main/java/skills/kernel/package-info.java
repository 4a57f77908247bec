/** Typed ids and texts in several languages: what every room speaks, and nothing of the domain. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package skills.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
