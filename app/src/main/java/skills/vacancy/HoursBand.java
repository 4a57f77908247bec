package skills.vacancy;

import java.util.Optional;
import java.util.stream.Stream;

/** Hours a week as people look for them. A job of 16 to 32 hours stands in two bands. */
public enum HoursBand {
    LITTLE(0, 16),
    HALF(16, 24),
    MOST(24, 32),
    FULL(32, 60);

    private final int from;
    private final int to;

    HoursBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Hours from which it counts; those before the end belong to it. */
    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** As it stands in an address: 16-24. */
    public String key() {
        return from + "-" + to;
    }

    static Optional<HoursBand> of(String key) {
        return Stream.of(values()).filter(b -> b.key().equals(key)).findFirst();
    }

    /** Whether one can work so many hours in it. */
    boolean holds(Hours given) {
        return given.max() >= from && (this == FULL || given.min() < to);
    }
}
