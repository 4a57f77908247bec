package skills.statistics;

import java.util.concurrent.CancellationException;

/** A long method was stopped, by its {@link Progress} or by an interrupt; it has no result. */
public final class Cancelled extends CancellationException {
    private static final long serialVersionUID = 1L;

    /**
     * @param done parts of {@code of} that were ready
     */
    public Cancelled(long done, long of) {
        super("Stopped after %d of %d parts.".formatted(done, of));
    }
}
