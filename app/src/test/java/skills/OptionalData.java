package skills;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that is not part of the project: in the folder {@code SKILLS_DATA}, by default {@code
 * ../shared/data} beside the repository. A check whose data is absent is left out and says so.
 */
public final class OptionalData {

    private OptionalData() {}

    /** The file or folder, or the calling test ends here as left out. */
    public static Path need(String relative) {
        String place = System.getenv("SKILLS_DATA");
        Path repository = Path.of("").toAbsolutePath().getParent();
        Path root =
                place == null || place.isBlank()
                        ? repository.resolve("../shared/data")
                        : Path.of(place);
        Path path = root.resolve(relative).normalize();
        if (!Files.exists(path)) {
            System.out.println("LEFT OUT: a check on " + relative + ", which is not here");
            Assumptions.abort("optional data absent: " + relative);
        }
        return path;
    }
}
