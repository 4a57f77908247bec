package skills.assessment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.Faults;
import skills.platform.Ui;
import skills.profile.Level;

/**
 * The page of one question; it carries all others too, so that answering goes on without a
 * connection.
 *
 * @param about the occupation or the instrument
 * @param lead how to answer; null where the question says it itself
 * @param generated the sentences were made by a rule
 * @param skips reasons to leave out that make sense here
 * @param position of the question shown, from 1
 * @param secondsEach what one question takes
 * @param secondsAfter what the other questionnaires of the same round still take
 * @param only the one language that the questions have; null: they have both
 */
record ItemView(
        AssessmentSession session,
        LocalizedText about,
        @Nullable LocalizedText lead,
        boolean generated,
        List<Answer.Skipped> skips,
        int position,
        List<Item> items,
        int secondsEach,
        int secondsAfter,
        @Nullable Language only,
        Faults faults) {

    /**
     * @param client id under which an answer from this page is kept
     */
    record Item(int position, What what, @Nullable Answer answer, UUID client) {

        boolean isChosen(int value) {
            return answer instanceof Answer.Chosen c && c.value() == value;
        }

        boolean isBest(int place) {
            return answer instanceof Answer.BestWorst b && b.best() == place;
        }

        boolean isWorst(int place) {
            return answer instanceof Answer.BestWorst b && b.worst() == place;
        }

        boolean isAnswered() {
            return answer != null;
        }

        /** The answer as the fields of a form; empty without one. */
        String given() {
            return switch (answer) {
                case Answer.Chosen c -> "value=" + c.value();
                case Answer.BestWorst b -> "best=" + b.best() + "&worst=" + b.worst();
                case Answer.Skipped s -> "skip=" + s.word;
                case null, default -> "";
            };
        }
    }

    /** What is asked. */
    sealed interface What {

        /**
         * @param levels what one does at each level; empty when there are no sentences
         */
        record OfSkill(LocalizedText name, List<LocalizedText> levels) implements What {}

        /**
         * @param scene address of its drawing; null: in words only
         * @param description what the drawing shows; null without one
         */
        record Statement(
                LocalizedText text,
                List<LocalizedText> answers,
                @Nullable String scene,
                @Nullable LocalizedText description)
                implements What {}

        /** Which matters most, which least. */
        record Choice(List<LocalizedText> options) implements What {}
    }

    /** The language of a text that is there in one only; null when it is in the language read. */
    @Nullable String language(LocalizedText text) {
        return only == null || !text.nl().equals(text.en()) ? null : only.code();
    }

    Item shown() {
        return items.get(position - 1);
    }

    int total() {
        return items.size();
    }

    int open() {
        return (int) items.stream().filter(i -> !i.isAnswered()).count();
    }

    boolean isAboutSkills() {
        return session.subject() instanceof Subject.SkillsOf;
    }

    /** Whether another room asks it: then there is no result at the end. */
    boolean isOfRound() {
        return session.round() != null;
    }

    /** What so many questions here, and all that comes after, still take. */
    String left(Ui ui, int open) {
        return TimeLeft.of(ui, open, secondsEach, secondsAfter);
    }

    /** Word in the keys of messages: skills or questions. */
    String key() {
        return isAboutSkills() ? "assessment" : "questions";
    }

    /** Which of the three the script is to show. */
    String kind() {
        return switch (shown().what()) {
            case What.OfSkill s -> "skill";
            case What.Statement s -> "statement";
            case What.Choice c -> "choice";
        };
    }

    /** Whether any statement comes with a drawing: then all leave room for one. */
    boolean hasScenes() {
        return items.stream()
                .anyMatch(i -> i.what() instanceof What.Statement s && s.scene() != null);
    }

    int levels() {
        return Level.values().length;
    }

    /** The address of a question up to its position. */
    String base() {
        return address(0).replaceAll("0$", "");
    }

    String address(int at) {
        return session.address(at);
    }

    /** Back from a position: the one before, from the first to where the person chooses. */
    String back(int at) {
        return at == 1 ? "/next" : address(at - 1);
    }

    /** Where stopping leads: there is something to see as soon as something was answered. */
    String stop() {
        return isOfRound() || isAboutSkills() || open() == total() ? "/next" : session.end();
    }
}
