package skills.statistics.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Progress;
import skills.statistics.adaptive.Rules;
import skills.statistics.adaptive.simulation.Simulation;
import skills.statistics.causal.Instrument;
import skills.statistics.cluster.Classes;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.factor.Invariance;
import skills.statistics.factor.OneFactor;
import skills.statistics.factor.OrdinalFactor;
import skills.statistics.factor.Polychoric;
import skills.statistics.inference.Bootstrap;
import skills.statistics.irt.Calibrate;
import skills.statistics.irt.GradedResponse;
import skills.statistics.items.Items;
import skills.statistics.linear.LinearModel;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;
import skills.statistics.measurement.Reliability;
import skills.statistics.missing.ChainedEquations;
import skills.statistics.missing.FullInformation;
import skills.statistics.mixed.Gee;
import skills.statistics.mixed.MixedModel;
import skills.statistics.mixed.RepeatedMeasures;
import skills.statistics.reference.Given;
import skills.statistics.reference.Table;

/** What each method does in the bench; statistics.R does the same under the same name. */
final class Works {
    private Works() {}

    private static double[] table(List<Coefficient> coefficients, boolean df) {
        return coefficients.stream()
                .flatMapToDouble(
                        c ->
                                df
                                        ? Arrays.stream(
                                                new double[] {
                                                    c.estimate(), c.standardError(), c.df()
                                                })
                                        : Arrays.stream(
                                                new double[] {c.estimate(), c.standardError()}))
                .toArray();
    }

    private static double[] list(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    static Supplier<double[]> mixed(Frame d, int threads) {
        return () ->
                table(
                        MixedModel.randomIntercept(
                                        d.design(),
                                        d.number("y"),
                                        d.text("g"),
                                        MixedModel.Method.REML)
                                .coefficients(.95),
                        true);
    }

    static Supplier<double[]> slopes(Frame d, int threads) {
        return () ->
                table(
                        MixedModel.fit(
                                        d.design(),
                                        d.number("y"),
                                        d.text("g"),
                                        Map.of("x1", d.number("x1")),
                                        MixedModel.Method.REML)
                                .coefficients(.95),
                        true);
    }

    static Supplier<double[]> kenwardRoger(Frame d, int threads) {
        return () ->
                table(
                        MixedModel.randomIntercept(
                                        d.design(),
                                        d.number("y"),
                                        d.text("g"),
                                        MixedModel.Method.REML)
                                .kenwardRoger(.95),
                        true);
    }

    static Supplier<double[]> mmrm(Frame d, int threads) {
        String[] visits =
                Arrays.stream(d.number("visit")).mapToObj(v -> "v" + v).toArray(String[]::new);
        return () ->
                table(
                        RepeatedMeasures.fit(d.design(), d.number("y"), d.text("id"), visits, .95)
                                .coefficients(),
                        false);
    }

    static Supplier<double[]> gee(Frame d, int threads) {
        return () ->
                table(
                        Gee.fit(
                                        d.design(),
                                        d.number("y"),
                                        d.text("g"),
                                        Gee.Link.LOGIT,
                                        Gee.Working.EXCHANGEABLE,
                                        .95)
                                .coefficients(),
                        false);
    }

    static Supplier<double[]> cr2(Frame d, int threads) {
        return () ->
                table(
                        LinearModel.fit(d.design(), d.number("y"))
                                .clustered(d.text("g"))
                                .coefficients(.95),
                        true);
    }

    static Supplier<double[]> oneFactor(Frame d, int threads) {
        double[][] answers = d.answers();
        return () -> {
            OneFactor fit = OneFactor.of(Items.of(answers));
            return joined(list(fit.loadings()), list(fit.loadingErrors()));
        };
    }

    static Supplier<double[]> invariance(Frame d, int threads) {
        double[][] answers = d.answers();
        double[] group = d.number("group");
        return () -> {
            List<Items> groups = new ArrayList<>();
            for (int g = 1; g <= 2; g++) {
                int which = g;
                groups.add(
                        Items.of(
                                IntStream.range(0, answers.length)
                                        .filter(i -> group[i] == which)
                                        .mapToObj(i -> answers[i])
                                        .toArray(double[][]::new)));
            }
            return Invariance.of(groups).steps().stream()
                    .mapToDouble(s -> s.fit().chiSquared())
                    .toArray();
        };
    }

    static Supplier<double[]> wlsmv(Frame d, int threads) {
        double[][] answers = d.answers();
        return () -> {
            OrdinalFactor fit = OrdinalFactor.of(Items.of(answers));
            return joined(
                    list(fit.loadings()), list(fit.loadingErrors()), new double[] {fit.scaled()});
        };
    }

    static Supplier<double[]> polychoric(Frame d, int threads) {
        double[][] answers = d.answers();
        return () ->
                Polychoric.of(Items.of(answers)).correlations().stream()
                        .flatMapToDouble(row -> row.stream().mapToDouble(v -> v))
                        .toArray();
    }

    static Supplier<double[]> reliability(Frame d, int threads) {
        double[][] answers = d.answers();
        return () -> new double[] {Reliability.of(Items.of(answers)).alpha()};
    }

    static Supplier<double[]> graded(Frame d, int threads) {
        Items items = d.items();
        return () -> {
            var fit = Calibrate.usual(Calibrate.Model.GRADED).fit(items);
            return new double[] {fit.logLikelihood()};
        };
    }

    static Supplier<double[]> adaptive(Frame d, int threads) {
        Table t = Given.data().table("grm_bank30.csv");
        List<GradedResponse> bank = new ArrayList<>();
        for (int i = 0; i < t.size(); i++) {
            Table.Row row = t.row(i);
            bank.add(
                    GradedResponse.of(
                            row.number("a"),
                            row.number("b1"),
                            row.number("b2"),
                            row.number("b3"),
                            row.number("b4")));
        }
        return () -> new double[] {Simulation.of(bank, Rules.until(.3, 30), 1000, 1).meanLength()};
    }

    static Supplier<double[]> imputation(Frame d, int threads) {
        return imputed(d, ChainedEquations.How.NORMAL, threads);
    }

    static Supplier<double[]> matching(Frame d, int threads) {
        return imputed(d, ChainedEquations.How.MATCHING, threads);
    }

    /** Mean of each measure over all persons and data sets. */
    private static Supplier<double[]> imputed(Frame d, ChainedEquations.How kind, int threads) {
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (String name : d.names("v")) measures.put(name, d.number(name));
        ChainedEquations how = new ChainedEquations(kind, 50, 10, 1, threads);
        return () -> {
            double[] mean = new double[measures.size()];
            for (var done : how.impute(measures)) {
                int j = 0;
                for (double[] values : done.measures().values())
                    mean[j++] += Arrays.stream(values).sum() / values.length / 50;
            }
            return mean;
        };
    }

    static Supplier<double[]> fiml(Frame d, int threads) {
        List<String> names = d.names("v").subList(1, d.names("v").size());
        double[][] x = names.stream().map(d::number).toArray(double[][]::new);
        return () ->
                table(
                        FullInformation.regression("v1", d.number("v1"), names, x, .95)
                                .coefficients(),
                        false);
    }

    static Supplier<double[]> bootstrap(Frame d, int threads) {
        Matrix x = d.design().matrix();
        List<String> names = d.design().columns();
        double[] y = d.number("y");
        return () -> {
            var found =
                    new Bootstrap(2000, 1, threads)
                            .persons(
                                    y.length,
                                    rows -> effect(x, y, names, rows),
                                    .95,
                                    Progress.NONE);
            return new double[] {
                found.estimate(),
                found.standardError(),
                found.percentile().low(),
                found.percentile().high()
            };
        };
    }

    /** The bare regression, as R's .lm.fit. */
    static double effect(Matrix x, double[] y, List<String> names, int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < some.length; i++) some[i] = y[rows[i]];
        return LeastSquares.of(x.pickRows(rows), some, names).solution()[2];
    }

    static Supplier<double[]> wild(Frame d, int threads) {
        return () -> {
            var found = WildBootstrap.of(d.design(), d.number("y"), d.text("g"), 2, 2000, 1);
            return new double[] {found.estimate(), found.t(), found.p()};
        };
    }

    static Supplier<double[]> permutation(Frame d, int threads) {
        return () -> {
            Classes classes =
                    Classes.of(
                            Design.of(d.rows()).numeric("x1", d.number("x1")),
                            d.number("y"),
                            d.text("g"),
                            d.number("x2"));
            return new double[] {classes.difference(.95).difference(), classes.permutation().p()};
        };
    }

    static Supplier<double[]> instrument(Frame d, int threads) {
        return () -> {
            Instrument iv =
                    Instrument.of(
                            Design.of(d.rows()).numeric("x1", d.number("x1")),
                            d.number("y"),
                            d.number("use"),
                            d.number("x2"),
                            .95);
            double[] set =
                    iv.andersonRubin() instanceof Instrument.ConfidenceSet.Bounded(var i)
                            ? new double[] {i.low(), i.high()}
                            : new double[2];
            return new double[] {
                iv.effect().estimate(),
                iv.effect().standardError(),
                iv.f(),
                iv.hc0(),
                set[0],
                set[1],
                iv.wuHausman().statistic()
            };
        };
    }

    static Supplier<double[]> analysis(Frame d, int threads) {
        DefaultAnalysis analysis = new DefaultAnalysis(threads);
        return () -> analysis.run().stream().mapToDouble(v -> v).toArray();
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
