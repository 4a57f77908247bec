package skills.evaluation.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Wave;
import skills.statistics.items.Items;

/**
 * A study as columns: one value a participant, in the order of the participants, NaN or null where
 * missing. Who withdrew with deletion has no answers.
 */
final class Frame {

    private final StudyData data;
    private final Map<String, double[]> scores = new TreeMap<>();

    Frame(StudyData data) {
        this.data = data;
    }

    Plan plan() {
        return data.plan();
    }

    int size() {
        return data.participants().size();
    }

    String first() {
        return plan().analysis().first();
    }

    String last() {
        return plan().analysis().last();
    }

    /** Scales of the outcomes, in the order of the plan. */
    List<String> scales() {
        return plan().outcomes().stream().map(Outcome::scale).toList();
    }

    /** Scales of which the first score foretells who leaves. */
    List<String> predictors() {
        List<String> chosen = plan().analysis().predictors();
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
        Participant p = data.participants().get(person);
        return p.consented() && data.hasAnswered(p.id(), wave);
    }

    boolean answeredBoth(int person) {
        return answered(person, first()) && answered(person, last());
    }

    String[] ids() {
        return data.participants().stream().map(Participant::id).toArray(String[]::new);
    }

    /** 1 or 0. */
    double[] offered() {
        return numbers(p -> plan().arm(p.arm()).offered() ? 1 : 0);
    }

    double[] user() {
        return numbers(p -> p.user() == null ? Double.NaN : p.user() ? 1 : 0);
    }

    /** "1" or "0". */
    @Nullable String[] userText() {
        return data.participants().stream()
                .map(p -> p.user() == null ? null : p.user() ? "1" : "0")
                .toArray(String[]::new);
    }

    double[] age() {
        return numbers(p -> p.age() == null ? Double.NaN : p.age());
    }

    @Nullable String[] gender() {
        return data.participants().stream().map(Participant::gender).toArray(String[]::new);
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
        return data.participants().stream().map(Participant::cluster).toArray(String[]::new);
    }

    boolean hasAge() {
        return data.participants().stream().map(Participant::age).distinct().count() > 1;
    }

    boolean hasGender() {
        Predicate<Object> known = Objects::nonNull;
        return data.participants().stream()
                        .map(Participant::gender)
                        .filter(known)
                        .distinct()
                        .count()
                > 1;
    }

    boolean hasClasses() {
        return data.participants().stream().anyMatch(p -> p.unit() != null);
    }

    private double[] numbers(ToDoubleFunction<Participant> value) {
        return data.participants().stream().mapToDouble(value).toArray();
    }

    double[] score(String scale, String wave) {
        return scores.computeIfAbsent(scale + " " + wave, k -> scored(plan().scale(scale), wave))
                .clone();
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

    private double[] scored(Scale scale, String wave) {
        double[] scores = new double[size()];
        for (int i = 0; i < scores.length; i++) {
            double sum = 0;
            int n = 0;
            for (double answer : keyed(scale, i, wave))
                if (!Double.isNaN(answer)) {
                    sum += answer;
                    n++;
                }
            scores[i] = n >= scale.minAnswered() ? sum / n : Double.NaN;
        }
        return scores;
    }

    /** Keyed answers of everybody who answered at the wave. */
    Items items(String scale, String wave) {
        return items(scale, List.of(wave));
    }

    /** Keyed answers at several waves beside each other, of everybody who answered at all. */
    Items items(String scale, List<String> waves) {
        return Items.of(
                IntStream.range(0, size())
                        .filter(i -> waves.stream().allMatch(w -> answered(i, w)))
                        .mapToObj(
                                i ->
                                        waves.stream()
                                                .flatMapToDouble(
                                                        w ->
                                                                java.util.Arrays.stream(
                                                                        keyed(
                                                                                plan().scale(scale),
                                                                                i,
                                                                                w)))
                                                .toArray())
                        .toArray(double[][]::new));
    }

    private double[] keyed(Scale scale, int person, String wave) {
        List<String> columns = scale.columns();
        double[] items = new double[columns.size()];
        String id = data.participants().get(person).id();
        for (int k = 0; k < items.length; k++) {
            var answer = data.answer(id, wave, columns.get(k));
            if (answer.isEmpty() || !answered(person, wave)) items[k] = Double.NaN;
            else
                items[k] =
                        scale.reversed().contains(k + 1)
                                ? scale.lowest() + scale.highest() - answer.getAsInt()
                                : answer.getAsInt();
        }
        return items;
    }

    List<String> waves() {
        return plan().waves().stream().map(Wave::id).toList();
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
