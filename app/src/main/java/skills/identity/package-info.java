/** Who someone is: accounts (guests until kept), sign-in, organisations, groups, invitations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
package skills.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
