package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.AsOffered;
import skills.evaluation.analysis.Effect;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.analysis.Size;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Wave;
import skills.study.ReportDocument.Blocks;
import skills.study.ReportDocument.Picture;
import skills.study.ReportDocument.Voice;

/** The difference between who was offered it and who was not: what the study is about. */
final class ReportOffered {

    private ReportOffered() {}

    static Blocks of(ReportVoice voice) {
        var blocks = new Blocks();
        List<OutcomeFinding> primary = ReportHead.primary(voice);
        List<OutcomeFinding> others =
                voice.findings().outcomes().stream().filter(o -> !o.primary()).toList();
        blocks.say(voice.t("offered.text"));
        if (!primary.isEmpty()) {
            blocks.add(
                    new Picture(
                            voice.t("forest.caption", voice.last()),
                            forest(voice, primary),
                            voice.t("forest.below", voice.interval())));
            blocks.fold(voice.t("table.behind"), table(voice, primary));
        }
        for (OutcomeFinding o : primary) outcome(voice, o, blocks);
        if (!others.isEmpty()) {
            blocks.sub(voice.t("others.title"));
            blocks.say(voice.t("others.text"));
            blocks.add(
                    new Picture(
                            voice.t("forest.others", voice.last()),
                            forest(voice, others),
                            voice.t("forest.below", voice.interval())));
            blocks.fold(voice.t("table.behind"), table(voice, others));
            for (OutcomeFinding o : others) outcome(voice, o, blocks);
        }
        return blocks;
    }

    static Figure forest(ReportVoice voice, List<OutcomeFinding> outcomes) {
        List<ForestFigure.Row> rows = new ArrayList<>();
        for (OutcomeFinding o : outcomes) {
            Effect effect = shown(o);
            rows.add(
                    effect == null
                            ? new ForestFigure.Row(
                                    voice.name(o),
                                    null,
                                    null,
                                    null,
                                    voice.t("nofigure"),
                                    Figure.Shape.SQUARE)
                            : new ForestFigure.Row(
                                    voice.name(o),
                                    effect.sd(),
                                    effect.sdInterval().low(),
                                    effect.sdInterval().high(),
                                    voice.signed(effect.sd()),
                                    Figure.Shape.SQUARE));
        }
        return ForestFigure.of(
                rows,
                new ForestFigure.Frame(
                        voice.t("forest.alt", outcomes.size()),
                        voice.t("forest.left"),
                        voice.t("forest.right"),
                        v -> voice.plain(v, v == Math.rint(v) ? 0 : 1)));
    }

    private static @Nullable Effect shown(OutcomeFinding o) {
        Effect effect = o.asOffered().effect().result();
        return effect == null || !ReportVoice.isEnough(effect) ? null : effect;
    }

    private static Blocks table(ReportVoice voice, List<OutcomeFinding> outcomes) {
        List<List<String>> rows = new ArrayList<>();
        for (OutcomeFinding o : outcomes) {
            Effect e = shown(o);
            Size.Detectable d = o.size().detectable().result();
            String none = voice.dash();
            rows.add(
                    List.of(
                            voice.name(o),
                            e == null ? none : voice.words().number(e.n()),
                            e == null ? none : voice.signed(e.estimate()),
                            e == null ? none : voice.range(e.interval()),
                            e == null ? none : voice.signed(e.sd()),
                            e == null || d == null ? none : voice.plain(d.sd(), 2),
                            e == null ? none : voice.p(e.p()),
                            voice.t("grade." + ReportHead.word(o.graded().grade()))));
        }
        return new Blocks()
                .grid(
                        voice.t("table.caption"),
                        6,
                        List.of(
                                voice.t("outcome"),
                                voice.t("persons"),
                                voice.t("points"),
                                voice.interval(),
                                voice.t("sd"),
                                voice.t("detectable"),
                                voice.t("p"),
                                voice.t("grade.title")),
                        rows);
    }

    private static void outcome(ReportVoice voice, OutcomeFinding o, Blocks blocks) {
        Scale scale = voice.scale(o.scale());
        blocks.sub(voice.name(o));
        blocks.say(Voice.STRONG, ReportHead.sentence(voice, o));
        Effect effect = o.asOffered().effect().result();
        if (effect == null) blocks.say(voice.none(o.asOffered().effect()));
        else if (!ReportVoice.isEnough(effect)) blocks.say(voice.t("say.nofigure"));
        else {
            blocks.say(voice.difference(effect) + " " + voice.persons(effect));
            blocks.say(
                    voice.t("scale.range", scale.lowest(), scale.highest())
                            + " "
                            + ReportHead.better(voice, scale)
                            + " "
                            + voice.t("expected", o.expected()));
            detectable(voice, o, blocks);
            blocks.fold(voice.t("how"), method(voice, o));
        }
        trajectory(voice, o, blocks);
    }

    private static void detectable(ReportVoice voice, OutcomeFinding o, Blocks blocks) {
        Size.Detectable d = o.size().detectable().result();
        if (d == null) return;
        blocks.say(
                d.classes() > 0
                        ? voice.t(
                                "detectable.classes",
                                voice.plain(d.sd(), 2),
                                voice.points(d.sd(), o),
                                d.classes(),
                                voice.plain(d.icc(), 2))
                        : voice.t(
                                "detectable.persons",
                                voice.plain(d.sd(), 2),
                                voice.points(d.sd(), o)));
    }

    private static Blocks method(ReportVoice voice, OutcomeFinding o) {
        AsOffered a = o.asOffered();
        Effect lead = a.effect().orThrow();
        Blocks blocks = voice.method(a.lead().name().toLowerCase(Locale.ROOT), lead);
        if (!a.adjustedFor().isEmpty())
            blocks.say(voice.t("adjusted", String.join(", ", a.adjustedFor())));
        blocks.say(voice.t("sd.unit", voice.points(1, o), voice.first()));
        List<List<String>> rows = new ArrayList<>();
        row(voice, "lead.persons", a.persons().result(), rows);
        AsOffered.Classes classes = a.classes().result();
        row(voice, "lead.classes", classes == null ? null : classes.effect(), rows);
        row(voice, "lead.clusters", a.clusters().result(), rows);
        if (rows.size() > 1)
            blocks.grid(
                    voice.t("ways"),
                    3,
                    List.of(voice.t("way"), voice.t("points"), voice.interval(), voice.t("p")),
                    rows);
        if (classes != null) classes(voice, classes, blocks);
        return blocks;
    }

    private static void row(
            ReportVoice voice, String way, @Nullable Effect e, List<List<String>> rows) {
        if (e != null && ReportVoice.isEnough(e))
            rows.add(
                    List.of(
                            voice.t(way),
                            voice.signed(e.estimate()),
                            voice.range(e.interval()),
                            voice.p(e.p())));
    }

    private static void classes(ReportVoice voice, AsOffered.Classes c, Blocks blocks) {
        AsOffered.Permutation permutation = c.permutation();
        if (permutation != null)
            // With many ways the smallest p is no hindrance, and would be printed as 0.
            blocks.say(
                    permutation.smallestPossible() < .005
                            ? voice.t(
                                    "permutation.many",
                                    voice.words().number(permutation.allocations()),
                                    voice.p(permutation.p()))
                            : voice.t(
                                    "permutation",
                                    voice.words().number(permutation.allocations()),
                                    voice.p(permutation.p()),
                                    voice.plain(permutation.smallestPossible(), 2)));
        blocks.say(
                voice.t(
                        c.wild().complete() ? "wild.all" : "wild.drawn",
                        voice.words().number(c.wild().patterns()),
                        voice.p(c.wild().p())));
        AsOffered.Random random = c.random();
        if (random != null)
            blocks.say(
                    voice.t(
                                    "random",
                                    voice.signed(random.estimate()),
                                    voice.p(random.p()),
                                    voice.plain(random.df(), 1),
                                    voice.plain(random.icc(), 2))
                            + (random.singular() ? " " + voice.t("random.singular") : ""));
    }

    /** With one small arm at a wave the count of the other would give it away. */
    private static boolean isHidden(OutcomeFinding o, OutcomeFinding.Point point) {
        return !ReportVoice.isFew(point.n())
                && o.trajectory().stream()
                        .anyMatch(p -> p.wave().equals(point.wave()) && ReportVoice.isFew(p.n()));
    }

    private static void trajectory(ReportVoice voice, OutcomeFinding o, Blocks blocks) {
        List<Wave> waves = voice.plan().waves();
        List<PathFigure.Path> paths = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        boolean any = false;
        for (boolean offered : new boolean[] {false, true}) {
            List<PathFigure.At> at = new ArrayList<>();
            for (Wave wave : waves) {
                OutcomeFinding.Point point =
                        o.trajectory().stream()
                                .filter(p -> p.offered() == offered && p.wave().equals(wave.id()))
                                .findFirst()
                                .orElse(null);
                boolean shown =
                        point != null && point.mean() != null && point.n() >= ReportVoice.SMALLEST;
                any |= shown;
                at.add(
                        !shown
                                ? PathFigure.At.NONE
                                : new PathFigure.At(
                                        point.mean(),
                                        point.interval() == null ? null : point.interval().low(),
                                        point.interval() == null ? null : point.interval().high()));
                rows.add(
                        List.of(
                                voice.t(offered ? "offered.short" : "control.short")
                                        + ", "
                                        + voice.text(wave.name()),
                                point == null || isHidden(o, point)
                                        ? voice.dash()
                                        : voice.count(point.n()),
                                shown ? voice.plain(point.mean(), 2) : voice.dash(),
                                shown && point.interval() != null
                                        ? voice.t(
                                                "to",
                                                voice.plain(point.interval().low(), 2),
                                                voice.plain(point.interval().high(), 2))
                                        : voice.dash()));
            }
            paths.add(
                    new PathFigure.Path(voice.t(offered ? "offered.short" : "control.short"), at));
        }
        if (!any) return;
        Scale scale = voice.scale(o.scale());
        blocks.add(
                new Picture(
                        voice.t("path.caption", voice.name(o)),
                        PathFigure.of(
                                voice.t("path.alt", voice.name(o)),
                                waves.stream().map(w -> voice.text(w.name())).toList(),
                                paths,
                                scale.lowest(),
                                scale.highest()),
                        voice.t("path.below")));
        blocks.fold(
                voice.t("table.behind"),
                new Blocks()
                        .grid(
                                voice.t("path.caption", voice.name(o)),
                                3,
                                List.of(
                                        voice.t("path.who"),
                                        voice.t("persons"),
                                        voice.t("mean"),
                                        voice.interval()),
                                rows));
    }
}
