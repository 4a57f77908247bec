package skills.evaluation.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.Participant;
import skills.evaluation.data.Scores;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Wave;
import skills.statistics.items.Items;

/**
 * A study as columns: one value a participant, in the order of {@link Scores}, NaN or null where
 * missing. Who withdrew with deletion has no answers.
 */
final class Frame {

    private final Plan plan;
    private final Scores scores;

    Frame(StudyData data) {
        plan = data.plan();
        scores = Scores.of(data);
    }

    Plan plan() {
        return plan;
    }

    int size() {
        return scores.participants().size();
    }

    String first() {
        return plan.analysis().first();
    }

    String last() {
        return plan.analysis().last();
    }

    /** Scales of the outcomes, in the order of the plan. */
    List<String> scales() {
        return plan.outcomes().stream().map(Outcome::scale).toList();
    }

    /** Scales of which the first score foretells who leaves. */
    List<String> predictors() {
        List<String> chosen = plan.analysis().predictors();
        return chosen.isEmpty() ? scales() : chosen;
    }

    /** The number of a wave, as "3" for "3" and for "T3"; otherwise its id. */
    static String number(String wave) {
        return wave.matches("[Tt]\\d+") ? wave.substring(1) : wave;
    }

    /** As "T3". */
    static String name(String wave) {
        return wave.matches("\\d+") ? "T" + wave : wave;
    }

    /** Name of a score, as "proactivity.1". */
    String column(String scale, String wave) {
        return scale + "." + number(wave);
    }

    boolean answered(int person, String wave) {
        return scores.answered(person, wave);
    }

    boolean answeredBoth(int person) {
        return answered(person, first()) && answered(person, last());
    }

    String[] ids() {
        return scores.participants().stream().map(Participant::id).toArray(String[]::new);
    }

    /** 1 or 0. */
    double[] offered() {
        return numbers(p -> plan.arm(p.arm()).offered() ? 1 : 0);
    }

    double[] user() {
        return numbers(p -> p.user() == null ? Double.NaN : p.user() ? 1 : 0);
    }

    /** "1" or "0". */
    @Nullable String[] userText() {
        return scores.participants().stream()
                .map(p -> p.user() == null ? null : p.user() ? "1" : "0")
                .toArray(String[]::new);
    }

    double[] age() {
        return numbers(p -> p.age() == null ? Double.NaN : p.age());
    }

    @Nullable String[] gender() {
        return scores.participants().stream().map(Participant::gender).toArray(String[]::new);
    }

    /** 1 or 0. */
    double[] male() {
        return numbers(
                p -> p.gender() == null ? Double.NaN : Objects.equals(p.gender(), "m") ? 1 : 0);
    }

    double[] sittings() {
        return numbers(p -> p.sittings() == null ? Double.NaN : p.sittings());
    }

    double[] minutes() {
        return numbers(p -> p.minutes() == null ? Double.NaN : p.minutes());
    }

    String[] classes() {
        return scores.participants().stream().map(Participant::cluster).toArray(String[]::new);
    }

    boolean hasAge() {
        return scores.participants().stream().map(Participant::age).distinct().count() > 1;
    }

    boolean hasGender() {
        Predicate<Object> known = Objects::nonNull;
        return scores.participants().stream()
                        .map(Participant::gender)
                        .filter(known)
                        .distinct()
                        .count()
                > 1;
    }

    boolean hasClasses() {
        return scores.participants().stream().anyMatch(p -> p.unit() != null);
    }

    private double[] numbers(ToDoubleFunction<Participant> value) {
        return scores.participants().stream().mapToDouble(value).toArray();
    }

    /** NaN with fewer answers than the scale asks. */
    double[] score(String scale, String wave) {
        return scores.score(scale, wave);
    }

    double[] before(String scale) {
        return score(scale, first());
    }

    double[] after(String scale) {
        return score(scale, last());
    }

    double[] change(String scale) {
        double[] change = after(scale);
        double[] pre = before(scale);
        for (int i = 0; i < change.length; i++) change[i] -= pre[i];
        return change;
    }

    /** Keyed answers of everybody who answered at the wave. */
    Items items(String scale, String wave) {
        return Items.of(scores.items(scale, wave));
    }

    /** Keyed answers at first and last wave beside each other, of everybody who answered both. */
    Items bothItems(String scale) {
        return Items.of(scores.items(scale, first(), last()));
    }

    List<String> waves() {
        return plan.waves().stream().map(Wave::id).toList();
    }

    int count(IntPredicate who) {
        return (int) IntStream.range(0, size()).filter(who).count();
    }

    int[] rows(IntPredicate who) {
        return IntStream.range(0, size()).filter(who).toArray();
    }

    static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** The values at which the condition holds, in order. */
    static double[] where(double[] values, IntPredicate keep) {
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < values.length; i++) if (keep.test(i)) kept.add(values[i]);
        return kept.stream().mapToDouble(v -> v).toArray();
    }
}
