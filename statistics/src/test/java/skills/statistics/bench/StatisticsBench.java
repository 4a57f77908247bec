package skills.statistics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import skills.statistics.cluster.WildBootstrap;
import skills.statistics.design.Design;
import skills.statistics.irt.Calibrate;
import skills.statistics.items.Items;
import skills.statistics.missing.ChainedEquations;
import skills.statistics.mixed.MixedModel;

/**
 * ./skills bench statistics: seconds of the heavy methods on seeded data, the median of five runs
 * after two to warm up. Plain clock, this machine alone; no comparison with R. Not part of the
 * tests.
 */
class StatisticsBench {
    private final SplittableRandom random = new SplittableRandom(20261125);
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    @Test
    void heavyMethods() throws IOException {
        mixed();
        imputation();
        bootstrap();
        gradedResponse();
        String results =
                seconds.entrySet().stream()
                        .map(
                                e ->
                                        String.format(
                                                Locale.ROOT,
                                                "    \"%s\": %.4f",
                                                e.getKey(),
                                                e.getValue()))
                        .collect(Collectors.joining(",\n"));
        Files.writeString(
                Path.of("..", "bench", "results", "statistics.json"),
                """
                {
                  "date": "%s",
                  "machine": "%s, %d processors, Java %s",
                  "how": "median of 5 runs after 2, seconds, one thread unless said; other work ran on the machine",
                  "ratioToR": null,
                  "seconds": {
                %s
                  }
                }
                """
                        .formatted(
                                LocalDate.now(),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                results));
    }

    private void time(String what, Runnable work) {
        double[] runs = new double[5];
        for (int i = -2; i < runs.length; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= 0) runs[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(runs);
        seconds.put(what, runs[2]);
    }

    private double[] normal(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private void mixed() {
        double[] x = normal(10_000);
        double[] group = normal(500);
        double[] y = normal(10_000);
        String[] names = new String[10_000];
        for (int i = 0; i < y.length; i++) {
            names[i] = "g" + i % 500;
            y[i] += .5 * x[i] + .7 * group[i % 500];
        }
        Design design = Design.of(y.length).numeric("x", x);
        time(
                "mixed model, 10,000 rows, 500 groups, Satterthwaite",
                () ->
                        MixedModel.randomIntercept(design, y, names, MixedModel.Method.REML)
                                .coefficients(.95));
    }

    private void imputation() {
        Map<String, double[]> measures = new LinkedHashMap<>();
        double[] common = normal(1000);
        for (int j = 0; j < 6; j++) {
            double[] values = normal(1000);
            for (int i = 0; i < values.length; i++) {
                values[i] += common[i];
                if (j > 1 && random.nextDouble() < .2) values[i] = Double.NaN;
            }
            measures.put("x" + j, values);
        }
        for (int threads = 1; threads <= 2; threads++) {
            var how = new ChainedEquations(ChainedEquations.How.NORMAL, 50, 10, 1, threads);
            time(
                    "imputation, m = 50, 10 rounds, 1,000 persons, 6 measures, threads " + threads,
                    () -> how.impute(measures));
        }
    }

    private void bootstrap() {
        double[] x = normal(400);
        double[] y = normal(400);
        String[] classes = new String[400];
        for (int i = 0; i < 400; i++) classes[i] = "c" + i / 20;
        Design design = Design.of(400).numeric("x", x);
        time(
                "wild cluster bootstrap, 2,000 draws, 400 persons, 20 classes",
                () -> WildBootstrap.of(design, y, classes, 1, 2000, 1));
    }

    private void gradedResponse() {
        double[][] answers = new double[10_000][20];
        for (double[] person : answers) {
            double theta = random.nextGaussian();
            for (int j = 0; j < person.length; j++)
                for (int k = 0; k < 4; k++)
                    if (random.nextDouble() < 1 / (1 + Math.exp(-1.5 * (theta - (k - 1.5)))))
                        person[j]++;
        }
        Items items = Items.of(answers);
        time(
                "graded response, 20 items, 10,000 persons",
                () -> Calibrate.usual(Calibrate.Model.GRADED).fit(items));
    }
}
