package skills.assessment;

import java.util.Optional;

/** What somebody answered to one question. */
sealed interface Answer {

    /**
     * One of the answers under a statement or skill.
     *
     * @param value 0 to 4, the first shown to the last
     */
    record Chosen(int value) implements Answer {}

    /**
     * The most and the least important of a block.
     *
     * @param best place in the block, from 0
     * @param worst another place
     */
    record BestWorst(int best, int worst) implements Answer {}

    /** Left out with a reason, which is not the same as not yet or not at all. */
    enum Skipped implements Answer {
        DOES_NOT_APPLY("does-not-apply"),
        DO_NOT_KNOW("do-not-know"),
        NOT_CLEAR("not-clear"),
        RATHER_NOT("rather-not");

        final String word;

        Skipped(String word) {
            this.word = word;
        }
    }

    /** An earlier answer was taken back: open again. */
    record TakenBack() implements Answer {}

    /** From the fields of a form; empty when nothing or nothing that exists was chosen. */
    static Optional<Answer> of(AnswerForm form) {
        if (!form.undo().isEmpty()) return Optional.of(new TakenBack());
        for (Skipped reason : Skipped.values())
            if (reason.word.equals(form.skip())) return Optional.of(reason);
        if (form.value().matches("[0-4]"))
            return Optional.of(new Chosen(Integer.parseInt(form.value())));
        boolean both = form.best().matches("[0-9]") && form.worst().matches("[0-9]");
        return both && !form.best().equals(form.worst())
                ? Optional.of(
                        new BestWorst(
                                Integer.parseInt(form.best()), Integer.parseInt(form.worst())))
                : Optional.empty();
    }
}
