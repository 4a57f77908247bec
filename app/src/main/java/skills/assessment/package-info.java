/**
 * Questions and answers: the skills of one's occupation; each answer becomes a claim of the
 * profile.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "identity", "consent", "taxonomy", "profile"})
package skills.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
