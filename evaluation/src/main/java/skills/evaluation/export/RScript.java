package skills.evaluation.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    static String settings(StudyData data) {
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
        return CsvFile.write(List.of("part", "name", "value"), rows, CsvFile.Dialect.COMMA);
    }

    static void add(StudyData data, Map<String, byte[]> files) {
        files.put("analysis.R", DataPackageFile.bytes(script()));
        files.put("settings.csv", DataPackageFile.bytes(settings(data)));
    }
}
