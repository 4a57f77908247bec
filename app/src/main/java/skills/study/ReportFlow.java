package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import skills.evaluation.analysis.AttritionFinding;
import skills.evaluation.analysis.DesignFinding;
import skills.evaluation.analysis.Flow;
import skills.evaluation.plan.Wave;
import skills.study.ReportDocument.Blocks;
import skills.study.StreamFigure.Cell;

/** How many there were at each step, and who left. */
final class ReportFlow {

    private ReportFlow() {}

    /** One step of the flow, for each arm in turn. */
    private record Stage(String what, List<Integer> counts) {

        int all() {
            return counts.stream().mapToInt(c -> c).sum();
        }

        /** With one small arm the others would give it away, so only the sum is told. */
        boolean isSplit() {
            return counts.stream().noneMatch(ReportVoice::isFew);
        }
    }

    static Blocks flow(ReportVoice voice) {
        Flow flow = voice.findings().flow();
        List<Stage> stages = stages(voice, flow);
        boolean lot = voice.findings().design().byLot();
        var content =
                new StreamFigure.Content(
                        voice.t(
                                "flow.alt",
                                voice.count(flow.enrolled()),
                                voice.count(flow.offered()),
                                voice.count(flow.control()),
                                voice.count(flow.firstAndLast()),
                                voice.first(),
                                voice.last()),
                        List.of(new Cell(voice.count(flow.enrolled()), voice.t("flow.enrolled"))),
                        flow.withdrawn() == 0
                                ? List.of()
                                : List.of(
                                        new Cell(
                                                voice.count(flow.withdrawn()),
                                                voice.t("flow.withdrawn"))),
                        arms(voice, flow, stages, lot),
                        voice.t("flow.foot"));
        var blocks = new Blocks();
        boolean experiment = voice.findings().design().label() == DesignFinding.Label.EXPERIMENT;
        blocks.say(voice.t(experiment ? "flow.consort" : "flow.trend"));
        blocks.add(
                new ReportDocument.Picture(
                        voice.t("flow.caption"), StreamFigure.of(content), voice.t("flow.below")));
        blocks.fold(voice.t("flow.table"), table(voice, flow, stages));
        if (flow.contaminated() > 0)
            blocks.say(voice.t("flow.contaminated", voice.of(flow.contaminated(), flow.control())));
        if (flow.moved() > 0) blocks.say(voice.t("flow.moved", voice.count(flow.moved())));
        int unlinked = flow.linking().unlinked().values().stream().mapToInt(n -> n).sum();
        if (unlinked > 0) blocks.say(voice.t("flow.unlinked", voice.count(unlinked)));
        return blocks;
    }

    private static List<Stage> stages(ReportVoice voice, Flow flow) {
        List<Stage> stages = new ArrayList<>();
        for (Wave wave : voice.plan().waves())
            stages.add(
                    stage(
                            flow,
                            voice.t("flow.answered", voice.text(wave.name())),
                            a -> a.answered().getOrDefault(wave.id(), 0)));
        if (flow.arms().stream().anyMatch(a -> a.useUnknown() < a.allocated()))
            stages.add(stage(flow, voice.t("flow.used"), Flow.Arm::users));
        stages.add(
                stage(
                        flow,
                        voice.t("flow.both", voice.first(), voice.last()),
                        Flow.Arm::firstAndLast));
        return stages;
    }

    private static Stage stage(Flow flow, String what, ToIntFunction<Flow.Arm> count) {
        return new Stage(what, flow.arms().stream().map(count::applyAsInt).toList());
    }

    private static List<List<Cell>> arms(
            ReportVoice voice, Flow flow, List<Stage> stages, boolean lot) {
        List<List<Cell>> arms = new ArrayList<>();
        for (int i = 0; i < flow.arms().size(); i++) {
            Flow.Arm arm = flow.arms().get(i);
            List<Cell> cells = new ArrayList<>();
            cells.add(
                    new Cell(
                            voice.count(arm.allocated()),
                            voice.text(voice.plan().arm(arm.arm()).name())
                                    + (lot ? ", " + voice.t("flow.drawn") : "")));
            for (Stage stage : stages)
                cells.add(
                        stage.isSplit()
                                ? new Cell(voice.count(stage.counts().get(i)), stage.what())
                                : new Cell(voice.dash(), stage.what()));
            arms.add(cells);
        }
        return arms;
    }

    private static Blocks table(ReportVoice voice, Flow flow, List<Stage> stages) {
        List<String> head = new ArrayList<>();
        head.add(voice.t("flow.step"));
        for (Flow.Arm arm : flow.arms()) head.add(voice.text(voice.plan().arm(arm.arm()).name()));
        head.add(voice.t("flow.all"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(voice, stage(flow, voice.t("flow.enrolled"), Flow.Arm::allocated)));
        for (Stage stage : stages) rows.add(row(voice, stage));
        var blocks = new Blocks().grid(voice.t("flow.caption"), head.size() - 1, head, rows);
        if (stages.stream().anyMatch(s -> !s.isSplit())) blocks.say(voice.t("flow.small"));
        return blocks;
    }

    private static List<String> row(ReportVoice voice, Stage stage) {
        List<String> row = new ArrayList<>();
        row.add(stage.what());
        for (int count : stage.counts())
            row.add(stage.isSplit() ? voice.count(count) : voice.dash());
        row.add(voice.count(stage.all()));
        return row;
    }

    static Blocks attrition(ReportVoice voice) {
        AttritionFinding a = voice.findings().attrition();
        var blocks = new Blocks();
        blocks.say(ReportDocument.Voice.STRONG, voice.t("attrition", a.verdict()));
        blocks.say(
                voice.t(
                        "attrition.numbers",
                        voice.of(a.left(), a.enrolled()),
                        voice.percent(a.overall()),
                        voice.last()));
        boolean shown =
                !ReportVoice.isFew(a.offeredEnrolled()) && !ReportVoice.isFew(a.controlEnrolled());
        if (shown)
            blocks.say(
                    voice.t(
                            "attrition.arms",
                            voice.percent(a.offered()),
                            voice.count(a.offeredEnrolled()),
                            voice.percent(a.control()),
                            voice.count(a.controlEnrolled()),
                            voice.plain(a.differential() * 100, 0)));
        blocks.say(voice.t("attrition.rule"));
        var inside = new Blocks();
        inside.say(voice.t("attrition.leavers.text"));
        ReportMeasures.compared(
                voice,
                voice.t("attrition.leavers"),
                voice.t("attrition.left"),
                voice.t("attrition.stayed"),
                a.leavers(),
                inside);
        leaving(voice, a, inside);
        if (a.random().result() != null) {
            AttritionFinding.Little l = a.random().result();
            inside.say(
                    voice.t(
                            "attrition.little",
                            voice.count(l.n()),
                            voice.plain(l.chiSquared(), 1),
                            l.df(),
                            voice.p(l.p())));
        } else inside.say(voice.t("attrition.little.none") + " " + voice.none(a.random()));
        blocks.fold(voice.t("attrition.who"), inside);
        return blocks;
    }

    private static void leaving(ReportVoice voice, AttritionFinding a, Blocks inside) {
        if (a.leaving().result() == null) {
            inside.say(voice.t("attrition.odds.none") + " " + voice.none(a.leaving()));
            return;
        }
        AttritionFinding.Leaving l = a.leaving().result();
        List<List<String>> rows = new ArrayList<>();
        for (AttritionFinding.Term term : l.terms())
            rows.add(
                    List.of(
                            ReportMeasures.characteristic(voice, term.name()),
                            voice.plain(term.odds(), 2),
                            voice.t(
                                    "to",
                                    voice.plain(term.interval().low(), 2),
                                    voice.plain(term.interval().high(), 2)),
                            voice.p(term.p())));
        inside.grid(
                voice.t("attrition.odds", voice.of(l.left(), l.n())),
                3,
                List.of(voice.t("characteristic"), voice.t("odds"), voice.interval(), voice.t("p")),
                rows);
        inside.say(voice.t("attrition.odds.text", voice.plain(l.auc(), 2)));
    }
}
