package skills.matching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person says that a match is not right, and what a specialist answered.
 *
 * @param subject {@code occupation/…} or {@code vacancy/…}
 * @param reason empty when nothing was added
 * @param answer null as long as there is none
 */
record Contest(
        UUID id,
        String subject,
        String reason,
        Instant saidAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {}
