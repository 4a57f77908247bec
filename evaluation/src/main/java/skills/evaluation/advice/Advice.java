package skills.evaluation.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Wave;

/**
 * What to expect of a plan, before there are data. Effects are differences between all who were
 * offered and all who were not, in standard deviations of the first wave. A null where a number is
 * asked means that no test exists.
 *
 * @param classes whether whole classes are allocated or chosen, so that they are what is counted
 * @param arms what each arm will have, in the plan's order
 * @param answers persons in a class who answer first and last wave, the classes that come out
 *     smaller counted for more; 0 without classes
 * @param designEffect how many times as many persons it takes because they come in classes; 1 when
 *     persons are allocated
 * @param unexplained 1 - r^2: share of the variance that the first wave leaves
 * @param alpha for one outcome alone
 * @param alphaOfSeveral alpha over the number of primary outcomes: what the first of them has to
 *     beat when the others show nothing (Holm)
 * @param minimumDetectable seen with 80% power at alpha
 * @param minimumDetectableOfSeveral the same at alphaOfSeveral
 * @param amongUsers minimumDetectable for those who use it because it is offered: divided by the
 *     share of users
 * @param smallestP the smallest two-sided p that any permutation of these classes can give; null
 *     when persons are allocated
 * @param outcomes the primary ones
 * @param needed classes, or persons, for 80% power at alpha and the smallest effect of interest;
 *     null above 2,000 classes or 1,000,000 persons
 * @param table other numbers of classes or persons, the plan's own among them, from few to many
 */
public record Advice(
        boolean classes,
        List<ArmForecast> arms,
        double answers,
        double designEffect,
        double unexplained,
        double alpha,
        double alphaOfSeveral,
        @Nullable Double minimumDetectable,
        @Nullable Double minimumDetectableOfSeveral,
        @Nullable Double amongUsers,
        @Nullable Double smallestP,
        List<OutcomeForecast> outcomes,
        @Nullable Integer needed,
        List<Row> table,
        List<Warning> warnings) {

    /** The power that a study is planned for. */
    public static final double POWER = .8;

    private static final int[] CLASSES = {5, 10, 20, 40, 80, 200};
    private static final int[] PERSONS = {50, 100, 200, 400, 800, 1600};

    public Advice {
        arms = List.copyOf(arms);
        outcomes = List.copyOf(outcomes);
        table = List.copyOf(table);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param units classes, or persons where these are allocated
     * @param enrolled persons; @param answers of them who answer first and last wave
     */
    public record ArmForecast(
            String arm, boolean offered, int units, double enrolled, double answers) {}

    /**
     * @param smallest effect of interest; @param power to see it at alpha; @param powerOfSeveral at
     *     alphaOfSeveral; both null when no test exists
     */
    public record OutcomeForecast(
            String scale,
            double smallest,
            @Nullable Double power,
            @Nullable Double powerOfSeveral) {}

    /**
     * @param units classes, or persons where these are allocated
     * @param power for the smallest effect of interest of all primary outcomes, at alpha
     */
    public record Row(
            int units,
            int persons,
            boolean own,
            @Nullable Double power,
            @Nullable Double minimumDetectable,
            @Nullable Double smallestP) {}

    /**
     * Also of a plan that is not finished; of one without primary outcomes the power is left out.
     */
    public static Advice of(Plan plan) {
        Sight sight = Sight.of(plan);
        double alpha = plan.analysis().alpha();
        double several = alpha / Math.max(1, plan.primary().size());
        Double detectable = sight.minimumDetectable(alpha);
        List<OutcomeForecast> outcomes =
                plan.primary().stream()
                        .map(
                                o ->
                                        new OutcomeForecast(
                                                o.scale(),
                                                o.smallestOfInterest(),
                                                sight.power(o.smallestOfInterest(), alpha),
                                                sight.power(o.smallestOfInterest(), several)))
                        .toList();
        Double smallest =
                plan.primary().stream()
                        .map(Outcome::smallestOfInterest)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        double users = plan.expectations().users();
        Advice plain =
                new Advice(
                        sight.classes(),
                        arms(plan, sight),
                        sight.classes() ? sight.answers() : 0,
                        sight.designEffect(),
                        sight.unexplained(),
                        alpha,
                        several,
                        detectable,
                        sight.minimumDetectable(several),
                        detectable == null ? null : detectable / users,
                        sight.smallestP(),
                        outcomes,
                        smallest == null ? null : sight.needed(smallest, alpha),
                        table(sight, smallest, alpha),
                        List.of());
        return plain.with(warnings(plan, sight, plain));
    }

    /** To see the smallest effect of interest of all primary outcomes; null when there is none. */
    public @Nullable Double power() {
        return outcomes.stream()
                .map(OutcomeForecast::power)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Advice with(List<Warning> warnings) {
        return new Advice(
                classes,
                arms,
                answers,
                designEffect,
                unexplained,
                alpha,
                alphaOfSeveral,
                minimumDetectable,
                minimumDetectableOfSeveral,
                amongUsers,
                smallestP,
                outcomes,
                needed,
                table,
                warnings);
    }

    private static List<ArmForecast> arms(Plan plan, Sight sight) {
        List<ArmForecast> arms = new ArrayList<>();
        double shares = plan.arms().stream().mapToInt(Arm::share).sum();
        double upTo = 0;
        for (Arm arm : plan.arms()) {
            int before = (int) Math.round(upTo / shares * sight.units());
            upTo += arm.share();
            int units = (int) Math.round(upTo / shares * sight.units()) - before;
            double enrolled =
                    sight.units() == 0
                            ? 0
                            : (double) plan.expectations().persons() * units / sight.units();
            arms.add(
                    new ArmForecast(
                            arm.id(),
                            arm.offered(),
                            units,
                            enrolled,
                            enrolled * plan.expectations().response()));
        }
        return arms;
    }

    private static List<Row> table(Sight sight, @Nullable Double smallest, double alpha) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int n : sight.classes() ? CLASSES : PERSONS) numbers.add(n);
        if (sight.units() > 0) numbers.add(sight.units());
        return numbers.stream()
                .map(
                        n -> {
                            Sight other = sight.with(n);
                            return new Row(
                                    n,
                                    (int) Math.round(other.persons()),
                                    n == sight.units(),
                                    smallest == null ? null : other.power(smallest, alpha),
                                    other.minimumDetectable(alpha),
                                    other.smallestP());
                        })
                .toList();
    }

    private static List<Warning> warnings(Plan plan, Sight sight, Advice advice) {
        List<Warning> all = new ArrayList<>();
        int units = sight.units();
        if (!plan.allocation().isByLot()) all.add(Warning.of(Warning.Kind.NO_CAUSE, ""));
        if (!sight.hasTest()) all.add(Warning.of(Warning.Kind.NO_TEST, "", units));
        Double p = advice.smallestP;
        if (p != null && p > advice.alpha)
            all.add(Warning.of(Warning.Kind.SMALLEST_P, "", p, advice.alpha, units));
        else if (p != null && p > advice.alphaOfSeveral)
            all.add(
                    Warning.of(
                            Warning.Kind.SMALLEST_P_OF_SEVERAL,
                            "",
                            p,
                            advice.alphaOfSeveral,
                            units));
        if (sight.classes() && sight.hasTest() && units < 10)
            all.add(Warning.of(Warning.Kind.FEW_CLASSES, "", units));
        for (OutcomeForecast o : advice.outcomes) effect(sight, advice.alpha, o, all);
        if (advice.outcomes.size() > 4)
            all.add(Warning.of(Warning.Kind.TOO_MANY_PRIMARY, "", advice.outcomes.size()));
        if (plan.allocation().unit() == Allocation.Unit.PERSON && plan.expectations().classes() > 0)
            all.add(Warning.of(Warning.Kind.CONTAMINATION, "", plan.expectations().classes()));
        if (plan.waves().stream().map(Wave::mode).distinct().count() > 1)
            all.add(
                    Warning.of(
                            Warning.Kind.MODES_DIFFER,
                            plan.waves().stream().map(Wave::id).collect(Collectors.joining(","))));
        double response = plan.expectations().response();
        if (response < .75) all.add(Warning.of(Warning.Kind.RESPONSE_LOW, "", response));
        double users = plan.expectations().users();
        if (users < .5 && advice.amongUsers != null)
            all.add(Warning.of(Warning.Kind.FEW_USERS, "", users, advice.amongUsers));
        double share = sight.share();
        if (Math.abs(share - .5) > 1e-9 && share > 0 && share < 1)
            all.add(
                    Warning.of(
                            Warning.Kind.UNEQUAL_ARMS, "", share, 1 / (4 * share * (1 - share))));
        return all;
    }

    private static void effect(
            Sight sight, double alpha, OutcomeForecast outcome, List<Warning> all) {
        if (outcome.power == null || outcome.power >= POWER) return;
        Double floor = sight.withEndlessClasses().minimumDetectable(alpha);
        if (sight.classes() && floor != null && floor > outcome.smallest)
            all.add(Warning.of(Warning.Kind.OUT_OF_REACH, outcome.scale, outcome.smallest, floor));
        Integer needed = sight.needed(outcome.smallest, alpha);
        all.add(
                needed == null
                        ? Warning.of(
                                Warning.Kind.UNDERPOWERED,
                                outcome.scale,
                                outcome.power,
                                outcome.smallest)
                        : Warning.of(
                                Warning.Kind.UNDERPOWERED,
                                outcome.scale,
                                outcome.power,
                                outcome.smallest,
                                needed));
    }
}
