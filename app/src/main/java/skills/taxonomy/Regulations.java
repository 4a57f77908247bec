package skills.taxonomy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.platform.ContentNode;

/** Work that Dutch law ties to a permit, a register or a diploma: content/regulated-nl.yaml. */
@Component
public class Regulations {

    /**
     * @param text what is needed, in our own words
     * @param law where that is written
     */
    public record Regulation(LocalizedText text, LocalizedText law) {}

    private record Entry(Set<String> groups, Set<OccupationId> occupations, Regulation of) {}

    private final List<Entry> all = new ArrayList<>();

    Regulations() {
        for (ContentNode node :
                ContentNode.read(new ClassPathResource("content/regulated-nl.yaml")).list()) {
            node.only("groups", "occupations", "law", "text");
            Set<String> groups = new HashSet<>();
            Set<OccupationId> occupations = new HashSet<>();
            if (node.has("groups")) for (ContentNode g : node.list("groups")) groups.add(g.text());
            if (node.has("occupations"))
                for (ContentNode o : node.list("occupations"))
                    occupations.add(OccupationId.of(o.text()));
            all.add(
                    new Entry(
                            groups,
                            occupations,
                            new Regulation(node.localized("text"), node.localized("law"))));
        }
    }

    /** What Dutch law asks of an occupation; empty when we know of nothing. */
    public Optional<Regulation> of(Occupation occupation) {
        return all.stream()
                .filter(
                        e ->
                                e.groups.contains(occupation.isco())
                                        || e.occupations.contains(occupation.id()))
                .map(Entry::of)
                .findFirst();
    }
}
