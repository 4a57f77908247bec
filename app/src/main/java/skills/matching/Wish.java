package skills.matching;

import org.jspecify.annotations.Nullable;

/**
 * What a person wishes of a job, as far as she said so.
 *
 * @param hoursMin hours a week at least; null: no wish
 * @param hoursMax hours a week at most; null: no wish
 * @param pay gross euros a month at least, for a full week; null: no wish
 */
record Wish(@Nullable Integer hoursMin, @Nullable Integer hoursMax, @Nullable Integer pay) {

    static final Wish NONE = new Wish(null, null, null);

    boolean isEmpty() {
        return hoursMin == null && hoursMax == null && pay == null;
    }
}
