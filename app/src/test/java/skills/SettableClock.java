package skills;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test can move; it ticks on from where it was put. */
public final class SettableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void reset() {
        ahead = Duration.ZERO;
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    public void set(Instant instant) {
        ahead = Duration.between(Clock.systemUTC().instant(), instant);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
