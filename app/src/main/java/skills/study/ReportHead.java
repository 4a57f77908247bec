package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import skills.evaluation.analysis.DesignFinding;
import skills.evaluation.analysis.Effect;
import skills.evaluation.analysis.Findings;
import skills.evaluation.analysis.Grade;
import skills.evaluation.analysis.Graded;
import skills.evaluation.analysis.Graded.Conclusion;
import skills.evaluation.analysis.Graded.Direction;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.plan.Scale;
import skills.study.ReportDocument.Blocks;
import skills.study.ReportDocument.Voice;

/** The answer, what kind of study gives it, and how sure it is: before any number. */
final class ReportHead {

    private ReportHead() {}

    /** Over the primary outcomes: what is surest first. */
    static String title(ReportVoice voice) {
        List<OutcomeFinding> primary = primary(voice);
        Map<String, Integer> counts = new TreeMap<>();
        int undecided = 0;
        for (OutcomeFinding o : primary)
            if (isUndecided(o.graded())) undecided++;
            else counts.merge(kind(o.graded()), 1, Integer::sum);
        var title = new StringBuilder(voice.t("h1"));
        if (undecided == primary.size()) return title + " " + voice.t("h1.none");
        counts.entrySet().stream()
                .forEach(
                        e ->
                                title.append(' ')
                                        .append(
                                                voice.t(
                                                        "h1." + e.getKey().substring(2),
                                                        e.getValue(),
                                                        primary.size())));
        if (undecided > 0) title.append(' ').append(voice.t("h1.rest", undecided));
        return title.toString();
    }

    /** "0.better.strong": surest first, and a harm is as much news as a gain. */
    private static String kind(Graded graded) {
        int rank = Grade.STRONG.ordinal() - graded.grade().ordinal();
        String what =
                graded.conclusion() == Conclusion.DIFFERENCE
                        ? switch (graded.direction()) {
                            case BETTER -> "better";
                            case WORSE -> "worse";
                            default -> "other";
                        }
                        : "none-of-size";
        return rank + "." + what + "." + word(graded.grade());
    }

    static String word(Grade grade) {
        return grade.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static boolean isUndecided(Graded graded) {
        return graded.grade() == Grade.CANNOT_TELL || graded.conclusion() == Conclusion.UNDECIDED;
    }

    static Blocks lead(ReportVoice voice) {
        Findings f = voice.findings();
        var blocks = new Blocks();
        blocks.say(Voice.LEAD, design(voice));
        blocks.say(Voice.LEAD, estimand(voice));
        if (!voice.text(voice.plan().remark()).isBlank())
            blocks.say(Voice.NOTE, voice.text(voice.plan().remark()));
        blocks.add(new ReportDocument.Sub(voice.t("answer.title"), 2));
        List<ReportDocument.Fact> facts = new ArrayList<>();
        for (OutcomeFinding o : primary(voice))
            facts.add(
                    new ReportDocument.Fact(
                            voice.name(o),
                            (sentence(voice, o)
                                            + " "
                                            + numbers(voice, o)
                                            + " "
                                            + reasons(voice, own(voice, o)))
                                    .strip()));
        blocks.add(new ReportDocument.Facts(facts));
        if (facts.isEmpty()) blocks.say(voice.t("answer.nothing"));
        String reasons = reasons(voice, shared(voice));
        if (!reasons.isEmpty()) blocks.say(voice.t("answer.why", reasons));
        blocks.fold(voice.t("answer.grades.title"), grades(voice));
        blocks.say(Voice.NOTE, voice.t("validity"));
        if (f.modes().differ()) blocks.say(Voice.NOTE, voice.t("modes.differ", modes(voice)));
        return blocks;
    }

    static List<OutcomeFinding> primary(ReportVoice voice) {
        return voice.findings().outcomes().stream().filter(OutcomeFinding::primary).toList();
    }

    /** What kind of study it was. */
    static String design(ReportVoice voice) {
        DesignFinding d = voice.findings().design();
        String label = voice.t("design", d.label());
        List<String> because = d.because().stream().map(b -> voice.t("design.because", b)).toList();
        String unit =
                d.classes() > 0
                        ? voice.t(
                                "design.classes",
                                d.classes(),
                                d.classesOffered(),
                                d.classesControl())
                        : voice.t("design.persons");
        return label
                + " "
                + String.join(" ", because)
                + (d.unit() == skills.evaluation.plan.Allocation.Unit.CLASS || d.classes() == 0
                        ? " " + unit
                        : "");
    }

    /** What is compared with what, and whom it is about. */
    private static String estimand(ReportVoice voice) {
        var flow = voice.findings().flow();
        return voice.t(
                "estimand",
                voice.count(flow.offered()),
                voice.count(flow.control()),
                voice.last(),
                voice.of(flow.firstAndLast(), flow.enrolled()),
                voice.first());
    }

    /** The conclusion about one outcome, with its grade. */
    static String sentence(ReportVoice voice, OutcomeFinding o) {
        Graded g = o.graded();
        if (isUndecided(g)) return voice.t("grade.cannot-tell.sentence");
        String grade = voice.t("grade." + word(g.grade()) + ".sentence");
        return switch (g.conclusion()) {
            case DIFFERENCE -> grade + " " + voice.t("say.difference", direction(voice, o));
            case DIFFERENCE_TOO_SMALL_TO_MATTER ->
                    grade + " " + voice.t("say.small", direction(voice, o), smallest(voice, o));
            case NO_EFFECT_OF_THIS_SIZE -> grade + " " + voice.t("say.none", smallest(voice, o));
            case UNDECIDED -> voice.t("grade.cannot-tell.sentence");
        };
    }

    static String smallest(ReportVoice voice, OutcomeFinding o) {
        return voice.plain(o.smallestOfInterest(), 2);
    }

    /** "lower, which is better here". */
    static String direction(ReportVoice voice, OutcomeFinding o) {
        Direction d = o.graded().direction();
        boolean higher =
                switch (d) {
                    case HIGHER -> true;
                    case LOWER -> false;
                    case BETTER -> o.better() == Scale.Better.HIGH;
                    case WORSE -> o.better() == Scale.Better.LOW;
                    case NONE -> estimate(o) > 0;
                };
        String side = voice.t(higher ? "higher" : "lower");
        return d == Direction.BETTER || d == Direction.WORSE
                ? voice.t(d == Direction.BETTER ? "side.better" : "side.worse", side)
                : side;
    }

    private static double estimate(OutcomeFinding o) {
        Effect effect = o.asOffered().effect().result();
        return effect == null ? 0 : effect.estimate();
    }

    private static String numbers(ReportVoice voice, OutcomeFinding o) {
        Effect effect = o.asOffered().effect().result();
        if (effect == null || !ReportVoice.isEnough(effect)) return voice.t("say.nofigure");
        Scale scale = voice.scale(o.scale());
        return voice.t(
                "say.interval",
                voice.signed(effect.interval().low()),
                voice.signed(effect.interval().high()),
                scale.lowest(),
                scale.highest(),
                better(voice, scale));
    }

    static String better(ReportVoice voice, Scale scale) {
        return voice.t("better", scale.better());
    }

    /** What keeps every primary outcome from a surer answer. */
    private static List<Graded.Reason> shared(ReportVoice voice) {
        List<Graded.Reason> shared = new ArrayList<>();
        List<OutcomeFinding> all = primary(voice);
        if (all.isEmpty()) return shared;
        shared.addAll(all.getFirst().graded().reasons());
        all.forEach(o -> shared.retainAll(o.graded().reasons()));
        return shared;
    }

    /** What keeps this one, and not all of them. */
    private static List<Graded.Reason> own(ReportVoice voice, OutcomeFinding o) {
        List<Graded.Reason> own = new ArrayList<>(o.graded().reasons());
        own.removeAll(shared(voice));
        return own;
    }

    /** In words, the weightiest first. */
    private static String reasons(ReportVoice voice, List<Graded.Reason> reasons) {
        return reasons.stream()
                .filter(r -> r != Graded.Reason.DECIDED)
                .map(r -> voice.t("reason", r))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Blocks grades(ReportVoice voice) {
        var blocks = new Blocks();
        List<ReportDocument.Fact> facts = new ArrayList<>();
        for (Grade grade : Grade.values())
            facts.add(
                    new ReportDocument.Fact(
                            voice.t("grade." + word(grade)),
                            voice.t("grade." + word(grade) + ".means")));
        blocks.add(new ReportDocument.Facts(facts));
        return blocks.say(voice.t("answer.grades.rules"));
    }

    static String modes(ReportVoice voice) {
        List<String> said = new ArrayList<>();
        voice.plan()
                .waves()
                .forEach(w -> said.add(voice.text(w.name()) + " " + voice.t("mode", w.mode())));
        return String.join(", ", said);
    }
}
