package skills.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;

/**
 * One answer as it arrived.
 *
 * @param focusMs how long the question was in view, in milliseconds; null when not measured
 * @param clientId the sender's own id of the answer; the same answer sent again has the same
 * @param clientSeq the sender's own numbering, to tell apart answers of the same instant
 */
record Response(
        SkillId skill,
        Answer answer,
        @Nullable Integer focusMs,
        Instant answeredAt,
        UUID clientId,
        long clientSeq) {}
