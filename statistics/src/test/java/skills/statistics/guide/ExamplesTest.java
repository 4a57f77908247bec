package skills.statistics.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skills.statistics.Progress;
import skills.statistics.Quantile;
import skills.statistics.causal.EValue;
import skills.statistics.causal.Propensity;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.distribution.Quantiles;
import skills.statistics.distribution.Tail;
import skills.statistics.effect.Sample;
import skills.statistics.effect.StandardizedDifference;
import skills.statistics.inference.Bootstrap;
import skills.statistics.inference.TwoGroups;
import skills.statistics.irt.Eap;
import skills.statistics.irt.GradedResponse;
import skills.statistics.irt.ResponsePattern;
import skills.statistics.items.Items;
import skills.statistics.linear.LinearModel;
import skills.statistics.linear.LinearModel.Robust;
import skills.statistics.logistic.LogisticModel;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.Matrix;
import skills.statistics.measurement.Reliability;
import skills.statistics.missing.ChainedEquations;
import skills.statistics.missing.Rubin;
import skills.statistics.mixed.MixedModel;
import skills.statistics.optim.NelderMead;
import skills.statistics.power.ClusterPower;
import skills.statistics.power.TwoGroupPower;

/** One example a package; docs/guide/statistics.md is made from the text between the marks. */
class ExamplesTest {
    private final SplittableRandom random = new SplittableRandom(1);
    private final double[] pre = normal(60, 3, .8);
    private final double[] offered = new double[60];
    private final String[] classes = new String[60];
    private final double[] post = new double[60];
    private final double[] minutes = normal(60, 30, 9);

    ExamplesTest() {
        for (int i = 0; i < 60; i++) {
            classes[i] = "class " + i / 10;
            offered[i] = i / 10 % 2;
            post[i] = 1.5 + .5 * pre[i] + .3 * offered[i] + .5 * random.nextGaussian();
        }
    }

    private double[] normal(int n, double mean, double sd) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = mean + sd * random.nextGaussian();
        return values;
    }

    @Test
    void effect() {
        // example effect: descriptives and effect sizes with exact intervals
        Sample with = Sample.of("offered", 3.4, 3.1, 4.0, 3.7, 2.9, Double.NaN);
        Sample without = Sample.of("control", 2.8, 3.0, 3.3, 2.6, 3.1);
        var d = StandardizedDifference.of(with, without, .95);
        System.out.printf(
                "g = %.2f, 95%% interval %.2f to %.2f%n",
                d.g(), d.gInterval().low(), d.gInterval().high());
        System.out.println(with.n() + " answered; " + with.dropped());
        // end
        assertThat(d.g()).isPositive();
        // example inference: two groups, pairs, tables, correlations, several tests at once
        TwoGroups two = TwoGroups.compare(with, without, .95);
        System.out.printf(
                "Welch t(%.1f) = %.2f, p = %.3f%n",
                two.welch().df(), two.welch().t(), two.welch().p());
        System.out.printf(
                "A random member of the group scores higher with chance %.2f%n",
                two.rankSum().superiority());
        // end
        assertThat(two.welch().p()).isBetween(0., 1.);
        // example long methods: a bootstrap on two threads, watched, that may be stopped
        double[] change = new double[60];
        for (int i = 0; i < 60; i++) change[i] = post[i] - pre[i];
        Progress watch =
                (done, of) -> {
                    if (done == of) System.out.println("all " + of + " parts done");
                    return !Thread.currentThread().isInterrupted(); // false throws Cancelled
                };
        var median =
                new Bootstrap(2000, 42, 2)
                        .persons(
                                60,
                                who ->
                                        Quantile.median(
                                                        Arrays.stream(who)
                                                                .mapToDouble(i -> change[i])
                                                                .toArray())
                                                .value(),
                                .95,
                                watch);
        System.out.println(median.estimate() + " within " + median.bca());
        // end
        assertThat(median.bca().holds(median.estimate())).isTrue();
    }

    @Test
    void models() {
        // example design: from variables to the columns of a model
        Design design =
                Design.of(60)
                        .numeric("pre", pre)
                        .factor("class", classes, "class 0")
                        .interaction("pre", "class");
        System.out.println(design.columns());
        // end
        assertThat(design.columns()).hasSize(12);
        // example linear: regression with robust errors, and errors for classes
        LinearModel fit =
                LinearModel.fit(
                        Design.of(60).numeric("pre", pre).numeric("offered", offered), post);
        fit.robust(Robust.HC3, .95)
                .forEach(
                        c ->
                                System.out.printf(
                                        "%s %.3f (%.3f), p = %.3f%n",
                                        c.term(), c.estimate(), c.standardError(), c.p()));
        var classLevel = fit.clustered(classes);
        System.out.println(
                "few clusters: "
                        + classLevel.few()
                        + ", df "
                        + classLevel.coefficients(.95).get(2).df());
        // end
        assertThat(classLevel.few()).isTrue();
        // example cluster: whole classes offered; all sign patterns, so no chance in it
        Design model = Design.of(60).numeric("pre", pre).numeric("offered", offered);
        var wild = WildBootstrap.of(model, post, classes, 2, 1999, 42);
        System.out.printf(
                "b = %.2f, p = %.3f over %d patterns%n",
                wild.estimate(), wild.p(), wild.patterns());
        // end
        assertThat(wild.patterns()).isEqualTo(64);
        // example mixed: persons in classes
        MixedModel mixed = MixedModel.randomIntercept(model, post, classes, MixedModel.Method.REML);
        System.out.println(
                mixed.singular()
                        ? "no variance between classes"
                        : "icc " + mixed.intraclassCorrelation());
        mixed.kenwardRoger(.95).forEach(c -> System.out.printf("%s df %.1f%n", c.term(), c.df()));
        // end
        assertThat(mixed.groups()).isEqualTo(6);
    }

    @Test
    void leavingAndCauses() {
        double[] left = new double[60];
        for (int i = 0; i < 60; i++) left[i] = random.nextDouble() < .4 ? 1 : 0;
        // example logistic: who leaves; separation is said, not estimated
        LogisticModel leaving =
                LogisticModel.fit(
                        Design.of(60).numeric("pre", pre).numeric("offered", offered), left);
        var interval = leaving.profile(1, .95);
        System.out.printf(
                "odds ratio of pre: %.2f to %.2f%n",
                Math.exp(interval.low()), Math.exp(interval.high()));
        // end
        assertThat(interval.low()).isLessThan(interval.high());
        double[] gaps = post.clone();
        for (int i = 0; i < 60; i++) if (left[i] == 1) gaps[i] = Double.NaN;
        // example missing: twenty completed data sets, one pooled result
        var completed =
                new ChainedEquations(ChainedEquations.How.NORMAL, 20, 10, 42, 2)
                        .impute(Map.of("pre", pre, "offered", offered, "post", gaps));
        var tables =
                completed.stream()
                        .map(
                                c ->
                                        LinearModel.fit(
                                                        Design.of(60)
                                                                .numeric("pre", c.measure("pre"))
                                                                .numeric("offered", offered),
                                                        c.measure("post"))
                                                .coefficients(.95))
                        .toList();
        Rubin effect = Rubin.pool(tables, .95).get(2);
        System.out.printf(
                "%.2f, df %.1f, share missing %.2f%n",
                effect.coefficient().estimate(), effect.coefficient().df(), effect.lambda());
        // end
        assertThat(effect.imputations()).isEqualTo(20);
        // example causal: groups made alike, and what could explain the result away
        Propensity score =
                Propensity.of(
                        Design.of(60).numeric("pre", pre).numeric("minutes", minutes), offered);
        double[] weights = score.weights(Propensity.Target.OVERLAP);
        var balance =
                Propensity.balance(
                        Map.of("pre", pre, "minutes", minutes), score.treated(), weights);
        System.out.println("differences after weighting: " + balance.differences());
        System.out.println("E-value " + EValue.standardizedDifference(.4, .15).limit());
        // end
        assertThat(balance.differences().get("pre")).isBetween(-1e-8, 1e-8);
    }

    @Test
    void measuringAndPlanning() {
        // example power: before the data
        System.out.println(
                "smallest effect seen: " + new TwoGroupPower(45, 26, .05).minimumDetectable(.8));
        System.out.println(
                "with 20 classes of 14: "
                        + new ClusterPower(20, 14, .1, .5).minimumDetectable(.8, .05));
        System.out.println(
                "persons a group for d = 0.3: " + TwoGroupPower.personsPerGroup(.3, .8, .05));
        // end
        assertThat(TwoGroupPower.personsPerGroup(.5, .8, .05)).isEqualTo(64);
        // example items, measurement: answers, and how well they hang together
        Items items =
                Items.of(
                        new double[][] {
                            {4, 5, 4}, {2, 1, 2}, {3, 3, 4}, {5, 4, 5}, {1, 2, 2}, {3, 4, 3}
                        });
        System.out.println("alpha " + Reliability.of(items).alpha());
        // end
        assertThat(Reliability.of(items).alpha()).isGreaterThan(.8);
        // example irt: where a person stands after three answers (the second was skipped)
        var bank =
                List.of(
                        GradedResponse.of(1.6, -1.9, -1.0, .2, 1.3),
                        GradedResponse.of(1.2, -2, -.5, .5, 2),
                        GradedResponse.of(1.8, -1.5, -.4, .6, 1.6));
        var ability = Eap.USUAL.estimate(bank, ResponsePattern.of(3, null, 4));
        System.out.println(ability);
        // end
        assertThat(ability).isNotNull();
        // example distribution, matrix, optim: what the methods stand on
        System.out.println(Tail.t(2.5, 12.3) + " " + Quantiles.t(.975, 12.3));
        System.out.println(
                Cholesky.of(Matrix.of(new double[][] {{2, 1}, {1, 3}}))
                        .orElseThrow()
                        .logDeterminant());
        var smallest =
                NelderMead.minimize(
                        p -> Math.pow(p[0] - 1, 2) + Math.pow(p[1] + 2, 2),
                        new double[2],
                        new double[] {1, 1});
        System.out.println(smallest.point()[0] + " " + smallest.convergence());
        // end
        assertThat(smallest.point()[1]).isBetween(-2.001, -1.999);
    }

    @Test
    void theGuideIsMadeFromThisFile() throws IOException {
        Path source = Path.of("src/test/java/skills/statistics/guide/ExamplesTest.java");
        StringBuilder guide =
                new StringBuilder(
                        "# Statistics in Java: one example a package\n\nMade from `ExamplesTest`, which the build runs. Missing values are `NaN` or `null`; what cannot be answered is refused with a sentence (`Unusable`). How each method compares with its reference: [docs/validation/statistics.md](../validation/statistics.md).\n");
        boolean inside = false;
        for (String line : Files.readAllLines(source)) {
            String text = line.strip();
            if (text.startsWith("// example ")) {
                String[] parts = text.substring("// example ".length()).split(": ", 2);
                guide.append("\n## ")
                        .append(parts[0])
                        .append("\n\n")
                        .append(Character.toUpperCase(parts[1].charAt(0)))
                        .append(parts[1].substring(1))
                        .append(".\n\n```java\n");
                inside = true;
            } else if (inside && text.equals("// end")) {
                guide.append("```\n");
                inside = false;
            } else if (inside)
                guide.append(line.length() > 8 ? line.substring(8) : "").append('\n');
        }
        Path docs = Path.of("..", "docs", "guide", "statistics.md");
        if (Files.isDirectory(docs.getParent())
                && (!Files.exists(docs) || !Files.readString(docs).equals(guide.toString())))
            Files.writeString(docs, guide.toString());
        assertThat(guide).contains("## linear", "## mixed", "## causal", "## irt");
    }
}
