package skills.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.Effect;
import skills.evaluation.analysis.MissingFinding;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.analysis.Part;
import skills.study.ReportDocument.Blocks;

/** What the difference would be with the answers that are not there. */
final class ReportMissing {

    private ReportMissing() {}

    static Blocks of(ReportVoice voice) {
        var blocks = new Blocks().say(voice.t("missing.text", voice.last()));
        for (OutcomeFinding o : ReportHead.primary(voice)) outcome(voice, o, blocks);
        blocks.fold(
                voice.t("how"),
                List.of(
                        voice.t("missing.method.imputed"),
                        voice.t("missing.method.repeated"),
                        voice.t("missing.method.weighted"),
                        voice.t("missing.method.tipping"),
                        voice.t("missing.method.lee")));
        return blocks;
    }

    private static void outcome(ReportVoice voice, OutcomeFinding o, Blocks blocks) {
        MissingFinding m = o.missing();
        blocks.sub(voice.name(o));
        List<List<String>> rows = new ArrayList<>();
        List<String> not = new ArrayList<>();
        MissingFinding.Imputed imputed = m.imputed().result();
        row(
                voice,
                o,
                imputed == null ? "" : voice.t("missing.imputed", imputed.sets()),
                imputed == null ? null : imputed.effect(),
                rows);
        none(voice, "missing.imputed.name", m.imputed(), not);
        MissingFinding.Repeated repeated = m.repeated().result();
        row(
                voice,
                o,
                repeated == null ? "" : voice.t("missing.repeated", voice.count(repeated.values())),
                repeated == null ? null : repeated.effect(),
                rows);
        none(voice, "missing.repeated.name", m.repeated(), not);
        MissingFinding.Weighted weighted = m.weighted().result();
        row(
                voice,
                o,
                weighted == null
                        ? ""
                        : voice.t("missing.weighted", voice.plain(weighted.effectiveSize(), 0)),
                weighted == null ? null : weighted.effect(),
                rows);
        none(voice, "missing.weighted.name", m.weighted(), not);
        if (!rows.isEmpty()) {
            blocks.say(
                    voice.t("missing.filled", rows.getFirst().getFirst(), rows.getFirst().get(3)));
            blocks.fold(
                    voice.t("table.behind"),
                    new Blocks()
                            .grid(
                                    voice.t("missing.caption", voice.name(o)),
                                    4,
                                    List.of(
                                            voice.t("way"),
                                            voice.t("persons"),
                                            voice.t("points"),
                                            voice.interval(),
                                            voice.t("p")),
                                    rows));
        }
        lee(voice, m, blocks);
        tipping(voice, o, blocks);
        not.forEach(blocks::say);
    }

    private static void row(
            ReportVoice voice,
            OutcomeFinding o,
            String way,
            @Nullable Effect e,
            List<List<String>> rows) {
        if (e != null && ReportVoice.isEnough(e))
            rows.add(
                    List.of(
                            way,
                            voice.words().number(e.n()),
                            voice.signed(e.estimate()),
                            voice.range(e.interval(), voice.scale(o.scale())),
                            voice.p(e.p())));
    }

    private static void none(ReportVoice voice, String name, Part<?> part, List<String> not) {
        if (part.result() == null) not.add(voice.t("missing.not", voice.t(name), voice.none(part)));
    }

    private static void tipping(ReportVoice voice, OutcomeFinding o, Blocks blocks) {
        MissingFinding.Tipping t = o.missing().tipping().result();
        if (t == null) return;
        blocks.say(
                t.at() == null || t.atSd() == null
                        ? voice.t(
                                ReportHead.isUndecided(o.graded())
                                        ? "tipping.open"
                                        : "tipping.never")
                        : voice.t("tipping.at", voice.signed(t.at()), voice.signed(t.atSd())));
        if (t.steps().isEmpty()) return;
        List<List<String>> rows = new ArrayList<>();
        for (MissingFinding.Step step : t.steps())
            rows.add(
                    List.of(
                            voice.signed(step.delta()),
                            voice.signed(step.estimate()),
                            voice.range(step.interval(), voice.scale(o.scale())),
                            voice.p(step.p())));
        blocks.fold(
                voice.t("tipping.steps"),
                new Blocks()
                        .grid(
                                voice.t("tipping.steps"),
                                3,
                                List.of(
                                        voice.t("tipping.move"),
                                        voice.t("points"),
                                        voice.interval(),
                                        voice.t("p")),
                                rows));
    }

    private static void lee(ReportVoice voice, MissingFinding m, Blocks blocks) {
        MissingFinding.Lee l = m.lee().result();
        if (l == null) {
            blocks.say(voice.t("missing.not", voice.t("missing.lee.name"), voice.none(m.lee())));
            return;
        }
        blocks.say(
                voice.t("lee", voice.range(l.bounds()), voice.count(l.offered() + l.control()))
                        + " "
                        + voice.t(l.bounds().holds(0) ? "lee.zero" : "lee.side"));
    }
}
