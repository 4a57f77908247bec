package skills.evaluation.simulation;

import java.util.function.DoubleUnaryOperator;
import skills.evaluation.plan.Scale;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;

/**
 * How answers to the items of one scale come about. Behind every item stands a normal variable with
 * variance 1, cut at equally wide steps into the answers. It is the sum of a part of the class, a
 * part of the person, and chance; the first two go together between first and last wave. Their
 * sizes are solved for, so that the scale score itself, steps and all, has the correlation and the
 * share between classes that a plan expects.
 *
 * @param sd of the scale score at the first wave, in points
 * @param classVariance of the class's part; @param classCorrelation of it between the waves
 * @param personVariance of the person's part; @param personCorrelation of it between the waves
 */
record AnswerModel(
        Scale scale,
        double sd,
        double classVariance,
        double classCorrelation,
        double personVariance,
        double personCorrelation) {

    /** Width of the middle answers of a scale with five; others are as wide in all. */
    private static final double WIDTH = 5;

    private static final double LEAST_ALPHA = .8;
    private static final double MOST = .98;

    /**
     * @param correlation of the scores of first and last wave; @param icc share between classes
     * @throws Unusable when no scale of so few items can be that stable
     */
    static AnswerModel of(Scale scale, double correlation, double icc) {
        Steps steps = Steps.of(scale);
        int k = scale.items();
        for (double alpha = LEAST_ALPHA; alpha < 1; alpha += .02) {
            double common = k == 1 ? MOST : steps.correlationForAlpha(alpha, k);
            if (common > MOST) break;
            double variance = (steps.variance() + (k - 1) * steps.covariance(common)) / k;
            double between = steps.correlationFor(icc * variance);
            double betweenWaves = steps.correlationFor(icc * correlation * variance);
            double waves = steps.correlationFor(correlation * variance);
            double person = common - between;
            double together = person > 0 ? (waves - betweenWaves) / person : 2;
            if (Math.abs(together) <= MOST)
                return new AnswerModel(
                        scale,
                        Math.sqrt(variance),
                        between,
                        between == 0 ? 0 : betweenWaves / between,
                        person,
                        together);
        }
        throw new Unusable(
                Unusable.Reason.OUT_OF_RANGE,
                "Scores of %d items cannot go together as %s from first to last wave."
                        .formatted(k, correlation));
    }

    /** Variance of what an item has for itself at each wave. */
    double ownVariance() {
        return 1 - classVariance - personVariance;
    }

    /**
     * By how much all items must shift for this many points of the scale.
     *
     * @throws Unusable when the scale has no room for it
     */
    double shift(double points) {
        Steps steps = Steps.of(scale);
        double middle = steps.mean(0);
        if (Math.abs(points) >= .95 * (scale.highest() - scale.lowest()) / 2)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE, "The scale has no room for such an effect.");
        return solve(x -> steps.mean(x) - middle, points, -8, 8);
    }

    /** The answer, keyed. */
    int answer(double behind) {
        int answer = scale.lowest();
        for (double cut : Steps.of(scale).cuts()) if (behind > cut) answer++;
        return answer;
    }

    /** Where an increasing function has this value. */
    static double solve(DoubleUnaryOperator increasing, double value, double low, double high) {
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (increasing.applyAsDouble(middle) < value) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /** A standard normal variable cut into answers. */
    private record Steps(double[] cuts) {

        static Steps of(Scale scale) {
            int answers = scale.highest() - scale.lowest() + 1;
            double[] cuts = new double[answers - 1];
            for (int j = 0; j < cuts.length; j++)
                cuts[j] = (j + 1 - answers / 2.) * WIDTH / answers;
            return new Steps(cuts);
        }

        /** Above the lowest answer, with all shifted. */
        double mean(double shift) {
            double mean = 0;
            for (double cut : cuts) mean += Tail.normalBelow(shift - cut);
            return mean;
        }

        double variance() {
            double squares = 0;
            for (int j = 0; j < cuts.length; j++)
                squares += (2 * j + 1) * Tail.normalBelow(-cuts[j]);
            return squares - mean(0) * mean(0);
        }

        /**
         * Of two such answers: the integral from 0 to the correlation of the sum over all pairs of
         * cuts of the bivariate normal density (Plackett 1954, doi:10.1093/biomet/41.3-4.351), by
         * Simpson's rule.
         */
        double covariance(double correlation) {
            int panels = 40;
            double sum = 0;
            for (int i = 0; i <= panels; i++) {
                double r = correlation * i / panels;
                double weight = i == 0 || i == panels ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * density(r);
            }
            return sum * correlation / panels / 3;
        }

        private double density(double r) {
            double left = 1 - r * r;
            double sum = 0;
            for (double a : cuts)
                for (double b : cuts)
                    sum += Math.exp(-(a * a - 2 * r * a * b + b * b) / (2 * left));
            return sum / (2 * Math.PI * Math.sqrt(left));
        }

        double correlationFor(double covariance) {
            return covariance == 0 ? 0 : solve(this::covariance, covariance, -.995, .995);
        }

        /** That k such answers need among each other for this alpha. */
        double correlationForAlpha(double alpha, int k) {
            return correlationFor(alpha * variance() / (k - alpha * (k - 1)));
        }
    }
}
