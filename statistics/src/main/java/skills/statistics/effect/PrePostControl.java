package skills.statistics.effect;

import skills.statistics.Unusable;

/**
 * Morris' (2008) d_ppc2: the difference in mean change between two groups, in pooled standard
 * deviations of the pre-test: c ((post1 - pre1) - (post2 - pre2)) / s_pre, c = 1 - 3/(4(n1 + n2 -
 * 2) - 1). doi:10.1177/1094428106291059.
 *
 * @param correction c
 * @param prePooledSd s_pre
 */
public record PrePostControl(double d, double correction, double prePooledSd, int n1, int n2) {

    /** Each pre value belongs to the post value at the same place; none may be missing. */
    public static PrePostControl of(double[] pre1, double[] post1, double[] pre2, double[] post2) {
        Unusable.sameLength("The pre-test", pre1.length, "the post-test", post1.length);
        Unusable.sameLength("The pre-test", pre2.length, "the post-test", post2.length);
        for (double[] values : new double[][] {pre1, post1, pre2, post2})
            Unusable.finite("A test", values);
        Sample a = Sample.of("the pre-test of the group", pre1);
        Sample b = Sample.of("the pre-test of the reference group", pre2);
        int df = a.n() + b.n() - 2;
        double sd = Math.sqrt(((a.n() - 1) * a.variance() + (b.n() - 1) * b.variance()) / df);
        if (sd == 0)
            throw new Unusable(
                    Unusable.Reason.CONSTANT, "The pre-test does not vary, so it gives no unit.");
        double c = 1 - 3 / (4.0 * df - 1);
        double change1 = Sample.of("post", post1).mean() - a.mean();
        double change2 = Sample.of("post", post2).mean() - b.mean();
        return new PrePostControl(c * (change1 - change2) / sd, c, sd, a.n(), b.n());
    }
}
