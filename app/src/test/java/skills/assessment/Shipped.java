package skills.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The instruments that ship, read from their files without a database. */
final class Shipped {

    private static final Path FOLDER = Path.of("../content/instruments");

    private Shipped() {}

    static Instrument read(String name) {
        Map<String, String> files = files(name);
        for (String report : List.of("report_nl.yaml", "report_en.yaml")) {
            String text = files.getOrDefault(report, "");
            if (text.startsWith("same: "))
                files.put(report, files(text.substring(6).strip()).get(report));
        }
        return InstrumentReader.read(name, files);
    }

    static Map<String, String> files(String name) {
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.list(FOLDER.resolve(name))) {
            for (Path file : all.filter(f -> f.toString().matches(".+\\.(yaml|md)")).toList())
                files.put(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
