/**
 * Who may see what of a person, for what and until when; who looked; how few people are too few for
 * a figure.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity"})
package skills.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
