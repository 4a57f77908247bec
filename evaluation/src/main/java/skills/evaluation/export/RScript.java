package skills.evaluation.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.Draws;
import skills.evaluation.analysis.MissingFinding;
import skills.evaluation.analysis.Part;
import skills.evaluation.analysis.Size;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.AnalysisPlan;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Wave;

/** The program in R that computes the results again, and the settings that it reads. */
final class RScript {

    private RScript() {}

    static String script() {
        return StudyExport.resource("analysis.R");
    }

    /** What the program must know of the plan, one thing a line. */
    private static String settings(StudyData data, List<Draws> draws) {
        Plan plan = data.plan();
        AnalysisPlan analysis = plan.analysis();
        List<List<String>> rows = new ArrayList<>();
        for (Wave wave : plan.waves()) rows.add(List.of("wave", wave.id(), wave.id()));
        rows.add(List.of("analysis", "first", analysis.first()));
        rows.add(List.of("analysis", "last", analysis.last()));
        for (Scale s : plan.scales())
            rows.add(
                    List.of(
                            "scale",
                            s.id(),
                            "%d|%s|%d|%d|%d"
                                    .formatted(
                                            s.items(),
                                            s.reversed().stream()
                                                    .map(String::valueOf)
                                                    .collect(Collectors.joining(" ")),
                                            s.lowest(),
                                            s.highest(),
                                            s.minAnswered())));
        for (Outcome o : plan.outcomes())
            rows.add(
                    List.of(
                            "outcome",
                            o.scale(),
                            (o.primary() ? "1|" : "0|") + o.smallestOfInterest()));
        List<String> predictors =
                analysis.predictors().isEmpty()
                        ? plan.outcomes().stream().map(Outcome::scale).toList()
                        : analysis.predictors();
        for (String scale : predictors) rows.add(List.of("predictor", scale, scale));
        rows.add(List.of("analysis", "level", String.valueOf(1 - analysis.alpha())));
        for (Draws d : draws) {
            rows.add(List.of("lead", d.scale(), d.lead().name()));
            rows.add(List.of("by_class", d.scale(), d.byClass() ? "1" : "0"));
        }
        return CsvFile.write(List.of("part", "name", "value"), rows, CsvFile.Dialect.COMMA);
    }

    static void add(StudyData data, List<Draws> draws, Map<String, byte[]> files) {
        files.put("analysis.R", DataPackageFile.bytes(script()));
        files.put("settings.csv", DataPackageFile.bytes(settings(data, draws)));
        files.put("design.csv", DataPackageFile.bytes(design(draws)));
        files.put("imputations.csv", DataPackageFile.bytes(imputations(draws)));
        files.put("resamples.csv", DataPackageFile.bytes(resamples(draws)));
    }

    /** What the models have of each person beside the first score and the offer. */
    private static String design(List<Draws> draws) {
        List<List<String>> rows = new ArrayList<>();
        for (Draws d : draws) {
            d.filled().ifThere(f -> persons("imputed", d.scale(), f.persons(), rows));
            d.resampled().ifThere(r -> persons("answered", d.scale(), r.persons(), rows));
        }
        return CsvFile.write(List.of("use", "scale", "id", "x"), rows, CsvFile.Dialect.COMMA);
    }

    private static void persons(
            String use, String scale, Draws.Persons persons, List<List<String>> rows) {
        for (int i = 0; i < persons.ids().size(); i++)
            rows.add(
                    List.of(
                            use,
                            scale,
                            persons.ids().get(i),
                            Arrays.stream(persons.x()[i])
                                    .mapToObj(Table::plain)
                                    .collect(Collectors.joining(" "))));
    }

    private static String imputations(List<Draws> draws) {
        List<List<String>> rows = new ArrayList<>();
        for (Draws d : draws)
            d.filled()
                    .ifThere(
                            f -> {
                                List<String> ids = f.persons().ids();
                                for (int s = 0; s < f.first().size(); s++)
                                    for (int i = 0; i < ids.size(); i++)
                                        rows.add(
                                                List.of(
                                                        d.scale(),
                                                        String.valueOf(s + 1),
                                                        ids.get(i),
                                                        shorter(f.first().get(s)[i]),
                                                        shorter(f.last().get(s)[i])));
                            });
        return CsvFile.write(
                List.of("scale", "set", "id", "first", "last"), rows, CsvFile.Dialect.COMMA);
    }

    /** Twelve digits: far finer than any answer, and half the size. */
    private static String shorter(double value) {
        return new BigDecimal(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String resamples(List<Draws> draws) {
        List<List<String>> rows = new ArrayList<>();
        for (Draws d : draws)
            d.resampled()
                    .ifThere(
                            r -> {
                                for (int s = 0; s < r.draws().size(); s++)
                                    rows.add(
                                            List.of(
                                                    d.scale(),
                                                    String.valueOf(s + 1),
                                                    Arrays.stream(r.draws().get(s))
                                                            .mapToObj(i -> String.valueOf(i + 1))
                                                            .collect(Collectors.joining(" "))));
                            });
        return CsvFile.write(List.of("scale", "draw", "places"), rows, CsvFile.Dialect.COMMA);
    }

    /** What was found from the draws, beside the results that need none. */
    static void results(List<Draws> draws, Map<String, @Nullable Object> results) {
        for (Draws d : draws) {
            results.put(
                    "drawn.imputed." + d.scale(),
                    d.filled().isThere()
                            ? imputed(d.filled().orThrow().found())
                            : unusable(d.filled()));
            results.put(
                    "drawn.bootstrap." + d.scale(),
                    d.resampled().isThere()
                            ? bootstrapped(d.resampled().orThrow().found())
                            : unusable(d.resampled()));
        }
    }

    private static Map<String, @Nullable Object> imputed(MissingFinding.Imputed found) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("n", found.effect().n());
        map.put("sets", found.sets());
        map.put("estimate", found.effect().estimate());
        map.put("se", found.effect().standardError());
        map.put("df", found.effect().df());
        map.put("low", found.effect().interval().low());
        map.put("high", found.effect().interval().high());
        map.put("p", found.effect().p());
        map.put("lambda", found.lambda());
        return map;
    }

    private static Map<String, @Nullable Object> bootstrapped(Size.Bootstrapped found) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("sd", found.sd());
        map.put("low", found.interval().low());
        map.put("high", found.interval().high());
        map.put("draws", found.draws());
        return map;
    }

    private static Map<String, @Nullable Object> unusable(Part<?> part) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("unusable", Objects.requireNonNull(part.not()).sentence());
        return map;
    }
}
