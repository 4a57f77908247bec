package skills.statistics;

import java.util.concurrent.CancellationException;

/** A long method was stopped, by its {@link Progress} or by an interrupt; it has no result. */
public final class Cancelled extends CancellationException {
    private static final long serialVersionUID = 1L;
    private final long done;
    private final long of;

    public Cancelled(long done, long of) {
        super("Stopped after %d of %d parts.".formatted(done, of));
        this.done = done;
        this.of = of;
    }

    /** Parts that were ready. */
    public long done() {
        return done;
    }

    public long of() {
        return of;
    }
}
