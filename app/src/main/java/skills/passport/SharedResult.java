package skills.passport;

import java.util.List;
import skills.assessment.Finding;
import skills.assessment.Instrument;
import skills.assessment.Result;
import skills.assessment.ScoreReport;

/**
 * A result as one reader may see it: words, without numbers and without bands.
 *
 * @param findings what was chosen and can be said, in the order of the instrument, so that leaving
 *     something out does not show in the order
 * @param note what the person wrote above it; empty for none
 */
record SharedResult(Result result, ScoreReport report, List<Finding> findings, String note) {

    Instrument instrument() {
        return report.instrument();
    }

    /** Whether the choices it rests on contradict each other as much as chance does. */
    boolean isScattered() {
        return report.agreement() != null && !report.agreement().isBeyondChance();
    }

    /** Of the message that says how sure a finding is. */
    static String sureKey(Finding finding) {
        return "share.sure." + finding.sure();
    }
}
