package skills.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.AmongUsers;
import skills.evaluation.analysis.AsTreated;
import skills.evaluation.analysis.Effect;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.analysis.Part;
import skills.study.ReportDocument.Blocks;
import skills.study.ReportDocument.Fold;
import skills.study.ReportDocument.Voice;

/** About using it: first what the offer allows to say, then what is only a comparison. */
final class ReportUse {

    private ReportUse() {}

    static Blocks amongUsers(ReportVoice voice) {
        var blocks = new Blocks();
        blocks.say(voice.t("users.text", voice.text(voice.plan().mainUse().name())));
        @Nullable AmongUsers some = null;
        for (OutcomeFinding o : ReportHead.primary(voice)) {
            blocks.sub(voice.name(o));
            AmongUsers a = o.amongUsers().result();
            if (a == null || a.n() < ReportVoice.SMALLEST_DIFFERENCE) {
                blocks.say(a == null ? voice.none(o.amongUsers()) : voice.t("say.nofigure"));
                continue;
            }
            some = some == null ? a : some;
            blocks.say(set(voice, a));
            AmongUsers.Estimate estimate = a.effect();
            if (estimate != null)
                blocks.say(
                        voice.t(
                                "users.estimate",
                                voice.signed(estimate.estimate()),
                                voice.range(estimate.interval()),
                                voice.signed(estimate.sd())));
            else blocks.say(voice.t("users.weak"));
            blocks.fold(
                    voice.t("how"),
                    List.of(
                            voice.t("users.method"),
                            first(voice, a),
                            ReportVoice.isFew(a.users()) || ReportVoice.isFew(a.offered())
                                    ? voice.t("persons.few", voice.words().number(a.n()))
                                    : voice.t(
                                            "users.n",
                                            voice.words().number(a.n()),
                                            voice.of(a.users(), a.n()),
                                            voice.count(a.controlUsers())),
                            voice.leftOut(a.leftOut())));
        }
        if (some != null) {
            blocks.sub(voice.t("users.assumptions"));
            List<ReportDocument.Fact> facts = new ArrayList<>();
            for (AmongUsers.Assumption assumption : some.assumptions())
                facts.add(
                        new ReportDocument.Fact(
                                voice.t("assumption", assumption.what()),
                                voice.t("holds", assumption.holds())));
            blocks.add(new ReportDocument.Facts(facts));
        }
        return blocks;
    }

    private static String first(ReportVoice voice, AmongUsers a) {
        Double f = a.f();
        String added = voice.plain(a.firstStage() * 100, 0);
        return f == null
                ? voice.t("users.first.exact", added)
                : voice.t("users.first", added, voice.plain(f, 1));
    }

    private static String set(ReportVoice voice, AmongUsers a) {
        AmongUsers.Set set = a.set();
        Double low = set.low();
        Double high = set.high();
        String level = voice.percent(set.level());
        if (set.kind() == AmongUsers.Kind.EVERYTHING || low == null && high == null)
            return voice.t("users.set.everything", level);
        if (low == null) return voice.t("users.set.below", level, voice.signed(high));
        if (high == null) return voice.t("users.set.above", level, voice.signed(low));
        return voice.t(
                set.kind() == AmongUsers.Kind.BOUNDED ? "users.set" : "users.set.rays",
                level,
                voice.signed(low),
                voice.signed(high));
    }

    /**
     * Who used it beside who did not. These people chose for themselves, so nothing here may say
     * that use did anything.
     */
    static Blocks asTreated(ReportVoice voice) {
        var blocks = new Blocks();
        blocks.say(Voice.NOTE, voice.t("treated.label"));
        AsTreated t = voice.findings().asTreated().result();
        if (t == null) return blocks.say(voice.none(voice.findings().asTreated()));
        int others = t.n() - t.users();
        blocks.say(
                ReportVoice.isFew(t.users()) || ReportVoice.isFew(others)
                        ? voice.t("persons.few", voice.words().number(t.n()))
                        : voice.t(
                                "treated.n",
                                voice.words().number(t.n()),
                                voice.count(t.users()),
                                voice.count(others)));
        if (t.n() < ReportVoice.SMALLEST_DIFFERENCE
                || t.users() < ReportVoice.SMALLEST_SIDE
                || others < ReportVoice.SMALLEST_SIDE) return blocks.say(voice.t("say.nofigure"));
        var inside = new Blocks();
        balance(voice, t, inside);
        numbers(voice, t, inside);
        if (t.comparable())
            return blocks.say(voice.t("treated.comparable")).add(fold(voice, inside, true));
        blocks.say(Voice.STRONG, voice.t("treated.not-comparable"));
        for (AsTreated.Because b : t.because()) blocks.say(voice.t("treated.because", b));
        return blocks.add(fold(voice, inside, false));
    }

    private static Fold fold(ReportVoice voice, Blocks inside, boolean comparable) {
        return new Fold(
                voice.t(comparable ? "treated.open" : "treated.open.warned"),
                inside.list(),
                comparable);
    }

    private static void balance(ReportVoice voice, AsTreated t, Blocks inside) {
        List<List<String>> rows = new ArrayList<>();
        for (AsTreated.Covariate c : t.balance())
            rows.add(
                    List.of(
                            ReportMeasures.characteristic(voice, c.name()),
                            voice.signed(c.before()),
                            voice.signed(c.after())));
        inside.grid(
                voice.t("treated.balance"),
                2,
                List.of(
                        voice.t("characteristic"),
                        voice.t("treated.before"),
                        voice.t("treated.after")),
                rows);
        inside.say(
                voice.t(
                        "treated.sizes",
                        voice.plain(t.usersSize(), 0),
                        voice.plain(t.othersSize(), 0)));
        if (t.entropy().result() == null) inside.say(voice.t("treated.entropy.none"));
    }

    private static void numbers(ReportVoice voice, AsTreated t, Blocks inside) {
        for (OutcomeFinding o : ReportHead.primary(voice)) {
            AsTreated.Outcome outcome = t.outcomes().get(o.scale());
            if (outcome == null) continue;
            List<List<String>> rows = new ArrayList<>();
            row(voice, "treated.plain", outcome.plain(), rows);
            row(voice, "treated.weighted", outcome.weighted(), rows);
            row(voice, "treated.robust", outcome.robust(), rows);
            AsTreated.Matched matched = outcome.matched().result();
            if (matched != null) row(voice, "treated.matched", Part.of(matched.effect()), rows);
            if (rows.isEmpty()) continue;
            inside.grid(
                    voice.name(o),
                    4,
                    List.of(
                            voice.t("way"),
                            voice.t("persons"),
                            voice.t("points"),
                            voice.interval(),
                            voice.t("p")),
                    rows);
            AsTreated.EValue e = outcome.unmeasured();
            if (e != null)
                inside.say(
                        voice.t(
                                "treated.evalue",
                                voice.plain(e.point(), 2),
                                voice.plain(e.limit(), 2)));
        }
        inside.say(voice.t("treated.method"));
        inside.say(voice.leftOut(t.leftOut()));
    }

    private static void row(
            ReportVoice voice, String way, Part<Effect> part, List<List<String>> rows) {
        Effect e = part.result();
        if (e != null && ReportVoice.isEnough(e)) rows.add(voice.row(voice.t(way), e));
    }

    static Blocks dose(ReportVoice voice) {
        var blocks = new Blocks().say(Voice.NOTE, voice.t("dose.label"));
        List<List<String>> rows = new ArrayList<>();
        for (OutcomeFinding o : ReportHead.primary(voice))
            for (OutcomeFinding.Dose d : o.dose()) {
                Effect e = d.effect().result();
                if (e != null && e.n() >= ReportVoice.SMALLEST_DIFFERENCE)
                    rows.add(
                            List.of(
                                    voice.name(o) + ", " + voice.t("dose", d.kind()),
                                    voice.words().number(e.n()),
                                    voice.signed(e.estimate(), 3),
                                    voice.t(
                                            "to",
                                            voice.signed(e.interval().low(), 3),
                                            voice.signed(e.interval().high(), 3)),
                                    voice.p(e.p())));
            }
        if (rows.isEmpty()) return blocks.say(voice.t("dose.none"));
        blocks.grid(
                voice.t("dose.caption"),
                4,
                List.of(
                        voice.t("outcome"),
                        voice.t("persons"),
                        voice.t("points"),
                        voice.interval(),
                        voice.t("p")),
                rows);
        return blocks.fold(voice.t("how"), List.of(voice.t("dose.method")));
    }
}
