package skills.taxonomy;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made of the loaded taxonomies: at the first use, and again after a load. Each
 * instance of the application has its own.
 */
final class PerLoad<T> {

    private record Made<T>(long load, T value) {}

    private final Object lock;
    private final LongSupplier newest;
    private final Supplier<T> make;
    private volatile @Nullable Made<T> made;

    /**
     * @param lock shared by those that must not be made at the same time
     * @param newest the load that holds now, see {@link TaxonomyLoads#newest}
     */
    PerLoad(Object lock, LongSupplier newest, Supplier<T> make) {
        this.lock = lock;
        this.newest = newest;
        this.make = make;
    }

    boolean isMade() {
        return made != null;
    }

    /** Made when it is not yet; as of the last {@link #follow} otherwise. */
    T now() {
        Made<T> now = made;
        return now != null ? now.value() : make();
    }

    /** Made again when a load came since; what nobody asked for yet is not made. */
    void follow() {
        Made<T> now = made;
        if (now != null && now.load() != newest.getAsLong()) make();
    }

    private T make() {
        synchronized (lock) {
            long load = newest.getAsLong();
            Made<T> before = made;
            if (before != null && before.load() == load) return before.value();
            T value = make.get();
            made = new Made<>(load, value);
            return value;
        }
    }
}
