package skills.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer as sent; missing fields are empty.
 *
 * @param value 0 to 4: the answer chosen
 * @param best place of the most important in a block, from 0
 * @param worst place of the least important
 * @param skip reason for leaving out
 * @param undo anything: take the answer back
 * @param client the sender's own id
 * @param seq the sender's own numbering
 * @param focus milliseconds that the question was in view
 * @param ago milliseconds since it was answered
 */
record AnswerForm(
        String value,
        String best,
        String worst,
        String skip,
        String undo,
        String client,
        String seq,
        String focus,
        String ago) {

    AnswerForm {
        value = orEmpty(value);
        best = orEmpty(best);
        worst = orEmpty(worst);
        skip = orEmpty(skip);
        undo = orEmpty(undo);
        client = orEmpty(client);
        seq = orEmpty(seq);
        focus = orEmpty(focus);
        ago = orEmpty(ago);
    }

    /** A new one where none was sent: then sending twice counts twice. */
    UUID clientId() {
        try {
            return UUID.fromString(client);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    long clientSeq() {
        return number(seq);
    }

    long focusMs() {
        return number(focus);
    }

    long agoMs() {
        return number(ago);
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : 0;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
