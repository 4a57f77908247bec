package skills.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import skills.evaluation.plan.PlanFile;

/** A small made-up study as three files in a folder. */
public final class StudyFilesForTest {

    private StudyFilesForTest() {}

    public static void write(Path folder) throws IOException {
        var data = MadeUpStudies.data(new MadeUpStudies.Kind(60, 0, .4, false, false, .9), 5);
        Files.writeString(folder.resolve("plan.json"), PlanFile.pretty(data.plan()));
        Files.writeString(folder.resolve("people.csv"), MadeUpStudies.participants(data));
        Files.writeString(folder.resolve("answers.csv"), MadeUpStudies.responses(data));
    }
}
