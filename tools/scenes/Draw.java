import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the scenes of the personality questionnaire: java tools/scenes/Draw.java FOLDER [--still].
 * The same source always gives the same files.
 */
final class Draw {
    private Draw() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        boolean still = args.length > 1 && args[1].equals("--still");
        List<Scene> scenes =
                Stream.of(
                                Conscientiousness.scenes(),
                                Extraversion.scenes(),
                                Agreeableness.scenes(),
                                Stability.scenes(),
                                Openness.scenes())
                        .flatMap(List::stream)
                        .toList();
        for (Scene scene : scenes) {
            Files.writeString(folder.resolve(scene.id + ".svg"), scene.svg(still));
        }
        List<String> faults = scenes.stream().flatMap(scene -> scene.faults().stream()).toList();
        faults.forEach(System.err::println);
        System.out.println(scenes.size() + " scenes in " + folder);
        System.exit(faults.isEmpty() ? 0 : 1);
    }
}
