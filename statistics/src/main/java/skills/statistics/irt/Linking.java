package skills.statistics.irt;

import java.util.ArrayList;
import java.util.List;
import skills.statistics.Convergence;
import skills.statistics.Unusable;
import skills.statistics.matrix.Symmetric;

/**
 * Puts items that were scaled on another group on an old scale: theta there = slope theta here +
 * shift, from items that both have. Characteristic curves: Stocking and Lord (1983),
 * doi:10.1177/014662168300700208: the expected sum scores of the common items should agree over a
 * normal population; begun at mean and sigma (Marco 1977, doi:10.1111/j.1745-3984.1977.tb00033.x).
 *
 * @param slope above 0
 * @param shift in the unit of the old scale
 * @param misfit root mean square of the difference of the expected sum scores, in score points
 * @param convergence criterion: largest step
 */
public record Linking(double slope, double shift, double misfit, Convergence convergence) {

    private static final Grid GRID = new Grid(-4, 4, .1);

    /**
     * @param old the common items on the old scale
     * @param fresh the same items, in the same order, on the new one
     * @throws Unusable when there are fewer than 2 common items, they differ in kind or number of
     *     answers, or their thresholds do not vary
     */
    public static Linking of(List<? extends Item> old, List<? extends Item> fresh) {
        Unusable.sameLength("The old scale", old.size(), "the new one", fresh.size());
        Unusable.atLeast(2, old.size(), "common items");
        for (int j = 0; j < old.size(); j++)
            if (old.get(j).getClass() != fresh.get(j).getClass()
                    || old.get(j).categories() != fresh.get(j).categories())
                throw new Unusable(
                        Unusable.Reason.MISMATCH,
                        "Common item %d is not of one kind on both scales.".formatted(j + 1));
        double[] a = spread(old);
        double[] b = spread(fresh);
        if (!(a[1] > 1e-9 && b[1] > 1e-9))
            throw new Unusable(
                    Unusable.Reason.CONSTANT, "The thresholds of the common items do not vary.");
        double[] at = {a[1] / b[1], a[0] - a[1] / b[1] * b[0]};
        double largest = Double.POSITIVE_INFINITY;
        int iteration = 0;
        while (iteration < 100 && largest > 1e-10) {
            double[] step = step(old, fresh, at);
            double before = square(differences(old, fresh, at));
            double factor = 1;
            double[] next;
            while (true) {
                next = new double[] {at[0] + factor * step[0], at[1] + factor * step[1]};
                if (next[0] > 0 && square(differences(old, fresh, next)) <= before + 1e-15) break;
                if (factor < 1e-8) {
                    next = at;
                    break;
                }
                factor /= 2;
            }
            largest = Math.max(Math.abs(step[0]), Math.abs(step[1]));
            at = next;
            iteration++;
        }
        return new Linking(
                at[0],
                at[1],
                Math.sqrt(square(differences(old, fresh, at))),
                new Convergence(largest <= 1e-10, iteration, largest));
    }

    /** An item of the new scale on the old one. */
    public Item onOldScale(Item item) {
        return moved(item, slope, shift);
    }

    private static Item moved(Item item, double slope, double shift) {
        return switch (item) {
            case GradedResponse g -> new GradedResponse(g.a() / slope, moved(g.b(), slope, shift));
            case PartialCredit p -> new PartialCredit(p.a() / slope, moved(p.b(), slope, shift));
        };
    }

    private static List<Double> moved(List<Double> b, double slope, double shift) {
        return b.stream().map(v -> slope * v + shift).toList();
    }

    /** Mean and deviation of all thresholds. */
    private static double[] spread(List<? extends Item> items) {
        List<Double> all = new ArrayList<>();
        for (Item item : items)
            all.addAll(
                    switch (item) {
                        case GradedResponse g -> g.b();
                        case PartialCredit p -> p.b();
                    });
        double mean = all.stream().mapToDouble(v -> v).average().orElse(0);
        double square = all.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new double[] {mean, Math.sqrt(square / all.size())};
    }

    /** Expected sum scores old less new, each times the root of its weight. */
    private static double[] differences(
            List<? extends Item> old, List<? extends Item> fresh, double[] at) {
        double[] off = new double[GRID.size()];
        double all = 0;
        for (int q = 0; q < off.length; q++) all += Math.exp(-GRID.at(q) * GRID.at(q) / 2);
        for (int j = 0; j < old.size(); j++) {
            Item item = moved(fresh.get(j), at[0], at[1]);
            for (int q = 0; q < off.length; q++)
                off[q] += old.get(j).expected(GRID.at(q)) - item.expected(GRID.at(q));
        }
        for (int q = 0; q < off.length; q++)
            off[q] *= Math.sqrt(Math.exp(-GRID.at(q) * GRID.at(q) / 2) / all);
        return off;
    }

    private static double square(double[] values) {
        double sum = 0;
        for (double v : values) sum += v * v;
        return sum;
    }

    /** Gauss-Newton, with slopes by central differences. */
    private static double[] step(
            List<? extends Item> old, List<? extends Item> fresh, double[] at) {
        double h = 1e-5;
        double[][] slopes = new double[2][];
        for (int p = 0; p < 2; p++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[p] += h;
            down[p] -= h;
            double[] above = differences(old, fresh, up);
            double[] below = differences(old, fresh, down);
            slopes[p] = new double[above.length];
            for (int q = 0; q < above.length; q++) slopes[p][q] = (above[q] - below[q]) / (2 * h);
        }
        double[] off = differences(old, fresh, at);
        double[][] cross = new double[2][2];
        double[] pull = new double[2];
        for (int p = 0; p < 2; p++)
            for (int q = 0; q < off.length; q++) {
                pull[p] -= slopes[p][q] * off[q];
                for (int r = 0; r < 2; r++) cross[p][r] += slopes[p][q] * slopes[r][q];
            }
        return Symmetric.of("The common items", cross).solve(pull);
    }
}
