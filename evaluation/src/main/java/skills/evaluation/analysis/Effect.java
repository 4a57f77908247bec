package skills.evaluation.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.statistics.Coefficient;
import skills.statistics.Unusable;

/**
 * A difference between two groups at the last wave: offered less control, or users less others.
 *
 * @param n persons in it; @param group of these offered (or users); @param reference the others
 * @param estimate in points of the scale; above 0: the offered score higher
 * @param standardError in points; @param df null for a normal test
 * @param sd the same difference in standard deviations of the first wave; its {@code sdInterval}
 * @param p two-sided, not corrected for several outcomes
 * @param leftOut of those who enrolled
 */
public record Effect(
        int n,
        int group,
        int reference,
        double estimate,
        double standardError,
        @Nullable Double df,
        Range interval,
        double p,
        double sd,
        Range sdInterval,
        List<LeftOut> leftOut) {

    public Effect {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * @param unit standard deviation of the first wave
     * @throws Unusable when the coefficient is no number: the data leave it open
     */
    static Effect of(Coefficient c, int n, int group, double unit, List<LeftOut> leftOut) {
        Unusable.finite(
                "The effect", new double[] {c.estimate(), c.standardError(), c.p(), 1 / unit});
        return new Effect(
                n,
                group,
                n - group,
                c.estimate(),
                c.standardError(),
                Double.isFinite(c.df()) ? c.df() : null,
                Range.of(c.interval()),
                c.p(),
                c.estimate() / unit,
                Range.of(c.interval().times(1 / unit)),
                leftOut);
    }
}
