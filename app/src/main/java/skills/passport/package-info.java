/** The holder's overview: the start, the next step, what is shared, and one's own data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "consent",
            "usage",
            "taxonomy",
            "profile",
            "vacancy",
            "assessment",
            "matching"
        })
package skills.passport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
