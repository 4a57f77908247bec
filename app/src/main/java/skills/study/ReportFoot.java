package skills.study;

import java.util.ArrayList;
import java.util.List;
import skills.evaluation.analysis.Findings;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.UseDefinition;
import skills.study.ReportDocument.Blocks;
import skills.study.ReportDocument.Fact;
import skills.study.ReportDocument.Facts;

/** What was done otherwise than planned, what the words mean, and how to repeat it. */
final class ReportFoot {

    private ReportFoot() {}

    static Blocks deviations(ReportVoice voice, List<ReportWriter.Deviation> deviations) {
        if (deviations.isEmpty()) return new Blocks().say(voice.t("deviations.none"));
        var blocks = new Blocks().say(voice.t("deviations.text", deviations.size()));
        blocks.add(
                new Facts(
                        deviations.stream()
                                .map(d -> new Fact(voice.words().date(d.at()), d.text()))
                                .toList()));
        return blocks;
    }

    static Blocks definitions(ReportVoice voice) {
        Plan plan = voice.plan();
        var blocks = new Blocks().say(voice.t("validity"));
        List<Fact> facts = new ArrayList<>();
        for (Scale s : plan.scales())
            facts.add(
                    new Fact(
                            voice.text(s.name()),
                            voice.t(
                                            "definition.scale",
                                            s.items(),
                                            s.reversed().isEmpty()
                                                    ? voice.t("definition.reversed.none")
                                                    : voice.t(
                                                            "definition.reversed",
                                                            s.reversed().size()),
                                            s.lowest(),
                                            s.highest(),
                                            s.minAnswered())
                                    + " "
                                    + ReportHead.better(voice, s)));
        for (var o : voice.findings().outcomes())
            facts.add(
                    new Fact(
                            voice.t("definition.smallest", voice.name(o)),
                            voice.t(
                                    "definition.smallest.text",
                                    ReportHead.smallest(voice, o),
                                    voice.points(o.smallestOfInterest(), o),
                                    voice.points(1, o),
                                    voice.first())));
        for (Findings.Use u : voice.findings().uses()) facts.add(use(voice, u));
        facts.add(new Fact(voice.t("definition.waves"), ReportHead.modes(voice)));
        facts.add(new Fact(voice.t("definition.withheld"), or(voice, voice.text(plan.withheld()))));
        facts.add(new Fact(voice.t("definition.equal"), or(voice, voice.text(plan.equalTask()))));
        facts.add(
                new Fact(voice.t("definition.incentive"), or(voice, voice.text(plan.incentive()))));
        return blocks.add(new Facts(facts));
    }

    private static String or(ReportVoice voice, String text) {
        return text.isBlank() ? voice.t("definition.unsaid") : text;
    }

    private static Fact use(ReportVoice voice, Findings.Use u) {
        String name =
                voice.plan().uses().stream()
                        .filter(d -> d.id().equals(u.id()))
                        .map(UseDefinition::name)
                        .map(voice::text)
                        .findFirst()
                        .orElse(u.id());
        String counts =
                u.known() == 0
                        ? voice.t("definition.use.unknown")
                        : voice.t(
                                "definition.use.counts",
                                voice.of(u.offeredUsers(), u.offeredKnown()),
                                voice.of(u.controlUsers(), u.controlKnown()));
        return new Fact(voice.t(u.main() ? "definition.use.main" : "definition.use", name), counts);
    }

    static Blocks versions(ReportVoice voice) {
        Findings.Made made = voice.findings().made();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(voice.t("versions.data"), made.dataHash()));
        facts.add(new Fact(voice.t("versions.plan"), made.planHash()));
        facts.add(new Fact(voice.t("versions.seed"), Long.toString(made.seed())));
        made.versions().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(e -> facts.add(new Fact(e.getKey(), e.getValue())));
        return new Blocks()
                .say(voice.t("versions.text"))
                .add(new Facts(facts))
                .say(voice.t("versions.command"));
    }
}
