package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import skills.evaluation.analysis.Effect;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.analysis.Sensitivity;
import skills.evaluation.analysis.Size;
import skills.study.ReportDocument.Blocks;

/** How large it might be, whether that is nothing, and what other choices would have given. */
final class ReportSizes {

    private ReportSizes() {}

    static Blocks many(ReportVoice voice) {
        var blocks = new Blocks();
        int primary = ReportHead.primary(voice).size();
        int all = voice.findings().outcomes().size();
        blocks.say(voice.t("many.text", primary, voice.percent(voice.plan().analysis().alpha())));
        if (all > primary) blocks.say(voice.t("many.others", all - primary));
        List<List<String>> rows = new ArrayList<>();
        for (OutcomeFinding o : voice.findings().outcomes()) {
            Effect e = o.asOffered().effect().result();
            Double adjusted = o.adjustedP();
            if (e == null || adjusted == null || !ReportVoice.isEnough(e)) continue;
            rows.add(
                    List.of(
                            voice.name(o),
                            voice.range(e.interval()),
                            voice.p(e.p()),
                            voice.p(adjusted),
                            voice.t(o.primary() ? "many.holm" : "many.bh")));
        }
        if (rows.isEmpty()) return blocks.say(voice.t("say.nofigure"));
        return blocks.grid(
                voice.t("many.caption"),
                3,
                List.of(
                        voice.t("outcome"),
                        voice.interval(),
                        voice.t("p"),
                        voice.t("many.adjusted"),
                        voice.t("way")),
                rows);
    }

    static Blocks equivalence(ReportVoice voice) {
        var blocks = new Blocks().say(voice.t("equivalence.text"));
        for (OutcomeFinding o : ReportHead.primary(voice)) {
            Effect effect = o.asOffered().effect().result();
            if (effect == null || !ReportVoice.isEnough(effect)) {
                blocks.say(voice.t("named", voice.name(o), voice.t("say.nofigure")));
                continue;
            }
            Size.Equivalence e = o.size().equivalence().result();
            Size.Bayes b = o.size().bayes().result();
            List<String> said = new ArrayList<>();
            if (e != null)
                said.add(
                        voice.t(
                                e.shown() ? "equivalence.shown" : "equivalence.open",
                                voice.plain(e.boundSd(), 2),
                                voice.plain(e.bound(), 2),
                                voice.p(e.p())));
            else said.add(voice.none(o.size().equivalence()));
            if (e != null && e.shown() && ReportHead.isUndecided(o.graded()))
                said.add(voice.t("equivalence.not-here"));
            if (b != null) said.add(bayes(voice, b));
            blocks.say(voice.t("named", voice.name(o), String.join(" ", said)));
        }
        return blocks.fold(
                voice.t("how"), List.of(voice.t("equivalence.method"), voice.t("bayes.method")));
    }

    private static String bayes(ReportVoice voice, Size.Bayes b) {
        boolean more = b.bf10() >= 1;
        double times = more ? b.bf10() : 1 / b.bf10();
        String key = times < 3 ? "bayes.little" : more ? "bayes.for" : "bayes.against";
        return voice.t(
                key,
                voice.plain(b.bf10(), b.bf10() < 10 ? 2 : 0),
                voice.plain(times, times < 10 ? 1 : 0));
    }

    static Blocks change(ReportVoice voice) {
        var blocks = new Blocks().say(voice.t("change.text"));
        List<List<String>> rows = new ArrayList<>();
        for (OutcomeFinding o : ReportHead.primary(voice)) {
            Size.Reliable r = o.size().reliable().result();
            if (r == null) continue;
            for (Size.Arm arm : r.arms())
                rows.add(
                        List.of(
                                voice.name(o)
                                        + ", "
                                        + voice.t(
                                                arm.offered() ? "offered.short" : "control.short"),
                                voice.count(arm.n()),
                                ReportVoice.isFew(arm.n())
                                        ? voice.dash()
                                        : voice.count(arm.higher()),
                                ReportVoice.isFew(arm.n())
                                        ? voice.dash()
                                        : voice.count(arm.lower()),
                                voice.plain(r.needed(), 2)));
        }
        if (rows.isEmpty()) return blocks.say(voice.t("change.none"));
        blocks.grid(
                voice.t("change.caption", voice.first(), voice.last()),
                4,
                List.of(
                        voice.t("path.who"),
                        voice.t("persons"),
                        voice.t("change.higher"),
                        voice.t("change.lower"),
                        voice.t("change.needed")),
                rows);
        return blocks.fold(voice.t("how"), List.of(voice.t("change.method")));
    }

    static Blocks sensitivity(ReportVoice voice) {
        var blocks = new Blocks().say(voice.t("sensitivity.text"));
        boolean any = false;
        for (OutcomeFinding o : ReportHead.primary(voice)) {
            List<List<String>> rows = new ArrayList<>();
            var inside = new Blocks();
            Effect lead = o.asOffered().effect().result();
            if (lead != null && ReportVoice.isEnough(lead))
                rows.add(voice.row(voice.t("sensitivity.lead"), lead));
            for (Sensitivity s : o.sensitivity()) {
                Effect e = s.effect().result();
                // Another definition of use says nothing about the offer: it has its own place.
                if (e != null && s.kind() != Sensitivity.Kind.OTHER_USE && ReportVoice.isEnough(e))
                    rows.add(voice.row(label(voice, s), e));
            }
            Size.Bootstrapped b = o.size().bootstrap().result();
            if (rows.size() > 1) {
                any = true;
                inside.grid(
                        voice.name(o),
                        4,
                        List.of(
                                voice.t("choice"),
                                voice.t("persons"),
                                voice.t("points"),
                                voice.interval(),
                                voice.t("p")),
                        rows);
            }
            if (b != null && lead != null && ReportVoice.isEnough(lead))
                inside.say(
                        voice.t(
                                b.byClass() ? "bootstrap.class" : "bootstrap.person",
                                voice.range(b.interval()),
                                voice.signed(b.sd()),
                                voice.words().number(b.draws())));
            if (!inside.isEmpty()) blocks.fold(voice.name(o), inside);
        }
        if (!any) blocks.say(voice.t("sensitivity.none"));
        var careless = voice.findings().careless();
        if (careless.checked() > 0)
            blocks.say(voice.t("careless", voice.of(careless.flagged(), careless.checked())));
        return blocks;
    }

    private static String label(ReportVoice voice, Sensitivity s) {
        return voice.t(
                "sensitivity." + s.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                s.detail());
    }
}
