package skills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import skills.platform.Progress;
import skills.study.StudyFromFiles;

/**
 * {@code ./skills study analyse PARTICIPANTS.csv RESPONSES.csv SPEC.json --out DIR}: the report of
 * a study from its files, without a database. The last line on the output stream is one JSON
 * object.
 */
final class StudyCommand {

    private StudyCommand() {}

    static int run(String[] args) {
        try {
            Options options = Options.parse(args, Set.of("--out"), Set.of());
            List<String> rest = options.rest();
            if (rest.size() != 4 || !rest.getFirst().equals("analyse") || !options.has("--out"))
                throw new Options.WrongUse(
                        "study analyse takes PARTICIPANTS.csv RESPONSES.csv SPEC.json --out DIR.");
            List<Path> files = rest.stream().skip(1).map(Path::of).toList();
            for (Path file : files)
                if (!Files.isRegularFile(file)) throw new IOException(file + " is no file.");
            System.out.println(
                    StudyFromFiles.analyse(
                            files.get(0),
                            files.get(1),
                            files.get(2),
                            Path.of(options.get("--out", "")),
                            Progress.onStderr()));
            return 0;
        } catch (Options.WrongUse wrong) {
            System.err.println(wrong.getMessage() + " Try: ./skills help");
            return 2;
        } catch (Exception e) {
            System.err.println("Not analysed: " + RunCommand.reason(e));
            if (System.getenv("SKILLS_DEBUG") != null) e.printStackTrace();
            return 1;
        }
    }
}
