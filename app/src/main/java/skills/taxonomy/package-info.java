/** What work consists of: occupations, skills, qualifications and how they hang together. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
package skills.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
