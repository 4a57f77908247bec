/**
 * What a person's skills fit: skills not named yet, occupations, vacancies, each with its reasons.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "consent",
            "taxonomy",
            "profile",
            "vacancy",
            "assessment"
        })
package skills.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
