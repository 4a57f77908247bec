package skills.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the module may be built. */
class ShapeTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern USED = Pattern.compile("skills\\.statistics\\.([a-z]+)\\.[A-Z]");

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files(Path.of("src")))
            if (Files.readAllLines(file).size() > 400) tooLong.add(file.toString());
        assertThat(tooLong).isEmpty();
    }

    @Test
    void packagesDoNotUseEachOtherInCircles() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path file : files(MAIN)) {
            Path folder = MAIN.resolve("skills/statistics").relativize(file.getParent());
            String from = folder.toString().isEmpty() ? "(base)" : folder.toString();
            var matcher = USED.matcher(Files.readString(file));
            while (matcher.find())
                if (!matcher.group(1).equals(from) && !from.equals("(base)"))
                    uses.computeIfAbsent(from, k -> new TreeSet<>()).add(matcher.group(1));
        }
        for (String start : uses.keySet()) {
            Set<String> reached = new TreeSet<>();
            reach(uses, start, reached);
            assertThat(reached).as("what " + start + " leads to").doesNotContain(start);
        }
    }

    private static void reach(Map<String, Set<String>> uses, String from, Set<String> reached) {
        for (String next : uses.getOrDefault(from, Set.of()))
            if (reached.add(next)) reach(uses, next, reached);
    }

    @Test
    void nothingIsUsedButJavaAnnotationsAndTheNumericLibrary() throws IOException {
        List<String> others = new ArrayList<>();
        for (Path file : files(MAIN))
            for (String line : Files.readAllLines(file))
                if (line.startsWith("import ")
                        && !line.matches(
                                "import (static )?(java|skills\\.statistics|org\\.hipparchus|org\\.jspecify)\\..*"))
                    others.add(file + ": " + line);
        assertThat(others).isEmpty();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
