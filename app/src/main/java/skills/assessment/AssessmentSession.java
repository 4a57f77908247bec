package skills.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One going through questions.
 *
 * @param items in the order in which they are asked
 * @param answers what counts now, by item; an answer that was taken back is not in it
 * @param round what it belongs to; null for the holder's own questions
 */
record AssessmentSession(
        SessionId id,
        Subject subject,
        Instant begunAt,
        List<AskedItem> items,
        Map<String, Answer> answers,
        @Nullable Round round) {

    /** Late answers that were given in time are taken so long after the closing. */
    static final Duration ON_THE_WAY = Duration.ofDays(1);

    /**
     * Questions that another room asks.
     *
     * @param onward address that the last answer leads to; the same for all sessions of a round
     * @param closes first moment at which no answer is given any more
     */
    record Round(String onward, int place, Instant closes) {

        boolean takes(Instant answered, Instant now) {
            return answered.isBefore(closes) && now.isBefore(closes.plus(ON_THE_WAY));
        }
    }

    AssessmentSession with(Map<String, Answer> others) {
        return new AssessmentSession(id, subject, begunAt, items, others, round);
    }

    int total() {
        return items.size();
    }

    int open() {
        return (int) items.stream().filter(i -> !answers.containsKey(i.id())).count();
    }

    boolean isDone() {
        return open() == 0;
    }

    /**
     * @param position from 1
     */
    boolean has(int position) {
        return position >= 1 && position <= items.size();
    }

    AskedItem item(int position) {
        return items.get(position - 1);
    }

    @Nullable Answer answer(int position) {
        return answers.get(item(position).id());
    }

    /**
     * The first open question after a position, else the first open one; empty when all are
     * answered.
     */
    OptionalInt nextOpen(int after) {
        OptionalInt later = open(after + 1);
        return later.isPresent() ? later : open(1);
    }

    private OptionalInt open(int from) {
        return IntStream.rangeClosed(from, total())
                .filter(p -> !answers.containsKey(item(p).id()))
                .findFirst();
    }

    /** Where its questions are. */
    String address(int position) {
        // A round has an address of its own: whoever counts what is opened must not count it.
        String room =
                round != null
                        ? "/round/"
                        : subject instanceof Subject.SkillsOf ? "/skills/" : "/questions/";
        return room + id + "/" + position;
    }

    /** The next open question, or where the result is. */
    String onward(int after) {
        var next = nextOpen(after);
        return next.isPresent() ? address(next.getAsInt()) : end();
    }

    /** Where the result is, or what asked for it. */
    String end() {
        if (round != null) return round.onward();
        return switch (subject) {
            case Subject.SkillsOf s -> "/skills/done";
            case Subject.Questionnaire q -> "/results/" + q.instrument().name();
        };
    }
}
