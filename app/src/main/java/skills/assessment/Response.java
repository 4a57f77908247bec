package skills.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer as it arrived.
 *
 * @param item id of the question in its session
 * @param focusMs how long the question was in view, in milliseconds; null when not measured
 * @param clientId the sender's own id of the answer; the same answer sent again has the same
 * @param clientSeq the sender's own numbering, to tell apart answers of the same instant
 */
record Response(
        String item,
        Answer answer,
        @Nullable Integer focusMs,
        Instant answeredAt,
        UUID clientId,
        long clientSeq) {

    Response at(Instant moment) {
        return new Response(item, answer, focusMs, moment, clientId, clientSeq);
    }

    Response under(UUID id) {
        return new Response(item, answer, focusMs, answeredAt, id, clientSeq);
    }
}
