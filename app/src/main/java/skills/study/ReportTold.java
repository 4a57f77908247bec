package skills.study;

import java.util.ArrayList;
import java.util.List;
import skills.evaluation.analysis.Findings;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.plan.Plan;
import skills.platform.Words;
import skills.study.ReportDocument.Blocks;
import skills.study.ReportDocument.Fact;
import skills.study.ReportDocument.Facts;
import skills.study.ReportDocument.Section;
import skills.study.ReportDocument.Voice;

/** What came out, on one page for those who took part: words first, hardly a number. */
final class ReportTold {

    private ReportTold() {}

    static ReportDocument of(Findings findings, Plan plan, Words words) {
        var voice = new ReportVoice(words, plan, findings);
        var flow = findings.flow();
        var lead = new Blocks();
        lead.say(
                Voice.LEAD,
                voice.t(
                        "told.who",
                        voice.count(flow.enrolled()),
                        voice.of(flow.firstAndLast(), flow.enrolled())));
        if (!voice.text(plan.question()).isBlank())
            lead.say(voice.t("told.question", voice.text(plan.question())));
        if (!voice.text(plan.remark()).isBlank()) lead.say(Voice.NOTE, voice.text(plan.remark()));
        List<Fact> facts = new ArrayList<>();
        for (OutcomeFinding o : ReportHead.primary(voice))
            facts.add(new Fact(voice.name(o), ReportHead.sentence(voice, o)));
        var answer = new Blocks().add(new Facts(facts));
        answer.say(voice.t("told.means"));
        var not =
                new Blocks()
                        .bullets(
                                voice.t("told.not.use"),
                                voice.t("told.not.you"),
                                voice.t("told.not.scales"));
        var data = new Blocks().say(voice.t("told.data.text", plan.retentionMonths()));
        return new ReportDocument(
                ReportHead.title(voice),
                voice.text(plan.title()),
                plan.simulated(),
                lead.list(),
                List.of(
                        new Section("answer", voice.t("answer.title"), answer.list()),
                        new Section("not", voice.t("told.not.title"), not.list()),
                        new Section("data", voice.t("told.data.title"), data.list())));
    }
}
