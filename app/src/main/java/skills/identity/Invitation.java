package skills.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever knows the code join a group, from one moment until another, a limited number of
 * times.
 *
 * @param until first moment at which it no longer works
 * @param used members who joined by it and are still there
 */
record Invitation(
        InvitationId id,
        GroupId group,
        InvitationCode code,
        Instant from,
        Instant until,
        int limit,
        int used,
        @Nullable Instant takenBackAt) {

    enum State {
        OPEN,
        NOT_YET,
        EXPIRED,
        FULL,
        TAKEN_BACK
    }

    State at(Instant now) {
        if (takenBackAt != null) return State.TAKEN_BACK;
        if (now.isBefore(from)) return State.NOT_YET;
        if (!now.isBefore(until)) return State.EXPIRED;
        return used >= limit ? State.FULL : State.OPEN;
    }

    int left() {
        return Math.max(0, limit - used);
    }
}
