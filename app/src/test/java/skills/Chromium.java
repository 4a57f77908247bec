package skills;

import java.nio.file.Files;
import java.nio.file.Path;

/** The browser that bin/chromium-ready made ready: unpacked under target, or the installed one. */
public final class Chromium {

    private Chromium() {}

    public static Path path() {
        Path unpacked = Path.of("../target/chromium/run").toAbsolutePath().normalize();
        return Files.exists(unpacked) ? unpacked : Path.of("/usr/bin/chromium");
    }
}
