/** Studies of whether the passport helps: plan, enrolment, waves, report. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "consent",
            "usage",
            "assessment",
            "passport"
        })
package skills.study;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
