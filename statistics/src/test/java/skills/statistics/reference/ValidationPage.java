package skills.statistics.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** docs/validation/statistics.md: what each case gave, made by the test run. */
final class ValidationPage {
    private ValidationPage() {}

    static void write(Map<String, ReferenceCase> all, Map<String, Found> found) throws IOException {
        Path docs = Path.of("..", "docs", "validation");
        if (!Files.isDirectory(docs)) return;
        StringBuilder page =
                new StringBuilder(
                        """
                        # Statistics against reference values

                        Made by the tests of the module `statistics`. Each case compares every number that its file holds; the row shows the one whose difference takes the largest share of its tolerance. What made the references stands in `statistics/src/test/resources/reference/VERSIONS.txt`, the method of each case in the JSON file next to it.

                        | case | numbers | tightest value | reference | ours | difference | tolerance |
                        |---|---|---|---|---|---|---|
                        """);
        for (ReferenceCase of : all.values()) page.append(row(of, found.get(of.id())));
        StringBuilder left = new StringBuilder();
        for (var entry : found.entrySet())
            entry.getValue()
                    .leftOut()
                    .forEach(
                            (path, why) ->
                                    left.append(
                                            "- `%s` `%s`: %s\n"
                                                    .formatted(entry.getKey(), path, why)));
        if (!left.isEmpty()) page.append("\n## Not compared\n\n").append(left);
        String text = page.toString();
        Path file = docs.resolve("statistics.md");
        if (!Files.exists(file) || !Files.readString(file).equals(text))
            Files.writeString(file, text);
    }

    private static String row(ReferenceCase of, Found found) {
        if (found == null) return "| %s | open | | | | | |\n".formatted(of.id());
        if (found.compared().isEmpty()) return "| %s | behaviour | | | | | |\n".formatted(of.id());
        Found.Compared worst =
                found.compared().stream()
                        .max(Comparator.comparingDouble(Found.Compared::used))
                        .orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %d | `%s` | %.10g | %.10g | %.0e | %s |%n",
                of.id(),
                found.compared().size(),
                worst.path().replace("|", "\\|"),
                worst.reference(),
                worst.ours(),
                Math.abs(worst.ours() - worst.reference()),
                worst.tolerance());
    }
}
