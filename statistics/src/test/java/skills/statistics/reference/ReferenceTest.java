package skills.statistics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One test for each case of the reference files, made from those files: a case without code fails,
 * unless open-cases.txt names it. Writes docs/validation/statistics.md.
 */
class ReferenceTest {

    private static final Map<String, ReferenceCase> ALL = ReferenceCase.all();
    private static final Map<String, Cases.Covered> COVERED = registered();
    private static final Map<String, Found> FOUND = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> everyCaseIsReproduced() {
        Set<String> open = open();
        return ALL.values().stream()
                .filter(c -> COVERED.containsKey(c.id()) || !open.contains(c.id()))
                .map(c -> DynamicTest.dynamicTest(c.id(), () -> reproduce(c)));
    }

    @Test
    void theListOfOpenCasesIsExact() {
        assertThat(open()).as("open, but no such case").isSubsetOf(ALL.keySet());
        assertThat(open()).as("open, but covered").doesNotContainAnyElementsOf(COVERED.keySet());
        assertThat(COVERED.keySet()).as("covered, but no such case").isSubsetOf(ALL.keySet());
    }

    @AfterAll
    static void writesThePage() throws IOException {
        if (FOUND.size() == COVERED.size()) ValidationPage.write(ALL, FOUND);
    }

    private static void reproduce(ReferenceCase of) {
        Cases.Covered how = COVERED.get(of.id());
        if (how == null) fail("no code covers this case: " + of.json().get("method"));
        Found found = run(of, how, new Given(of, null));
        FOUND.put(of.id(), found);
        if (!found.wrong().isEmpty()) fail(String.join("\n", found.wrong()));
        Given changed = new Given(of, how.change());
        Map<String, Object> after;
        try {
            after = run(of, how, changed).seen();
        } catch (RuntimeException refused) {
            after = Map.of("refused", refused.toString());
        }
        assertThat(changed.applied())
                .as("the data that " + how.change() + " names was read")
                .isTrue();
        assertThat(after).as("results follow " + how.change()).isNotEqualTo(found.seen());
    }

    private static Found run(ReferenceCase of, Cases.Covered how, Given given) {
        Found found = new Found(of, how.tolerance());
        how.reproduction().run(given, found);
        return found;
    }

    private static Set<String> open() {
        try (var in = ReferenceTest.class.getResourceAsStream("/reference/open-cases.txt")) {
            Set<String> ids = new LinkedHashSet<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                if (!line.isBlank() && !line.startsWith("#"))
                    assertThat(ids.add(line.strip())).as(line + " stands once").isTrue();
            return ids;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Cases.Covered> registered() {
        Cases cases = new Cases();
        try {
            Path root = Path.of(ReferenceTest.class.getResource("/").toURI());
            List<Path> classes = new ArrayList<>();
            try (Stream<Path> files = Files.walk(root.resolve("skills/statistics"))) {
                files.filter(f -> f.toString().endsWith("Cases.class"))
                        .sorted()
                        .forEach(classes::add);
            }
            for (Path file : classes) {
                String name = root.relativize(file).toString().replace('/', '.');
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                if (CaseSet.class.isAssignableFrom(type)) {
                    var constructor = type.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    ((CaseSet) constructor.newInstance()).register(cases);
                }
            }
        } catch (IOException | URISyntaxException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return cases.covered();
    }
}
