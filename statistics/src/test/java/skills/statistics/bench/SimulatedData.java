package skills.statistics.bench;

import java.util.SplittableRandom;

/** Larger data, made by the models themselves from a fixed seed. */
final class SimulatedData {
    private final SplittableRandom random = new SplittableRandom(20261125);

    private double[] normal(int n) {
        return Frame.filled(n, i -> random.nextGaussian());
    }

    private static String[] groups(int n, int groups) {
        String[] names = new String[n];
        for (int i = 0; i < n; i++) names[i] = "g" + i * (long) groups / n;
        return names;
    }

    /** A measure of the person (x1) and one of the group (x2); intercepts and slopes vary. */
    Frame grouped(int n, int groups, double slopes) {
        double[] x = normal(n);
        double[] w = normal(groups);
        double[] level = normal(groups);
        double[] slope = normal(groups);
        double[] noise = normal(n);
        int size = n / groups;
        return new Frame()
                .number(
                        "y",
                        Frame.filled(
                                n,
                                i ->
                                        .5 * x[i]
                                                + .3 * w[i / size]
                                                + .7 * level[i / size]
                                                + slopes * slope[i / size] * x[i]
                                                + noise[i]))
                .number("x1", x)
                .number("x2", Frame.filled(n, i -> w[i / size]))
                .text("g", groups(n, groups));
    }

    /** Four visits; a fifth of the later ones is missing. Columns: visits, arm, arm by visit. */
    Frame visits(int persons) {
        int n = persons * 4;
        double[] level = normal(persons);
        double[] noise = normal(n);
        double[] arm = Frame.filled(n, i -> i / 4 % 2);
        double[] y =
                Frame.filled(
                        n,
                        i -> {
                            int t = i % 4;
                            boolean gone = t > 0 && random.nextDouble() < .2;
                            double value =
                                    level[i / 4] * (.6 + .1 * t)
                                            + .2 * t
                                            + .1 * arm[i] * t
                                            + noise[i] * (.5 + .1 * t);
                            return gone ? Double.NaN : value;
                        });
        Frame frame = new Frame().number("y", y);
        for (int t = 1; t < 4; t++) {
            int visit = t;
            frame.number("x" + t, Frame.filled(n, i -> i % 4 == visit ? 1 : 0));
            frame.number("x" + (4 + t), Frame.filled(n, i -> i % 4 == visit ? arm[i] : 0));
        }
        return frame.number("x4", arm)
                .number("visit", Frame.filled(n, i -> i % 4 + 1))
                .text("id", groups(n, persons))
                .complete();
    }

    /** Yes or no, five times a person. */
    Frame repeated(int persons) {
        int n = persons * 5;
        double[] level = normal(persons);
        double[] x = normal(n);
        double[] arm = Frame.filled(n, i -> i / 5 % 2);
        return new Frame()
                .number(
                        "y",
                        Frame.filled(
                                n,
                                i ->
                                        random.nextDouble()
                                                        < 1
                                                                / (1
                                                                        + Math.exp(
                                                                                -.4 * x[i]
                                                                                        - .5
                                                                                                * arm[
                                                                                                        i]
                                                                                        - level[
                                                                                                i
                                                                                                        / 5]))
                                                ? 1
                                                : 0))
                .number("x1", x)
                .number("x2", arm)
                .number("x3", Frame.filled(n, i -> i % 5))
                .text("g", groups(n, persons));
    }

    /** One factor; with steps the answers are 1 to 5, cut where the latent passes. */
    Frame items(int persons, int items, boolean steps) {
        double[] level = normal(persons);
        Frame frame = new Frame();
        for (int j = 0; j < items; j++) {
            double loading = .5 + .3 * j / items;
            double[] noise = normal(persons);
            double shift = .4 * (j % 3 - 1);
            frame.number(
                    "v" + (j + 1),
                    Frame.filled(
                            persons,
                            i -> {
                                double z =
                                        loading * level[i]
                                                + Math.sqrt(1 - loading * loading) * noise[i];
                                if (!steps) return z;
                                int answer = 1;
                                for (double cut : new double[] {-1.4, -.5, .4, 1.3})
                                    if (z > cut + shift) answer++;
                                return answer;
                            }));
        }
        return frame.number("group", Frame.filled(persons, i -> i % 2 + 1));
    }

    /** Answers 0 to 4 by the graded response model. */
    Frame graded(int persons, int items) {
        double[][] answers = new double[items][persons];
        for (int i = 0; i < persons; i++) {
            double theta = random.nextGaussian();
            for (int j = 0; j < items; j++) {
                double slope = 1 + .05 * j;
                double u = random.nextDouble();
                for (int k = 0; k < 4; k++)
                    if (u < 1 / (1 + Math.exp(-slope * (theta - (k - 1.5) - .05 * (j - 10)))))
                        answers[j][i]++;
            }
        }
        Frame frame = new Frame();
        for (int j = 0; j < items; j++) frame.number("v" + (j + 1), answers[j]);
        return frame;
    }

    /** Measures that go together, a fifth missing in all but the first two. */
    Frame gaps(int persons, int measures) {
        double[] common = normal(persons);
        Frame frame = new Frame();
        for (int j = 0; j < measures; j++) {
            double[] noise = normal(persons);
            boolean whole = j < 2;
            frame.number(
                    "v" + (j + 1),
                    Frame.filled(
                            persons,
                            i ->
                                    !whole && random.nextDouble() < .2
                                            ? Double.NaN
                                            : common[i] + noise[i]));
        }
        return frame;
    }

    /** An outcome, a measure before and an arm; classes of twenty, whole classes in an arm. */
    Frame trial(int persons) {
        double[] pre = normal(persons);
        double[] arm = Frame.filled(persons, i -> i / 20 % 2);
        double[] use = Frame.filled(persons, i -> random.nextDouble() < .1 + .6 * arm[i] ? 1 : 0);
        double[] noise = normal(persons);
        String[] classes = new String[persons];
        for (int i = 0; i < persons; i++) classes[i] = "c" + i / 20;
        double[] of = normal(persons / 20);
        return new Frame()
                .number(
                        "y",
                        Frame.filled(
                                persons,
                                i -> .5 * pre[i] + .3 * use[i] + .2 * of[i / 20] + noise[i]))
                .number("x1", pre)
                .number("x2", arm)
                .number("use", use)
                .text("g", classes);
    }
}
