package skills.evaluation.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import skills.evaluation.data.StudyData;
import skills.evaluation.data.StudyFiles;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;

/**
 * The simulated original study: its plan ships, its answers are the reference data of the tests.
 */
public final class Original {

    public static final Path REFERENCE = Path.of("../statistics/src/test/resources/reference");

    private static final StudyData DATA = changed(s -> s, s -> s, s -> s);

    private Original() {}

    public static Plan plan() {
        return DATA.plan();
    }

    public static StudyData data() {
        return DATA;
    }

    /** The same with the text of its plan, participants or answers changed before it is read. */
    public static StudyData changed(
            UnaryOperator<String> plan,
            UnaryOperator<String> participants,
            UnaryOperator<String> answers) {
        return StudyFiles.read(
                        PlanFile.read(
                                plan.apply(
                                        text(
                                                Path.of(
                                                        "../content/studies/original-simulated.json")))),
                        new java.io.StringReader(
                                participants.apply(
                                        text(REFERENCE.resolve("study_participants.csv")))),
                        new java.io.StringReader(
                                answers.apply(text(REFERENCE.resolve("study_responses.csv")))))
                .data();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
