package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.Effect;
import skills.evaluation.analysis.Findings;
import skills.evaluation.analysis.LeftOut;
import skills.evaluation.analysis.OutcomeFinding;
import skills.evaluation.analysis.Part;
import skills.evaluation.analysis.Range;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.kernel.Language;
import skills.platform.Words;
import skills.study.ReportDocument.Blocks;

/**
 * How a report says numbers: with their sign, their interval before their p, and no count of a
 * group below ten.
 */
record ReportVoice(Words words, Plan plan, Findings findings) {

    /** Smallest group of which a count or a mean is shown. */
    static final int SMALLEST = 10;

    /** Fewest persons in a difference, and on its smaller side: fewer, and it is about somebody. */
    static final int SMALLEST_DIFFERENCE = 20;

    static final int SMALLEST_SIDE = 5;

    private static final String KEY = "study.report.";

    String t(String key, Object... arguments) {
        return words.t(KEY + key, arguments);
    }

    /** The message of one value of an enum. */
    String t(String key, Enum<?> value) {
        return words.t(KEY + key + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String text(Text text) {
        return words.language() == Language.EN ? text.en() : text.nl();
    }

    Scale scale(String id) {
        return plan.scale(id);
    }

    String name(OutcomeFinding outcome) {
        return text(scale(outcome.scale()).name());
    }

    String name(String scale) {
        return text(scale(scale).name());
    }

    /** Name of a wave; an unknown one is shown by its id. */
    String wave(String id) {
        return plan.waves().stream()
                .filter(w -> w.id().equals(id))
                .map(w -> text(w.name()))
                .findFirst()
                .orElse(id);
    }

    String first() {
        return wave(plan.analysis().first());
    }

    String last() {
        return wave(plan.analysis().last());
    }

    static boolean isFew(int count) {
        return count > 0 && count < SMALLEST;
    }

    /** "89", or "fewer than 10". */
    String count(int count) {
        return isFew(count) ? t("few") : words.number(count);
    }

    /** "45 of 71", or "fewer than 10 of 71". */
    String of(int part, int whole) {
        return t("of", count(part), count(whole));
    }

    /** "50%"; nothing is rounded to 0% or 100% that is not. */
    String percent(double share) {
        double shown = share * 100;
        boolean fine = shown > 0 && shown < 1 || shown > 99 && shown < 100;
        return minus(words.decimal(shown, fine ? 1 : 0)) + "%";
    }

    /** Without a sign. */
    String plain(double number, int decimals) {
        return minus(words.decimal(number, decimals));
    }

    /** "+0,38" or "−0,38". */
    String signed(double number) {
        return signed(number, 2);
    }

    String signed(double number, int decimals) {
        String said = plain(number, decimals);
        boolean zero = said.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero) return said.replace("−", "");
        return number > 0 ? "+" + said : said;
    }

    String range(Range range) {
        return range(range.low(), range.high());
    }

    /** The same; a range that is wider than the scale can differ says nothing. */
    String range(Range range, Scale scale) {
        int widest = scale.highest() - scale.lowest();
        return range.low() < -widest && range.high() > widest ? t("everything") : range(range);
    }

    String range(double low, double high) {
        return t("to", signed(low), signed(high));
    }

    /** "p = 0,24" or "p < 0,001". */
    String p(double p) {
        return p < .001
                ? "p < " + words.decimal(.001, 3)
                : "p = " + words.decimal(p, p < .01 ? 3 : 2);
    }

    /** So many standard deviations in points of the scale; a dash where nobody says what one is. */
    String points(double sd, OutcomeFinding outcome) {
        Double unit = outcome.unit();
        return unit == null ? dash() : plain(sd * unit, 2);
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }

    /** Whether a difference may be shown: enough persons on both sides. */
    static boolean isEnough(Effect effect) {
        return effect.n() >= SMALLEST_DIFFERENCE
                && effect.group() >= SMALLEST_SIDE
                && effect.reference() >= SMALLEST_SIDE;
    }

    /** A row of a table: what it is, persons, points, interval, p. */
    List<String> row(String what, Effect e) {
        return List.of(
                what, words.number(e.n()), signed(e.estimate()), range(e.interval()), p(e.p()));
    }

    /** Persons in a difference; with a small side only all together. */
    String persons(Effect effect) {
        return isFew(effect.group()) || isFew(effect.reference())
                ? t("persons.few", words.number(effect.n()))
                : t(
                        "persons.split",
                        words.number(effect.n()),
                        words.number(effect.group()),
                        words.number(effect.reference()));
    }

    /** The interval first, then the estimate in standard deviations, the p last. */
    String difference(Effect effect) {
        return t(
                "difference",
                signed(effect.estimate()),
                level(effect.interval()),
                range(effect.interval()),
                signed(effect.sd()),
                range(effect.sdInterval()),
                p(effect.p()));
    }

    String level(Range range) {
        return percent(range.level());
    }

    /** "95%-interval", by the alpha of the plan. */
    String interval() {
        return t("interval", percent(1 - plan.analysis().alpha()));
    }

    /** Who a number is not about; empty for nobody. */
    String leftOut(List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) return t("leftout.nobody");
        List<String> parts = new ArrayList<>();
        for (LeftOut l : leftOut)
            parts.add(
                    words.t(
                            KEY
                                    + "leftout."
                                    + l.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            count(l.count()),
                            first(),
                            last()));
        return t("leftout", String.join("; ", parts));
    }

    /** Why there is no result, in a sentence. */
    String none(Part<?> part) {
        Part.@Nullable Not not = part.not();
        return not == null ? "" : t("none", not.reason());
    }

    /** A dash where a table has no number. */
    String dash() {
        return "–";
    }

    /** Method, persons and exclusions of one difference. */
    Blocks method(String key, Effect effect) {
        return new Blocks()
                .say(t("method." + key))
                .say(persons(effect))
                .say(leftOut(effect.leftOut()))
                .say(
                        effect.df() == null
                                ? t("error.normal", plain(effect.standardError(), 3))
                                : t(
                                        "error.t",
                                        plain(effect.standardError(), 3),
                                        plain(effect.df(), 1)));
    }
}
