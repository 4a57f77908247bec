package skills.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Work that falls apart into numbered pieces, done by one thread or more. The result of a piece may
 * depend on its number alone, so that the threads change nothing but the time. The calling thread
 * works too; on the first failure the others stop at their next check.
 */
public final class Parts {

    /** One piece. */
    @FunctionalInterface
    public interface Part<T> {
        /**
         * @param check to run now and then within a long piece; throws {@link Cancelled}
         */
        T of(int number, Runnable check);
    }

    private final int parts;
    private final Progress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private int done;

    private Parts(int parts, Progress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /**
     * @return the results in the order of their numbers
     * @throws Cancelled when the progress says so or the calling thread is interrupted
     */
    public static <T> List<T> run(int parts, int threads, Progress progress, Part<T> part) {
        Unusable.atLeast(1, threads, "threads");
        return new Parts(parts, progress).run(Math.min(threads, parts), part);
    }

    private <T> List<T> run(int threads, Part<T> part) {
        List<T> results = new ArrayList<>();
        for (int i = 0; i < parts; i++) results.add(null);
        Thread caller = Thread.currentThread();
        List<Thread> helpers =
                IntStream.range(1, threads)
                        .mapToObj(
                                i ->
                                        Thread.ofPlatform()
                                                .daemon()
                                                .start(() -> work(results, part, caller)))
                        .toList();
        work(results, part, caller);
        boolean interrupted = false;
        for (Thread helper : helpers)
            while (true)
                try {
                    helper.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                    failure.compareAndSet(null, new Cancelled(done, parts));
                }
        if (interrupted) caller.interrupt();
        rethrow(failure.get());
        return results;
    }

    private <T> void work(List<T> results, Part<T> part, Thread caller) {
        try {
            for (int i; (i = next.getAndIncrement()) < parts; ) {
                check(0, caller);
                results.set(i, part.of(i, () -> check(0, caller)));
                check(1, caller);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
    }

    private synchronized void check(int more, Thread caller) {
        done += more;
        rethrow(failure.get());
        if (caller.isInterrupted()) throw new Cancelled(done, parts);
        progress.check(done, parts);
    }
}
