package skills.statistics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same work in R, where it is installed.
 *
 * @param results by method/data; empty when R or one of the packages is not there
 * @param versions of R, of its packages, and its linear algebra
 */
record InR(Map<String, Result> results, List<String> versions) {

    /** Seconds of the clock and of the processor, medians of warm runs, and what came out. */
    record Result(double seconds, double processor, double[] values) {

        /** Largest difference from ours, as a share of R's number where that is above .01. */
        double difference(double[] ours) {
            if (ours.length != values.length) return Double.POSITIVE_INFINITY;
            double largest = 0;
            for (int i = 0; i < ours.length; i++)
                if (ours[i] != values[i])
                    largest =
                            Math.max(
                                    largest,
                                    Math.abs(ours[i] - values[i])
                                            / Math.max(.01, Math.abs(values[i])));
            return largest;
        }
    }

    static InR run(List<Task> tasks) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("statistics-bench");
        List<String> names = new ArrayList<>();
        for (Task task : tasks)
            if (task.alone() == null && !names.contains(task.inR())) {
                names.add(task.inR());
                task.data().write(folder.resolve(task.inR().replace('/', '-') + ".csv"));
            }
        Files.write(folder.resolve("tasks.txt"), names);
        Map<String, Result> results = new LinkedHashMap<>();
        List<String> versions = List.of();
        try {
            ProcessBuilder r =
                    new ProcessBuilder(
                            "Rscript",
                            Path.of("..", "bench", "statistics.R").toString(),
                            folder.toString());
            // Its work is small: several threads in the linear algebra would only slow it down.
            r.environment().put("OPENBLAS_NUM_THREADS", "1");
            int exit = r.inheritIO().start().waitFor();
            if (exit != 0) System.out.println("R stopped with " + exit + "; what it did is kept.");
            if (Files.exists(folder.resolve("r.tsv")))
                for (String line : Files.readAllLines(folder.resolve("r.tsv"))) {
                    String[] part = line.split("\t");
                    results.put(
                            part[0],
                            new Result(
                                    Double.parseDouble(part[1].trim()),
                                    Double.parseDouble(part[2].trim()),
                                    Arrays.stream(part[3].split(" "))
                                            .mapToDouble(InR::number)
                                            .toArray()));
                }
            if (Files.exists(folder.resolve("versions.txt")))
                versions = Files.readAllLines(folder.resolve("versions.txt"));
        } catch (IOException e) {
            System.out.println("R is not installed (no Rscript), so there are no ratios to it.");
        }
        return new InR(results, versions);
    }

    private static double number(String text) {
        return switch (text) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "NA", "NaN" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
