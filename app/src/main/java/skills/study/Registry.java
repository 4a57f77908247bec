package skills.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.AnalysisPlan;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.UseDefinition;
import skills.evaluation.plan.Wave;
import skills.platform.Words;

/**
 * A plan as a registry and an ethics board want to read it.
 *
 * @param title of the study; @param state one sentence: draft, or frozen when
 */
record Registry(String title, String state, List<Section> sections) {

    /**
     * @param lines "label: text", or plain sentences
     */
    record Section(String title, List<String> lines) {}

    static Registry of(
            Study study,
            List<StudyUnit> units,
            List<Studies.Version> versions,
            List<Deviations.Deviation> deviations,
            StudyScales scales,
            Words words) {
        Plan plan = study.plan();
        var made = new Making(plan, units.size(), scales, words);
        List<Section> all = new ArrayList<>();
        all.add(made.section("question", List.of(Said.of(plan.question(), words))));
        all.add(made.design(units));
        all.add(made.section("offer", made.offer()));
        all.add(made.section("waves", plan.waves().stream().map(made::wave).toList()));
        all.add(made.section("outcomes", made.outcomes()));
        all.add(made.section("use", plan.uses().stream().map(made::use).toList()));
        all.add(made.section("sample", made.sample()));
        all.add(made.section("analysis", made.analysis()));
        all.add(made.section("consents", plan.consents().stream().map(made::consent).toList()));
        all.add(made.section("data", made.data()));
        all.add(made.section("prints", prints(study, plan, words)));
        List<String> changes = changes(study.frozen(), versions, deviations, words);
        if (!changes.isEmpty()) all.add(made.section("changes", changes));
        return new Registry(
                Said.of(plan.title(), words),
                study.frozen() == null
                        ? words.t("registry.draft", study.version())
                        : words.t("registry.frozen", words.moment(study.frozen().at())),
                all.stream().filter(s -> !s.lines().isEmpty()).toList());
    }

    private static List<String> prints(Study study, Plan plan, Words words) {
        Frozen frozen = study.frozen();
        if (frozen == null) return List.of(words.t("registry.planhash", PlanFile.hash(plan)));
        return List.of(
                words.t("registry.planhash", frozen.planHash()),
                words.t("registry.listhash", frozen.listHash()),
                words.t(
                        plan.allocation().isByLot()
                                ? frozen.seedGiven() ? "registry.seed.given" : "registry.seed.drawn"
                                : "registry.chosen"));
    }

    /** What changed after the freeze: versions of the analysis, and deviations. */
    private static List<String> changes(
            @Nullable Frozen frozen,
            List<Studies.Version> versions,
            List<Deviations.Deviation> deviations,
            Words words) {
        List<String> lines = new ArrayList<>();
        if (frozen == null) return lines;
        for (Studies.Version v : versions)
            if (v.version() > frozen.version())
                lines.add(
                        words.t(
                                "registry.change.analysis",
                                words.moment(v.at()),
                                v.by(),
                                PlanFile.hash(v.plan())));
        for (Deviations.Deviation d : deviations)
            lines.add(
                    words.t(
                            "registry.change.deviation",
                            words.moment(d.at()),
                            d.who().isEmpty() ? words.t("deviations.gone") : d.who(),
                            d.what(),
                            d.why()));
        return lines;
    }

    /** As plain text, for the fields of a registry. */
    String text() {
        var out = new StringBuilder(title).append("\n").append(state).append("\n");
        for (Section s : sections) {
            out.append("\n").append(s.title()).append("\n");
            for (String line : s.lines()) out.append("- ").append(line).append("\n");
        }
        return out.toString();
    }

    /** The parts in words. */
    private record Making(Plan plan, int units, StudyScales scales, Words words) {

        Section section(String key, List<String> lines) {
            return new Section(words.t("registry." + key), lines);
        }

        Section design(List<StudyUnit> listed) {
            Allocation a = plan.allocation();
            List<String> lines = new ArrayList<>();
            lines.add(
                    words.t(
                            a.isByLot()
                                    ? "registry.design.lot." + a.unit().name()
                                    : "registry.design.chosen"));
            plan.arms()
                    .forEach(
                            arm ->
                                    lines.add(
                                            words.t(
                                                    arm.offered()
                                                            ? "plan.arm.line.now"
                                                            : "plan.arm.line.later",
                                                    Said.of(arm.name(), words),
                                                    arm.share())));
            lines.add(words.t("plan.method." + a.method().name()) + ".");
            if (!a.blockSizes().isEmpty())
                lines.add(
                        words.t(
                                "registry.blocks",
                                String.join(
                                        ", ",
                                        a.blockSizes().stream().map(String::valueOf).toList())));
            if (!a.strata().isEmpty())
                lines.add(words.t("registry.strata", String.join(", ", a.strata())));
            if (!listed.isEmpty())
                lines.add(
                        words.t(
                                "registry.classes",
                                words.number(listed.size()),
                                words.number(
                                        listed.stream().mapToInt(u -> u.unit().size()).sum())));
            lines.add(words.t("registry.concealed"));
            return section("design", lines);
        }

        List<String> offer() {
            return List.of(
                    Said.of(plan.withheld(), words),
                    words.t("registry.equal", Said.of(plan.equalTask(), words)),
                    words.t("registry.reward", Said.of(plan.incentive(), words)));
        }

        String wave(Wave w) {
            String line =
                    words.t(
                            "plan.wave.line",
                            Said.of(w.name(), words),
                            Said.moment(w.opens(), words),
                            Said.moment(w.closes(), words),
                            words.t("plan.wave.mode." + w.mode().name()));
            String asked =
                    String.join(
                            ", ",
                            w.instruments().stream().map(i -> scales.title(i, words)).toList());
            return line
                    + ". "
                    + asked
                    + (w.voucherCents() == 0
                            ? ""
                            : ". "
                                    + words.t(
                                            "registry.voucher",
                                            words.decimal(w.voucherCents() / 100.0, 2)));
        }

        List<String> outcomes() {
            List<String> lines = new ArrayList<>();
            for (Outcome o : plan.outcomes())
                plan.scales().stream()
                        .filter(s -> s.id().equals(o.scale()))
                        .forEach(
                                s ->
                                        lines.add(
                                                Said.outcome(o, s, words)
                                                        + ". "
                                                        + words.t(
                                                                "registry.scale",
                                                                s.items(),
                                                                s.minAnswered(),
                                                                s.lowest(),
                                                                s.highest())));
            lines.add(words.t("registry.validity"));
            return lines;
        }

        String use(UseDefinition u) {
            return words.t(
                            "plan.use.line",
                            Said.of(u.name(), words),
                            words.t("plan.use.kind." + u.kind().name()),
                            u.atLeast(),
                            words.t("plan.use.place." + u.place().name()))
                    + (u.id().equals(plan.analysis().mainUse())
                            ? ". " + words.t("registry.use.main")
                            : "");
        }

        List<String> sample() {
            var e = plan.expectations();
            List<String> lines = new ArrayList<>();
            lines.add(
                    words.t(
                            "registry.expect",
                            words.number(e.persons()),
                            words.number(e.classes()),
                            words.decimal(e.icc(), 2),
                            words.decimal(e.correlation(), 2),
                            words.decimal(100 * e.response(), 0),
                            words.decimal(100 * e.users(), 0)));
            lines.addAll(Advices.of(plan, units, words).lines());
            return lines;
        }

        List<String> analysis() {
            AnalysisPlan a = plan.analysis();
            return List.of(
                    words.t("registry.analysis.itt", wave(a.first()), wave(a.last())),
                    words.t(
                            plan.allocation().unit() == Allocation.Unit.CLASS
                                    ? "registry.analysis.classes"
                                    : "registry.analysis.persons"),
                    words.t("registry.analysis.missing", words.number(a.imputations())),
                    words.t("registry.analysis.users"),
                    words.t(
                            "registry.analysis.alpha",
                            Said.decimal(a.alpha(), words),
                            words.number(a.resamples())));
        }

        private String wave(String id) {
            return plan.waves().stream()
                    .filter(w -> w.id().equals(id))
                    .map(w -> Said.of(w.name(), words))
                    .findFirst()
                    .orElse(id);
        }

        String consent(ConsentText c) {
            return "“"
                    + Said.of(c.text(), words)
                    + "” "
                    + ConsentForm.ground(c.ground(), words)
                    + ". "
                    + words.t(c.required() ? "registry.consent.needed" : "registry.consent.free");
        }

        List<String> data() {
            return List.of(
                    words.t("registry.data.pseudonym"),
                    words.t("registry.data.young"),
                    words.t("registry.data.stop"),
                    words.t("registry.data.months", plan.retentionMonths()),
                    words.t("registry.data.small"));
        }
    }
}
