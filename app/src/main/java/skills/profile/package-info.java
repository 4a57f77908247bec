/**
 * What a person says of herself: work, school, free time, and the skills that follow, with their
 * history.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "identity", "taxonomy"})
package skills.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
