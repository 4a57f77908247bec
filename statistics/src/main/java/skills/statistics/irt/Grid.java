package skills.statistics.irt;

import skills.statistics.Unusable;

/**
 * Equally spaced trait levels over which a posterior is summed. For smooth functions that vanish at
 * both ends the error of such a sum falls faster than any power of the step.
 *
 * @param from lowest level
 * @param to highest level, above from
 * @param step distance, above 0; must divide the range into 2 to 100,000 steps
 */
public record Grid(double from, double to, double step) {

    /** From -6 to 6 by 0.05. */
    public static final Grid USUAL = new Grid(-6, 6, .05);

    /**
     * @throws Unusable when the range or the step is outside what is said above
     */
    public Grid {
        double steps = (to - from) / step;
        if (!(Double.isFinite(from) && Double.isFinite(to) && from < to && step > 0))
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "A grid runs from low to high by a step above 0.");
        if (!(steps >= 2 && steps <= 100_000) || Math.abs(steps - Math.rint(steps)) > 1e-6)
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The step must divide the range into 2 to 100,000 steps, not " + steps + ".");
    }

    public int size() {
        return (int) Math.rint((to - from) / step) + 1;
    }

    /** Level number i, from 0. */
    public double at(int i) {
        return from + i * step;
    }
}
