package skills.study;

import java.time.Instant;
import java.util.List;
import skills.evaluation.analysis.Findings;
import skills.evaluation.plan.Plan;
import skills.platform.Words;
import skills.study.ReportDocument.Blocks;
import skills.study.ReportDocument.Section;

/** Puts what came out of a study into words, in the fixed order of a report. */
final class ReportWriter {

    /** Kept reports of an older number are made anew. */
    static final String VERSION = "1";

    private ReportWriter() {}

    /** Something that was done otherwise than planned. */
    record Deviation(Instant at, String text) {}

    static ReportDocument of(
            Findings findings, Plan plan, List<Deviation> deviations, Words words) {
        var voice = new ReportVoice(words, plan, findings);
        return new ReportDocument(
                ReportHead.title(voice),
                voice.text(plan.title()),
                plan.simulated(),
                ReportHead.lead(voice).list(),
                List.of(
                        section(voice, "flow", ReportFlow.flow(voice)),
                        section(voice, "attrition", ReportFlow.attrition(voice)),
                        section(voice, "baseline", ReportMeasures.baseline(voice)),
                        section(voice, "measurement", ReportMeasures.measurement(voice)),
                        section(voice, "offered", ReportOffered.of(voice)),
                        section(voice, "missing", ReportMissing.of(voice)),
                        section(voice, "users", ReportUse.amongUsers(voice)),
                        section(voice, "treated", ReportUse.asTreated(voice)),
                        section(voice, "dose", ReportUse.dose(voice)),
                        section(voice, "many", ReportSizes.many(voice)),
                        section(voice, "equivalence", ReportSizes.equivalence(voice)),
                        section(voice, "change", ReportSizes.change(voice)),
                        section(voice, "sensitivity", ReportSizes.sensitivity(voice)),
                        section(voice, "deviations", ReportFoot.deviations(voice, deviations)),
                        section(voice, "definitions", ReportFoot.definitions(voice)),
                        section(voice, "versions", ReportFoot.versions(voice))));
    }

    private static Section section(ReportVoice voice, String id, Blocks blocks) {
        return new Section(id, voice.t(id + ".title"), blocks.list());
    }
}
