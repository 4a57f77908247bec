package skills.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which arm somebody is in, since when it is known.
 *
 * @param unit class as it was then; null without classes
 */
public record Assignment(
        String arm, @Nullable String unit, @Nullable String school, Instant revealedAt) {}
