package skills.study;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Wave;

/**
 * When waves are open, by the clock on the wall of the plan's place. A wave opens the first time
 * that the clock shows its time or a later one, and closes when it shows its closing for the last
 * time: where the clock is put back nobody is sent away at a moment that the clock will show again.
 */
final class WaveClock {

    private WaveClock() {}

    enum State {
        NOT_YET,
        OPEN,
        CLOSED
    }

    static Instant opens(Plan plan, Wave wave) {
        return at(plan, wave.opens(), false);
    }

    /** The first moment at which it is closed. */
    static Instant closes(Plan plan, Wave wave) {
        return at(plan, wave.closes(), true);
    }

    /** When the last wave is over. */
    static Instant end(Plan plan) {
        return plan.waves().stream()
                .map(w -> closes(plan, w))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    static State state(Plan plan, Wave wave, Instant now) {
        if (now.isBefore(opens(plan, wave))) return State.NOT_YET;
        return now.isBefore(closes(plan, wave)) ? State.OPEN : State.CLOSED;
    }

    static List<Wave> open(Plan plan, Instant now) {
        return plan.waves().stream().filter(w -> state(plan, w, now) == State.OPEN).toList();
    }

    private static Instant at(Plan plan, LocalDateTime time, boolean last) {
        ZoneRules rules = ZoneId.of(plan.zone()).getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        // A time that the clock skips: it is past it from the jump on.
        if (offsets.isEmpty()) return rules.getTransition(time).getInstant();
        return time.toInstant(last ? offsets.getLast() : offsets.getFirst());
    }
}
