package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.Participant;
import skills.evaluation.data.Scores;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.UseDefinition;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.effect.Sample;

/** The data as columns, one place for each participant in order of id. Only read after making. */
final class People {
    /** Of fewer persons a level has no mean to speak of. */
    private static final int RARE = 3;

    final StudyData data;
    final Plan plan;
    final Scores scores;
    final String first;
    final String last;
    final double level;
    final int n;
    final double[] offered;
    final double[] use;
    final double[] age;
    final double[] female;
    final String[] clusters;
    final boolean byClass;
    private final List<Participant> participants;
    private final Map<String, double[]> cache = new HashMap<>();
    private final Map<String, @Nullable String[]> covariates;

    People(StudyData data) {
        this.data = data;
        this.plan = data.plan();
        this.scores = Scores.of(data);
        this.participants = scores.participants();
        this.first = plan.analysis().first();
        this.last = plan.analysis().last();
        this.level = 1 - plan.analysis().alpha();
        this.n = participants.size();
        this.offered = filled(i -> plan.arm(person(i).arm()).offered() ? 1 : 0);
        this.use = uses(plan.mainUse());
        this.age = filled(i -> person(i).age() == null ? Double.NaN : person(i).age());
        this.female = filled(i -> female(person(i).gender()));
        this.clusters = participants.stream().map(Participant::cluster).toArray(String[]::new);
        this.byClass = areClassesWhole();
        this.covariates = covariates();
        for (var outcome : plan.outcomes())
            for (var wave : plan.waves()) {
                String key = outcome.scale() + "." + wave.id();
                cache.put(key, scores.score(outcome.scale(), wave.id()));
            }
    }

    Participant person(int i) {
        return participants.get(i);
    }

    /** Scores of an outcome's scale by the plan's rule; NaN where there is none. */
    double[] score(String scale, String wave) {
        return cache.get(scale + "." + wave);
    }

    boolean answered(int i, String wave) {
        return scores.answered(i, wave);
    }

    boolean isOffered(int i) {
        return offered[i] == 1;
    }

    private static double female(@Nullable String gender) {
        if (gender == null) return Double.NaN;
        return switch (gender.toLowerCase(Locale.ROOT)) {
            case "f", "v", "female", "vrouw" -> 1;
            default -> 0;
        };
    }

    /**
     * Whether classes count as the units: they were allocated, or nobody drew a lot and no class
     * has both arms.
     */
    private boolean areClassesWhole() {
        if (plan.allocation().unit() == Allocation.Unit.CLASS) return true;
        if (data.byLot()) return false;
        Map<String, Double> arms = new HashMap<>();
        for (int i = 0; i < n; i++) {
            if (clusters[i].isEmpty()) return false;
            Double before = arms.put(clusters[i], offered[i]);
            if (before != null && before != offered[i]) return false;
        }
        return arms.size() > 1;
    }

    /** 1 for users by this definition, 0 for others, NaN where it was not measured. */
    double[] uses(UseDefinition definition) {
        boolean main = definition.id().equals(plan.analysis().mainUse());
        return filled(
                i -> {
                    Participant p = person(i);
                    if (!p.consented()) return Double.NaN;
                    Boolean known = p.uses().get(definition.id());
                    if (known == null && main) known = p.user();
                    if (known == null && definition.place() == UseDefinition.Place.ANYWHERE)
                        known = measured(p, definition);
                    return known == null ? Double.NaN : known ? 1 : 0;
                });
    }

    private static @Nullable Boolean measured(Participant p, UseDefinition definition) {
        return switch (definition.kind()) {
            case SITTINGS -> p.sittings() == null ? null : p.sittings() >= definition.atLeast();
            case MINUTES -> p.minutes() == null ? null : p.minutes() >= definition.atLeast();
            case OPENED -> p.sittings() == null ? null : p.sittings() >= 1;
            case PARTS_COMPLETED, REPORTED -> null;
        };
    }

    double[] filled(IntToDoubleFunction value) {
        double[] values = new double[n];
        Arrays.setAll(values, value);
        return values;
    }

    int[] where(IntPredicate keep) {
        return IntStream.range(0, n).filter(keep).toArray();
    }

    static int[] where(double[] values, IntPredicate keep) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]) && keep.test(i))
                .toArray();
    }

    static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    static String[] pick(String[] values, int[] rows) {
        return Arrays.stream(rows).mapToObj(i -> values[i]).toArray(String[]::new);
    }

    /**
     * Standard deviation at the first wave, pooled within the arms.
     *
     * @throws Unusable when it has no spread
     */
    double unit(String scale) {
        double[] score = score(scale, first);
        double squares = 0;
        int df = 0;
        for (int arm = 0; arm < 2; arm++) {
            int which = arm;
            double[] of = pick(score, where(score, i -> offered[i] == which));
            if (of.length < 2) continue;
            squares += (of.length - 1) * Sample.of(scale, of).variance();
            df += of.length - 1;
        }
        if (!(squares > 0))
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "The first wave of " + scale + " has no spread to measure effects by.");
        return Math.sqrt(squares / df);
    }

    /**
     * A design with the first wave and what the plan adjusts for, without the offer. A covariate
     * that does not differ among those with both waves is left out.
     */
    Design adjusted(double[] pre, double[] post) {
        Design design = Design.of(n).numeric("first", pre);
        for (var e : differing(pre, post).entrySet())
            design =
                    e.getKey().equals("age")
                            ? design.numeric("age", age)
                            : design.factor(e.getKey(), e.getValue());
        return design;
    }

    /** The covariates that are not the same for all with both waves. */
    private Map<String, @Nullable String[]> differing(double[] pre, double[] post) {
        int[] both = where(pre, i -> !Double.isNaN(post[i]));
        Map<String, @Nullable String[]> all = new LinkedHashMap<>();
        covariates.forEach(
                (name, given) -> {
                    @Nullable String[] values = name.equals("age") ? given : together(given, both);
                    long levels =
                            IntStream.of(both)
                                    .mapToObj(i -> values[i])
                                    .filter(v -> v != null)
                                    .distinct()
                                    .count();
                    if (levels > 1) all.put(name, values);
                });
        return all;
    }

    /** Levels that fewer than three persons have are taken together with the commonest. */
    private static @Nullable String[] together(@Nullable String[] values, int[] rows) {
        Map<String, Integer> count = new TreeMap<>();
        for (int i : rows) if (values[i] != null) count.merge(values[i], 1, Integer::sum);
        String most = null;
        for (var e : count.entrySet())
            if (most == null || e.getValue() > count.get(most)) most = e.getKey();
        @Nullable String[] joined = values.clone();
        for (int i = 0; i < joined.length; i++)
            if (joined[i] != null && count.getOrDefault(joined[i], 0) < RARE) joined[i] = most;
        return joined;
    }

    /** What the plan adjusts for, under our own names; unknown columns are not there. */
    private Map<String, @Nullable String[]> covariates() {
        Map<String, @Nullable String[]> all = new LinkedHashMap<>();
        var columns = plan.columns();
        for (String name : new LinkedHashSet<>(plan.analysis().strata())) {
            if (is(name, "gender", columns.gender())) all.put("gender", texts(Participant::gender));
            if (is(name, "school", columns.school())) all.put("school", texts(Participant::school));
            if (is(name, "age", columns.age()))
                all.put("age", texts(p -> p.age() == null ? null : "" + p.age()));
            // A class that was allocated as a whole follows from the arm, or the arm from it.
            if (is(name, "class", columns.unit()) && !byClass)
                all.put("class", texts(Participant::unit));
        }
        return all;
    }

    private static boolean is(String name, String own, @Nullable String column) {
        return name.equals(own) || name.equals(column);
    }

    private @Nullable String[] texts(
            java.util.function.Function<Participant, @Nullable String> value) {
        return participants.stream().map(value).toArray(String[]::new);
    }

    /** Why each person is not in an analysis of both waves and the covariates. */
    List<LeftOut> leftOut(double[] pre, double[] post) {
        return leftOut(pre, post, true, Map.of());
    }

    /**
     * The same for an analysis that needs more, or less.
     *
     * @param adjusted whether the covariates are needed
     * @param also what else is needed, NaN where missing, and what its absence is called
     */
    List<LeftOut> leftOut(
            double[] pre, double[] post, boolean adjusted, Map<LeftOut.Why, double[]> also) {
        Map<LeftOut.Why, Integer> count = new EnumMap<>(LeftOut.Why.class);
        var needed = adjusted ? differing(pre, post).values() : List.<@Nullable String[]>of();
        for (int i = 0; i < n; i++) {
            LeftOut.Why why = why(i, pre, post);
            for (@Nullable String[] values : needed)
                if (why == null && values[i] == null) why = LeftOut.Why.NO_COVARIATE;
            for (var e : also.entrySet())
                if (why == null && Double.isNaN(e.getValue()[i])) why = e.getKey();
            if (why != null) count.merge(why, 1, Integer::sum);
        }
        List<LeftOut> all = new ArrayList<>();
        count.forEach((why, c) -> all.add(new LeftOut(why, c)));
        return List.copyOf(all);
    }

    private LeftOut.@Nullable Why why(int i, double[] pre, double[] post) {
        if (!person(i).consented()) return LeftOut.Why.WITHDRAWN;
        if (Double.isNaN(post[i]))
            return answered(i, last) ? LeftOut.Why.TOO_FEW_ITEMS_LAST : LeftOut.Why.NO_LAST;
        if (Double.isNaN(pre[i]))
            return answered(i, first) ? LeftOut.Why.TOO_FEW_ITEMS_FIRST : LeftOut.Why.NO_FIRST;
        return null;
    }

    /** Names of all classes with somebody in this arm. */
    Set<String> classes(boolean inOffered) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < n; i++)
            if (isOffered(i) == inOffered && !clusters[i].isEmpty()) names.add(clusters[i]);
        return names;
    }
}
