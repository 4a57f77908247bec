package skills.statistics.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import skills.statistics.adaptive.simulation.Simulation;
import skills.statistics.distribution.Quantiles;
import skills.statistics.irt.Eap;
import skills.statistics.irt.GradedResponse;
import skills.statistics.irt.Grid;
import skills.statistics.irt.PointEstimate;
import skills.statistics.irt.ResponsePattern;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

public final class AdaptiveCases implements CaseSet {

    private static final Eap EAP = new Eap(new Grid(-6, 6, .01), 0, 1, .90);

    @Override
    public void register(Cases cases) {
        Change change = Change.cell("grm_bank30.csv", 2, "b1", -1.9);
        cases.covers("cat.grm.trace", Tolerance.absolute(1e-4), change, AdaptiveCases::trace);
        cases.covers("cat.exposure", Tolerance.absolute(1e-6), change, AdaptiveCases::exposure);
    }

    private static List<GradedResponse> bank(Table table) {
        List<GradedResponse> bank = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            Table.Row row = table.row(i);
            bank.add(
                    GradedResponse.of(
                            row.number("a"),
                            row.number("b1"),
                            row.number("b2"),
                            row.number("b3"),
                            row.number("b4")));
        }
        return bank;
    }

    private static void trace(Given given, Found found) {
        Table table = given.table("grm_bank30.csv");
        List<GradedResponse> bank = bank(table);
        String[] names = table.texts("item");
        Rules rules = Rules.until(.30, 20).with(EAP);
        for (int person = 0; person < given.json("/expected").size(); person++) {
            String at = "/" + person + "/";
            int[] answers =
                    IntStream.of(ints(given.numbers("/expected" + at + "responses"))).toArray();
            found.leftOut(at + "responses", "input");
            found.leftOut(at + "true_theta", "input");
            Integer[] all = IntStream.of(answers).boxed().toArray(Integer[]::new);
            var full = ResponsePattern.of(all);
            found.number(at + "full_eap", EAP.estimate(bank, full).estimate());
            found.number(at + "full_sd", EAP.estimate(bank, full).standardError());
            found.number(at + "full_map", PointEstimate.USUAL.mode(bank, full).estimate());
            AdaptiveTest test = AdaptiveTest.start(bank, rules);
            Integer[] sofar = new Integer[bank.size()];
            int step = 0;
            while (!test.finished()) {
                var best = test.candidates().getFirst();
                int item = test.next(() -> 0).orElseThrow();
                test = test.answer(item, answers[item]);
                sofar[item] = answers[item];
                String line = at + "steps/" + step++ + "/";
                found.text(line + "item", names[item]);
                found.number(line + "info", best.information(), Tolerance.absolute(1e-5));
                found.number(line + "response", answers[item]);
                found.number(line + "eap", test.posterior().mean());
                found.number(line + "sd", test.posterior().sd());
                found.number(
                        line + "map",
                        PointEstimate.USUAL.mode(bank, ResponsePattern.of(sofar)).estimate());
            }
            found.number(at + "n_items", step);
            found.behaves(
                    at + "resumed it is the same",
                    AdaptiveTest.resume(bank, rules, test.answers()).posterior().mean()
                            == test.posterior().mean());
        }
    }

    private static int[] ints(double[] values) {
        return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
    }

    private static void exposure(Given given, Found found) {
        Table table = given.table("grm_bank30.csv");
        List<GradedResponse> bank = bank(table);
        String[] names = table.texts("item");
        int persons = 300;
        Numbers numbers = new Numbers(20261125);
        double[] truth = new double[persons];
        for (int i = 0; i < persons; i++) truth[i] = Quantiles.normal(numbers.next());
        int[][] answers = new int[persons][30];
        for (int i = 0; i < persons; i++)
            for (int j = 0; j < 30; j++)
                answers[i][j] = Simulation.answer(bank.get(j), truth[i], numbers.next());
        double[][] choice = new double[persons][30];
        for (double[] row : choice) for (int j = 0; j < 30; j++) row[j] = numbers.next();
        full(found, bank, truth, answers);
        IntFunction<List<DoubleSupplier>> random =
                unused -> {
                    List<DoubleSupplier> all = new ArrayList<>();
                    for (double[] row : choice) {
                        int[] at = {0};
                        all.add(() -> row[at[0]++]);
                    }
                    return all;
                };
        for (String name : List.of("k1", "k3", "k5", "k1_se040")) {
            int among = name.charAt(1) - '0';
            double limit = name.endsWith("040") ? .40 : .30;
            Rules rules = Rules.until(limit, 20).with(EAP).among(among);
            var run = Simulation.of(bank, rules, truth, answers, random.apply(0));
            compare(found, "/" + name + "/", run, names, among);
            if (name.endsWith("040")) found.number("/" + name + "/stop_se", limit);
        }
    }

    private static void full(
            Found found, List<GradedResponse> bank, double[] truth, int[][] answers) {
        Rules rules = new Rules(EAP, 1e-9, 30, 30, 1, List.of());
        List<DoubleSupplier> none = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) none.add(() -> 0);
        var run = Simulation.of(bank, rules, truth, answers, none);
        found.number("/full_bank/cor_true", run.correlation());
        found.number("/full_bank/rmse", run.rmse());
        found.number("/full_bank/mean_se", run.meanError());
    }

    private static void compare(Found found, String at, Simulation run, String[] names, int among) {
        found.number(at + "randomesque", among);
        found.number(at + "mean_length", run.meanLength());
        found.number(at + "median_length", run.medianLength());
        found.numbers(at + "exposure", run.exposure().stream().mapToDouble(v -> v).toArray());
        found.number(
                at + "max_exposure", run.exposure().stream().mapToDouble(v -> v).max().orElse(0));
        found.number(at + "unused_items", run.exposure().stream().filter(v -> v == 0).count());
        found.number(at + "overlap_rate_approx", run.overlap());
        found.number(at + "bias", run.bias());
        found.number(at + "rmse", run.rmse());
        found.number(at + "cor_true", run.correlation());
        found.number(at + "mean_se", run.meanError());
        found.number(at + "marginal_reliability", run.marginalReliability());
        found.number(at + "reached_se", run.reached());
        for (int i = 0; i < 3; i++)
            found.text(at + "first3_items/" + i, names[run.runs().getFirst().items().get(i)]);
        for (int i = 0; i < 10; i++) {
            found.number(at + "est_first10/" + i, run.runs().get(i).estimate());
            found.number(at + "len_first10/" + i, run.runs().get(i).items().size());
        }
    }

    /** The minimal standard generator: x = 16807 x mod 2147483647. */
    private static final class Numbers {
        private long x;

        Numbers(long seed) {
            x = seed;
        }

        double next() {
            x = 16807 * x % 2147483647;
            return x / 2147483647.;
        }
    }
}
