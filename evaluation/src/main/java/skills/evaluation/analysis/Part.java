package skills.evaluation.analysis;

import org.jspecify.annotations.Nullable;
import skills.statistics.Unusable;

/**
 * One result, or why there is none.
 *
 * @param result null when it could not be computed
 * @param not null when it could
 */
public record Part<T>(@Nullable T result, @Nullable Not not) {

    /** Why a result is not there. */
    public enum Reason {
        /** A method refused these data; its sentence says why. */
        UNUSABLE,
        /** The study has no classes, or fewer than the method asks. */
        NO_CLASSES,
        /** What it is about was not measured. */
        NOT_MEASURED,
        /** Too few persons to say anything, whatever came out. */
        TOO_FEW,
        /** Nothing in it differs, so that it is not needed. */
        NOT_NEEDED
    }

    /**
     * @param sentence in English, for the log and for who looks closer
     */
    public record Not(Reason reason, String sentence) {}

    public static <T> Part<T> of(T result) {
        return new Part<>(result, null);
    }

    static <T> Part<T> not(Reason reason, String sentence) {
        return new Part<>(null, new Not(reason, sentence));
    }

    /** What a method gives; a refusal of the data becomes the reason. Anything else is thrown. */
    static <T> Part<T> attempt(java.util.function.Supplier<T> method) {
        try {
            return of(method.get());
        } catch (Unusable e) {
            return not(Reason.UNUSABLE, e.getMessage());
        }
    }

    public boolean isThere() {
        return result != null;
    }

    public void ifThere(java.util.function.Consumer<T> use) {
        if (result != null) use.accept(result);
    }

    /**
     * @throws java.util.NoSuchElementException when there is none
     */
    public T orThrow() {
        if (result == null) throw new java.util.NoSuchElementException(String.valueOf(not));
        return result;
    }
}
