package skills.matching;

/**
 * Something that can count in the explorer beside skills.
 *
 * @param component traits or drives
 * @param state counts, off or open
 * @param minutes to answer it, when it is open
 * @param questionnaire where it is answered
 */
record CountsView(String component, Inclinations.State state, int minutes, String questionnaire) {

    static CountsView of(Inclinations.Counting counting) {
        return new CountsView(
                counting.component().key(),
                counting.state(),
                counting.minutesLeft(),
                "/questions/" + counting.component().questionnaire());
    }

    boolean isOn() {
        return state == Inclinations.State.COUNTS;
    }

    boolean isOpen() {
        return state == Inclinations.State.OPEN;
    }
}
