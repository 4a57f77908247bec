package skills.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import skills.platform.ContentNode;

/** The definitions that ship, by title. */
final class ScaleDefinitions {

    private static final List<ScaleDefinition> ALL = read();

    private ScaleDefinitions() {}

    static List<ScaleDefinition> all() {
        return ALL;
    }

    static Optional<ScaleDefinition> find(String name) {
        return ALL.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    private static List<ScaleDefinition> read() {
        List<ScaleDefinition> all = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:content/scales/*.yaml"))
                all.add(read(ContentNode.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.sort(Comparator.comparing(ScaleDefinition::title));
        return List.copyOf(all);
    }

    static ScaleDefinition read(ContentNode node) {
        // A text of an item has no place in such a file, so there is no key for it.
        node.only(
                "name",
                "title",
                "about",
                "reference",
                "doi",
                "dutch",
                "licence",
                "answers",
                "scoring",
                "inTurn",
                "scales",
                "reliability",
                "unchecked");
        return new ScaleDefinition(
                node.text("name"),
                node.text("title"),
                node.localized("about"),
                node.text("reference"),
                node.text("doi"),
                node.has("dutch") ? node.text("dutch") : null,
                node.localized("licence"),
                node.integer("answers"),
                InstrumentReader.one(
                        node,
                        "scoring",
                        Map.of(
                                "mean",
                                ScaleDefinition.Scoring.MEAN,
                                "centred",
                                ScaleDefinition.Scoring.CENTRED)),
                node.has("inTurn") && node.flag("inTurn"),
                node.list("scales").stream().map(ScaleDefinitions::scale).toList(),
                node.has("reliability")
                        ? node.list("reliability").stream()
                                .map(r -> r.only("value", "source"))
                                .map(
                                        r ->
                                                new ScaleDefinition.Reported(
                                                        r.text("value"), r.text("source")))
                                .toList()
                        : List.of(),
                node.has("unchecked") ? node.localized("unchecked") : null);
    }

    private static ScaleDefinition.Scale scale(ContentNode node) {
        node.only("id", "name", "better", "items", "reversed");
        Integer items = node.has("items") ? node.integer("items") : null;
        return new ScaleDefinition.Scale(
                node.text("id"),
                node.localized("name"),
                InstrumentReader.better(node),
                items,
                node.has("reversed") ? reversed(node.get("reversed"), items) : null);
    }

    private static List<Integer> reversed(ContentNode node, @Nullable Integer items) {
        List<Integer> numbers =
                node.list().stream().map(ContentNode::number).map(Double::intValue).toList();
        for (int number : numbers)
            if (items == null || number < 1 || number > items)
                throw node.wrong("there is no item " + number);
        return numbers;
    }
}
