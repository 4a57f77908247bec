package skills.evaluation.advice;

import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.statistics.power.ClusterPower;
import skills.statistics.power.TwoGroupPower;

/**
 * How sharply a study of this size sees. The outcome is compared after the first wave is taken out
 * (Borm, Fransen and Lemmens 2007, doi:10.1016/j.jclinepi.2007.02.006): an effect of d standard
 * deviations is one of d / sqrt(1 - r^2) of what is left.
 *
 * @param classes whether they are what is counted; else persons
 * @param units classes or persons that enrol
 * @param size persons that enrol in a class; 1 for persons
 * @param share of the units that is offered
 * @param endless as if every class were endlessly large
 */
record Sight(
        boolean classes,
        int units,
        double size,
        double share,
        double icc,
        double correlation,
        double response,
        boolean endless) {

    private static final int MOST_CLASSES = 2000;
    private static final int MOST_PERSONS = 1_000_000;

    static Sight of(Plan plan) {
        Expectations e = plan.expectations();
        boolean classes = plan.allocation().unit() == Allocation.Unit.CLASS;
        int units = classes ? e.classes() : e.persons();
        double offered = plan.arms().stream().filter(Arm::offered).mapToInt(Arm::share).sum();
        double shares = plan.arms().stream().mapToInt(Arm::share).sum();
        return new Sight(
                classes,
                units,
                classes ? (double) e.persons() / Math.max(1, units) : 1,
                shares == 0 ? 0 : offered / shares,
                e.icc(),
                e.correlation(),
                e.response(),
                false);
    }

    Sight with(int otherUnits) {
        return new Sight(classes, otherUnits, size, share, icc, correlation, response, endless);
    }

    Sight withEndlessClasses() {
        return new Sight(classes, units, size, share, icc, correlation, response, true);
    }

    double persons() {
        return units * size;
    }

    double unexplained() {
        return 1 - correlation * correlation;
    }

    /** Units with the offer: the rest of what the other arms get, rounded. */
    private int offered() {
        return units - (int) Math.round(units * (1 - share));
    }

    boolean hasTest() {
        int least = classes ? 1 : 2;
        int n = classes ? units : (int) Math.floor(units * response);
        int with = classes ? offered() : (int) Math.round(n * share);
        return n >= (classes ? 3 : 4) && with >= least && n - with >= least;
    }

    /**
     * Persons in a class who answer first and last: 1 over the mean of 1 / n where each of the
     * enrolled answers with the same chance, to second order.
     */
    double answers() {
        if (endless) return 1e9;
        double mean = size * response;
        return Math.max(1, mean / (1 + (1 - response) / mean));
    }

    double designEffect() {
        return classes ? cluster(.5).designEffect() : 1;
    }

    private ClusterPower cluster(double offered) {
        return new ClusterPower(Math.max(3, units), answers(), icc, offered);
    }

    private TwoGroupPower groups(double alpha) {
        int n = (int) Math.floor(units * response);
        int with = (int) Math.round(n * share);
        return new TwoGroupPower(with, n - with, alpha);
    }

    @Nullable Double power(double d, double alpha) {
        if (!hasTest()) return null;
        double left = d / Math.sqrt(unexplained());
        return classes
                ? cluster((double) offered() / units).power(left, alpha)
                : groups(alpha).power(left);
    }

    @Nullable Double minimumDetectable(double alpha) {
        if (!hasTest()) return null;
        double left =
                classes
                        ? cluster((double) offered() / units).minimumDetectable(Advice.POWER, alpha)
                        : groups(alpha).minimumDetectable(Advice.POWER);
        return left * Math.sqrt(unexplained());
    }

    /**
     * Of all ways to give as many classes the offer; with equal arms each way has a mirror image
     * with the same difference, so that no p is below two of them.
     */
    @Nullable Double smallestP() {
        if (!classes || !hasTest()) return null;
        int with = offered();
        double ways = 1;
        for (int i = 1; i <= with; i++) ways = ways * (units - with + i) / i;
        return (2 * with == units ? 2 : 1) / ways;
    }

    @Nullable Integer needed(double d, double alpha) {
        int most = classes ? MOST_CLASSES : MOST_PERSONS;
        if (!reaches(most, d, alpha)) return null;
        int low = 2;
        int high = most;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (reaches(middle, d, alpha)) high = middle;
            else low = middle;
        }
        return high;
    }

    private boolean reaches(int number, double d, double alpha) {
        Double power = with(number).power(d, alpha);
        return power != null && power >= Advice.POWER;
    }
}
