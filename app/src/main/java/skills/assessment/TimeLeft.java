package skills.assessment;

import skills.platform.Ui;

/** What a number of questions still takes, in words. */
final class TimeLeft {

    private static final int HALF_A_MINUTE = 30;

    private TimeLeft() {}

    static String of(Ui ui, int questions, int secondsEach) {
        return of(ui, questions, secondsEach, 0);
    }

    /**
     * @param more seconds of what comes after these questions
     */
    static String of(Ui ui, int questions, int secondsEach, int more) {
        int seconds = questions * secondsEach + more;
        if (seconds == 0) return ui.t("assessment.left.none");
        if (seconds <= HALF_A_MINUTE) return ui.t("assessment.left.half");
        int minutes = (seconds + 59) / 60;
        return minutes == 1 ? ui.t("assessment.left.one") : ui.t("assessment.left", minutes);
    }
}
