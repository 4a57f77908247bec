package skills.study;

import java.util.ArrayList;
import java.util.List;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.pool.Pool;
import skills.evaluation.pool.Pooled;
import skills.kernel.Language;
import skills.platform.Words;
import skills.statistics.Interval;
import skills.study.ReportDocument.Blocks;
import skills.study.ReportDocument.Picture;
import skills.study.ReportDocument.Voice;

/** A pooled trial in words, with a forest plot for each outcome. */
final class PoolWords {

    private final Words words;
    private final Plan plan;

    private PoolWords(Words words, Plan plan) {
        this.words = words;
        this.plan = plan;
    }

    static Blocks of(Pool pool, Plan plan, Words words) {
        return new PoolWords(words, plan).all(pool);
    }

    private String t(String key, Object... arguments) {
        return words.t("study.pool." + key, arguments);
    }

    private String signed(double number) {
        String said = words.decimal(number, 2).replace('-', '−');
        return number > 0 ? "+" + said : said;
    }

    private Blocks all(Pool pool) {
        var blocks = new Blocks();
        int classes = pool.outcomes().stream().mapToInt(Pooled::classes).max().orElse(0);
        int persons = pool.outcomes().stream().mapToInt(Pooled::persons).max().orElse(0);
        blocks.say(
                Voice.LEAD,
                t(
                        "counts",
                        pool.installations().size(),
                        words.number(classes),
                        words.number(persons)));
        blocks.say(t(classes < 20 ? "few" : classes < 100 ? "some" : "many", classes));
        if (!pool.byLot()) blocks.say(Voice.NOTE, t("nolot"));
        for (Pooled outcome : pool.outcomes()) outcome(outcome, blocks);
        if (pool.leftOutClasses() > 0)
            blocks.say(
                    t(
                            "leftout",
                            words.number(pool.leftOutClasses()),
                            pool.leftOutPersons() < 10
                                    ? words.t("study.report.few")
                                    : words.number(pool.leftOutPersons())));
        return blocks;
    }

    private void outcome(Pooled o, Blocks blocks) {
        Scale scale = plan.scale(o.outcome());
        String name = words.language() == Language.EN ? scale.name().en() : scale.name().nl();
        blocks.add(new ReportDocument.Sub(name, 2));
        Interval interval = o.interval();
        Double estimate = o.estimate();
        if (interval == null || estimate == null || !(o.sd() > 0)) {
            blocks.say(Voice.STRONG, t("nothing"));
            return;
        }
        blocks.say(
                Voice.STRONG,
                o.isDecided()
                        ? t(
                                "decided",
                                words.t("study.report." + (estimate > 0 ? "higher" : "lower")))
                        : words.t("study.report.grade.cannot-tell.sentence"));
        blocks.say(
                t(
                        "numbers",
                        signed(estimate),
                        signed(interval.low()),
                        signed(interval.high()),
                        words.t(
                                "study.report.better."
                                        + scale.better()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT))));
        List<ForestFigure.Row> rows = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (Pooled.Row r : o.rows()) {
            String site = r.installation() + (r.school().isEmpty() ? "" : " " + r.school());
            rows.add(row(site, r.estimate(), r.interval(), o.sd(), Figure.Shape.SQUARE));
            table.add(
                    List.of(
                            site,
                            words.number(r.offeredClasses() + r.controlClasses()),
                            words.number(r.persons()),
                            signed(r.estimate()),
                            to(r.interval()),
                            words.decimal(r.weight() * 100, 0) + "%"));
        }
        rows.add(row(t("together"), estimate, interval, o.sd(), Figure.Shape.DIAMOND));
        blocks.add(
                new Picture(
                        t("caption"),
                        ForestFigure.of(
                                rows,
                                new ForestFigure.Frame(
                                        t("alt", name),
                                        words.t("study.report.forest.left"),
                                        words.t("study.report.forest.right"),
                                        v ->
                                                words.decimal(v, v == Math.rint(v) ? 0 : 1)
                                                        .replace('-', '−'))),
                        t("below")));
        blocks.fold(
                words.t("study.report.table.behind"),
                new Blocks()
                        .grid(
                                name,
                                5,
                                List.of(
                                        t("place"),
                                        t("classes"),
                                        words.t("study.report.persons"),
                                        words.t("study.report.points"),
                                        words.t("study.report.interval", "95%"),
                                        t("weight")),
                                table)
                        .say(t(o.how() == Pooled.How.SCHOOLS ? "how.schools" : "how.classes"))
                        .say(
                                o.tau() == null
                                        ? t("tau.none")
                                        : t("tau", words.decimal(o.tau(), 2))));
    }

    private ForestFigure.Row row(
            String name, double estimate, Interval interval, double sd, Figure.Shape shape) {
        return new ForestFigure.Row(
                name,
                estimate / sd,
                interval.low() / sd,
                interval.high() / sd,
                signed(estimate / sd),
                shape);
    }

    private String to(Interval interval) {
        return words.t("study.report.to", signed(interval.low()), signed(interval.high()));
    }
}
