/** Technical doors without domain: page frame, words, problems, mail, PDF, QR, imports. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package skills.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
