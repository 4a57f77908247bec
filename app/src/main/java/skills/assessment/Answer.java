package skills.assessment;

import java.util.Optional;
import skills.profile.Level;

/** What somebody answered to one skill. */
sealed interface Answer {

    /** How far it goes. */
    record AtLevel(Level level) implements Answer {}

    /** Left out with a reason, which is not the same as not yet. */
    enum Skipped implements Answer {
        DOES_NOT_APPLY("does-not-apply"),
        DO_NOT_KNOW("do-not-know");

        final String word;

        Skipped(String word) {
            this.word = word;
        }
    }

    /** An earlier answer was taken back: open again. */
    record TakenBack() implements Answer {}

    /** From the fields of a form; empty when nothing or nothing that exists was chosen. */
    static Optional<Answer> of(String level, String skip, String undo) {
        if (!undo.isEmpty()) return Optional.of(new TakenBack());
        for (Skipped reason : Skipped.values())
            if (reason.word.equals(skip)) return Optional.of(reason);
        return level.matches("[0-4]")
                ? Optional.of(new AtLevel(Level.of(Integer.parseInt(level))))
                : Optional.empty();
    }
}
