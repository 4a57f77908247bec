package skills.study;

import java.util.ArrayList;
import java.util.List;
import skills.evaluation.analysis.Compared;
import skills.evaluation.analysis.Measurement;
import skills.study.ReportDocument.Blocks;

/** How alike the arms began, and how well the scales measured. */
final class ReportMeasures {

    private ReportMeasures() {}

    static Blocks baseline(ReportVoice voice) {
        var blocks = new Blocks();
        List<Compared> enrolled = voice.findings().baseline().enrolled();
        long different =
                enrolled.stream().filter(c -> c.alike() == Compared.Alike.TOO_DIFFERENT).count();
        blocks.say(voice.t("baseline.text", different, enrolled.size()));
        var all = new Blocks();
        compared(
                voice,
                voice.t("baseline.enrolled"),
                voice.t("offered.short"),
                voice.t("control.short"),
                enrolled,
                all);
        blocks.fold(voice.t("baseline.enrolled"), all);
        var inside = new Blocks();
        compared(
                voice,
                voice.t("baseline.analysed", voice.first(), voice.last()),
                voice.t("offered.short"),
                voice.t("control.short"),
                voice.findings().baseline().analysed(),
                inside);
        blocks.fold(voice.t("baseline.analysed", voice.first(), voice.last()), inside);
        return blocks.say(ReportDocument.Voice.SMALL, voice.t("baseline.rule"));
    }

    /** A table of two groups, without a p value. */
    static void compared(
            ReportVoice voice,
            String caption,
            String group,
            String reference,
            List<Compared> rows,
            Blocks blocks) {
        if (rows.isEmpty()) {
            blocks.say(voice.t("compared.none"));
            return;
        }
        List<List<String>> table = new ArrayList<>();
        for (Compared c : rows) {
            boolean few =
                    ReportVoice.isFew(c.group().n())
                            || ReportVoice.isFew(c.reference().n())
                            || c.difference() == null;
            table.add(
                    List.of(
                            characteristic(voice, c.name()),
                            summary(voice, c, c.group()),
                            summary(voice, c, c.reference()),
                            few ? voice.dash() : voice.signed(c.difference()),
                            few || c.varianceRatio() == null
                                    ? voice.dash()
                                    : voice.plain(c.varianceRatio(), 2),
                            few || c.alike() == null ? voice.dash() : voice.t("alike", c.alike())));
        }
        blocks.grid(
                caption,
                4,
                List.of(
                        voice.t("characteristic"),
                        group,
                        reference,
                        voice.t("smd"),
                        voice.t("varianceratio"),
                        voice.t("alike.title")),
                table);
    }

    private static String summary(ReportVoice voice, Compared c, Compared.Summary s) {
        if (ReportVoice.isFew(s.n())) return voice.t("few");
        if (s.mean() == null) return voice.dash();
        return c.name().equals("female")
                ? voice.t("summary.share", voice.percent(s.mean()), s.n())
                : s.sd() == null
                        ? voice.t("summary.mean", voice.plain(s.mean(), 2), s.n())
                        : voice.t(
                                "summary.sd",
                                voice.plain(s.mean(), 2),
                                voice.plain(s.sd(), 2),
                                s.n());
    }

    /** "age", "female", "offered", the id of a scale, or a column of the data. */
    static String characteristic(ReportVoice voice, String name) {
        return switch (name) {
            case "age", "female", "male", "offered" -> voice.t("characteristic." + name);
            default ->
                    voice.plan().scales().stream()
                            .filter(s -> s.id().equals(name))
                            .map(s -> voice.text(s.name()) + " (" + voice.first() + ")")
                            .findFirst()
                            .orElse(name);
        };
    }

    static Blocks measurement(ReportVoice voice) {
        var blocks = new Blocks();
        List<List<String>> rows = new ArrayList<>();
        List<Measurement> all = voice.findings().measurement();
        for (Measurement m : all) for (Measurement.Wave w : m.waves()) rows.add(row(voice, m, w));
        blocks.say(voice.t("measurement.text"));
        if (rows.isEmpty()) return blocks.say(voice.t("measurement.none"));
        var table = new Blocks();
        table.grid(
                voice.t("measurement.caption"),
                4,
                List.of(
                        voice.t("scale"),
                        voice.t("answered"),
                        voice.t("alpha"),
                        voice.t("omega"),
                        voice.t("ordinal")),
                rows);
        table.say(voice.t("measurement.method"));
        blocks.say(lowest(voice, all));
        blocks.fold(voice.t("measurement.caption"), table);
        blocks.sub(voice.t("invariance.title", voice.first(), voice.last()));
        for (Measurement m : all) blocks.say(voice.name(m.scale()) + ": " + invariance(voice, m));
        var inside = new Blocks();
        for (Measurement m : all) changes(voice, m, inside);
        if (!inside.isEmpty()) blocks.fold(voice.t("items.title"), inside);
        return blocks;
    }

    /** Which scales hang together too little, of those with enough answers to see it. */
    private static String lowest(ReportVoice voice, List<Measurement> all) {
        List<String> low = new ArrayList<>();
        for (Measurement m : all)
            for (Measurement.Wave w : m.waves()) {
                Measurement.Alpha a = w.alpha().result();
                if (a != null && a.n() >= ReportVoice.SMALLEST && a.alpha() < .7)
                    low.add(
                            voice.t(
                                    "measurement.low",
                                    voice.name(m.scale()),
                                    voice.wave(w.wave()),
                                    voice.plain(a.alpha(), 2)));
            }
        return low.isEmpty()
                ? voice.t("measurement.fine")
                : voice.t("measurement.lows", String.join(", ", low));
    }

    private static List<String> row(ReportVoice voice, Measurement m, Measurement.Wave w) {
        boolean few = w.answered() < ReportVoice.SMALLEST;
        var alpha = few ? null : w.alpha().result();
        var omega = few ? null : w.omega().result();
        var ordinal = few ? null : w.ordinal().result();
        return List.of(
                voice.name(m.scale()) + ", " + voice.wave(w.wave()),
                voice.count(w.answered()),
                alpha == null
                        ? voice.dash()
                        : voice.plain(alpha.alpha(), 2)
                                + " ("
                                + voice.t(
                                        "to",
                                        voice.plain(alpha.interval().low(), 2),
                                        voice.plain(alpha.interval().high(), 2))
                                + ")",
                omega == null || !omega.proper() ? voice.dash() : voice.plain(omega.omega(), 2),
                ordinal == null ? voice.dash() : voice.plain(ordinal.omega(), 2));
    }

    private static String invariance(ReportVoice voice, Measurement m) {
        Measurement.Invariance i = m.invariance().result();
        if (i == null) return voice.t("invariance.none", m.invariance().not().reason());
        return voice.t(
                i.holds() == null ? "invariance.fails" : "invariance.holds." + i.holds(),
                voice.count(i.n()));
    }

    private static void changes(ReportVoice voice, Measurement m, Blocks inside) {
        if (m.changes().isEmpty()
                || m.changes().stream().anyMatch(c -> c.n() < ReportVoice.SMALLEST)) return;
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < m.changes().size(); i++) {
            Measurement.ItemChange c = m.changes().get(i);
            rows.add(
                    List.of(
                            voice.t("items.item", i + 1),
                            voice.count(c.n()),
                            voice.plain(c.first(), 2),
                            voice.plain(c.last(), 2)));
        }
        inside.grid(
                voice.t("items.caption", voice.name(m.scale())),
                3,
                List.of(voice.t("items.head"), voice.t("persons"), voice.first(), voice.last()),
                rows);
    }
}
