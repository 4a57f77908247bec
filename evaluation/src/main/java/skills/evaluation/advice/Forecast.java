package skills.evaluation.advice;

import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Plan;

/**
 * How many will have answered first and last wave, while a study is under way, and what can be seen
 * with that many. It is an expectation: who answers last is not yet known, and only the number is
 * looked at, never an outcome.
 *
 * @param basis what it rests on
 * @param answers expected; @param low and high between which it lies with 95% chance, as far as the
 *     basis goes; both are the count itself once the last wave is over
 * @param detectable smallest effect that is seen with 80% power with the expected number, in
 *     standard deviations of the first wave; null when no test exists
 * @param worst the same with the low number; @param best with the high one
 */
public record Forecast(
        Basis basis,
        int answers,
        int low,
        int high,
        @Nullable Double detectable,
        @Nullable Double worst,
        @Nullable Double best) {

    private static final double TAIL = .025;

    /** What the expectation rests on. */
    public enum Basis {
        /** Nothing is known yet but the plan's own expectation of the response. */
        PLAN,
        /** The latest wave between first and last that is over: the last is taken to go alike. */
        WAVE,
        /** The last wave is over. */
        COUNTED
    }

    /**
     * What is known by now.
     *
     * @param persons who enrolled; @param classes in how many classes; 0 where there are none
     * @param first who answered the first wave; @param firstIsOver whether more can come
     * @param between of those who answered the latest wave between first and last that is over;
     *     null without one
     * @param last who answered the first and the last; @param lastIsOver whether more can come
     */
    public record SoFar(
            int persons,
            int classes,
            int first,
            boolean firstIsOver,
            @Nullable Integer between,
            int last,
            boolean lastIsOver) {}

    public static Forecast of(Plan plan, SoFar so) {
        if (so.lastIsOver()) return of(plan, so, Basis.COUNTED, so.last(), so.last(), so.last());
        if (so.between() != null && so.first() > 0) {
            // Jeffreys' prior, and chance again in who answers last: beta-binomial.
            var spread = Spread.of(so.first(), so.between() + .5, so.first() - so.between() + .5);
            return of(plan, so, Basis.WAVE, spread.mean(), spread.low(), spread.high());
        }
        double share = plan.expectations().response();
        // So sure of the share that only chance in who answers is left.
        var spread = Spread.of(so.persons(), share * 1e9, Math.max(0, 1 - share) * 1e9 + 1e-9);
        int most = so.firstIsOver() ? so.first() : so.persons();
        return of(
                plan,
                so,
                Basis.PLAN,
                Math.min(spread.mean(), most),
                Math.min(spread.low(), most),
                Math.min(spread.high(), most));
    }

    private static Forecast of(Plan plan, SoFar so, Basis basis, int answers, int low, int high) {
        // Whoever answered already is certain.
        int expected = Math.max(answers, so.last());
        int least = Math.max(low, so.last());
        int most = Math.max(high, so.last());
        return new Forecast(
                basis,
                expected,
                least,
                most,
                detectable(plan, so, expected),
                detectable(plan, so, least),
                detectable(plan, so, most));
    }

    private static @Nullable Double detectable(Plan plan, SoFar so, int answers) {
        Sight planned = Sight.of(plan);
        int units = planned.classes() ? so.classes() : so.persons();
        if (answers < 1 || units < 1) return null;
        return new Sight(
                        planned.classes(),
                        units,
                        (double) so.persons() / units,
                        planned.share(),
                        planned.icc(),
                        planned.correlation(),
                        Math.min(1, (double) answers / so.persons()),
                        false)
                .minimumDetectable(plan.analysis().alpha());
    }

    /** Mean and central 95% of a beta-binomial count of n. */
    private record Spread(int mean, int low, int high) {

        static Spread of(int n, double a, double b) {
            double[] log = new double[n + 1];
            for (int k = 0; k < n; k++)
                log[k + 1] =
                        log[k]
                                + Math.log((n - k) / (k + 1.0))
                                + Math.log(a + k)
                                - Math.log(b + n - k - 1);
            double top = Double.NEGATIVE_INFINITY;
            for (double l : log) top = Math.max(top, l);
            double sum = 0;
            for (double l : log) sum += Math.exp(l - top);
            int low = 0;
            int high = n;
            double below = Math.exp(log[0] - top) / sum;
            while (low < n && below < TAIL) below += Math.exp(log[++low] - top) / sum;
            double above = Math.exp(log[n] - top) / sum;
            while (high > 0 && above < TAIL) above += Math.exp(log[--high] - top) / sum;
            return new Spread((int) Math.round(n * a / (a + b)), low, high);
        }
    }
}
