package skills.statistics;

/**
 * Told how far a long method is, and asked whether it should go on. Calls come one at a time, from
 * whichever thread works; {@code done} never falls. Answer at once: the work waits.
 */
@FunctionalInterface
public interface Progress {

    /** Nobody watches: to the end. */
    Progress NONE = (done, of) -> true;

    /**
     * @param done parts of {@code of} that are ready; the same number may come again
     * @return false to stop the method, which then throws {@link Cancelled}
     */
    boolean goOn(long done, long of);

    /**
     * What a method calls between two pieces of its work.
     *
     * @throws Cancelled when this says to stop, or the thread was interrupted
     */
    default void check(long done, long of) {
        if (Thread.currentThread().isInterrupted() || !goOn(done, of))
            throw new Cancelled(done, of);
    }
}
