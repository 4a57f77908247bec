package skills.assessment;

import java.util.List;
import java.util.Optional;
import skills.kernel.LocalizedText;
import skills.statistics.measurement.ReliableChange;

/**
 * Whether a scale changed between two times by more than the errors of both explain.
 *
 * @param verdict what may be said
 */
record Change(Instrument.Scale scale, Verdict verdict) {

    enum Verdict {
        HIGHER,
        LOWER,
        /** Nothing larger than the errors: not the same as no change. */
        CANNOT_TELL,
        /** Another version or method, no error, or too few answers at one of the times. */
        NOT_COMPARABLE
    }

    boolean isShown() {
        return verdict == Verdict.HIGHER || verdict == Verdict.LOWER;
    }

    /** Of a message with the name of the scale; only where {@link #isShown()}. */
    String key() {
        return "results.change." + verdict.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The end of the line towards which it went; only where {@link #isShown()}. */
    LocalizedText toward() {
        LocalizedText end = verdict == Verdict.HIGHER ? scale.high() : scale.low();
        return end.nl().isBlank() ? scale.name() : end;
    }

    /** Changes that chance alone would show in 1 of 20 scales. */
    static final double LEVEL = .95;

    static List<Change> between(Instrument instrument, Result before, Result after) {
        boolean same =
                before.instrument().equals(after.instrument())
                        && before.scoring().equals(after.scoring());
        return instrument.scales().stream()
                .map(
                        s ->
                                new Change(
                                        s,
                                        same
                                                ? verdict(
                                                        before.scores().of(s.id()),
                                                        after.scores().of(s.id()))
                                                : Verdict.NOT_COMPARABLE))
                .toList();
    }

    private static Verdict verdict(Optional<ScaleScore> before, Optional<ScaleScore> after) {
        if (before.isEmpty() || after.isEmpty()) return Verdict.NOT_COMPARABLE;
        ScaleScore b = before.get();
        ScaleScore a = after.get();
        if (b.standardError() == null || a.standardError() == null) return Verdict.NOT_COMPARABLE;
        return switch (ReliableChange.between(
                        b.estimate(), b.standardError(), a.estimate(), a.standardError(), LEVEL)
                .verdict()) {
            case HIGHER -> Verdict.HIGHER;
            case LOWER -> Verdict.LOWER;
            case NOT_SHOWN -> Verdict.CANNOT_TELL;
        };
    }
}
