package skills.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;
import skills.platform.ContentNode;
import skills.taxonomy.OnetLeanings.Element;
import skills.taxonomy.OnetLeanings.Leaning;
import skills.taxonomy.OnetLeanings.Table;

/** Which elements of O*NET say something about our scales: content/instruments/onet.yaml. */
@Component
class Counterparts {

    private static final Set<String> INTERESTS =
            Set.of(
                    "Realistic",
                    "Investigative",
                    "Artistic",
                    "Social",
                    "Enterprising",
                    "Conventional");

    private record Link(Element element, double weight) {}

    private final Map<String, List<Link>> links = new HashMap<>();
    private final Map<String, LocalizedText> none = new HashMap<>();

    Counterparts() {
        this(ContentNode.read(new ClassPathResource("content/instruments/onet.yaml")));
    }

    Counterparts(ContentNode file) {
        file.only("styles", "values", "none");
        for (ContentNode line : file.list("styles")) read(line, Table.STYLE);
        for (ContentNode line : file.list("values")) read(line, null);
        for (ContentNode line : file.list("none"))
            none.put(line.only("scale", "why").text("scale"), line.localized("why"));
        Set<String> said = new HashSet<>(links.keySet());
        said.addAll(none.keySet());
        Set<String> ours = new HashSet<>();
        for (var component : skills.matching.Component.values()) ours.addAll(component.scales());
        if (!said.equals(ours))
            throw file.wrong("each of these scales is needed, and no other: " + ours);
    }

    private void read(ContentNode line, @Nullable Table table) {
        line.only("element", "scale", "weight", "why");
        line.localized("why");
        String name = line.text("element");
        Table of = table != null ? table : INTERESTS.contains(name) ? Table.INTEREST : Table.VALUE;
        double weight = line.get("weight").number();
        if (weight == 0 || Math.abs(weight) > 1) throw line.wrong("weight is from -1 to 1, not 0");
        links.computeIfAbsent(line.text("scale"), s -> new ArrayList<>())
                .add(new Link(new Element(of, name), weight));
    }

    /** How many scales of a component have a counterpart. */
    int count(skills.matching.Component component) {
        return (int) component.scales().stream().filter(links::containsKey).count();
    }

    /** Why there is nothing to compare a scale with; empty where there is something. */
    Optional<LocalizedText> reason(String scale) {
        return Optional.ofNullable(none.get(scale));
    }

    /**
     * What work asks or offers of a scale: the weighted sum of leanings, divided by the sum of
     * weights where that is above 1, so that a scale which the elements cover in part only counts
     * for less. 0 is as in most work; most lie between −1 and 1.
     *
     * @return empty when no element of it was rated
     */
    Optional<Double> work(String scale, Leaning leaning) {
        double sum = 0;
        double weights = 0;
        for (Link link : links.getOrDefault(scale, List.of())) {
            Double of = leaning.of().get(link.element());
            if (of == null) continue;
            sum += link.weight() * of;
            weights += Math.abs(link.weight());
        }
        return weights == 0 ? Optional.empty() : Optional.of(sum / Math.max(1, weights));
    }

    /** Holds a person against an occupation; a pure function. */
    PersonalFit fit(Inclination person, @Nullable Leaning leaning) {
        List<ComponentFit> fits = new ArrayList<>();
        for (var component : skills.matching.Component.values()) {
            Map<String, Estimate> own = person.of().get(component);
            if (own == null) continue;
            List<FitPart> parts = new ArrayList<>();
            if (leaning != null)
                for (String scale : component.scales()) {
                    Estimate estimate = own.get(scale);
                    if (estimate != null)
                        work(scale, leaning)
                                .ifPresent(w -> parts.add(new FitPart(scale, estimate, w)));
                }
            fits.add(new ComponentFit(component, count(component), parts));
        }
        return new PersonalFit(leaning == null ? null : leaning.title(), fits);
    }
}
