package skills.matching;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.identity.Account;
import skills.kernel.LocalizedText;
import skills.platform.Problem;
import skills.platform.Sentences;
import skills.taxonomy.Occupation;
import skills.vacancy.Region;

/** Fills the page about a closed occupation. */
@Component
class GonePages {

    private final Flows flows;
    private final GroupDoors doors;
    private final GoneClasses classes;
    private final Sentences sentences;

    GonePages(Flows flows, GroupDoors doors, GoneClasses classes, Sentences sentences) {
        this.flows = flows;
        this.doors = doors;
        this.classes = classes;
        this.sentences = sentences;
    }

    /**
     * @param group null for a page that is about nobody
     */
    GoneView of(Occupation closed, Region region, Optional<Account> viewer, @Nullable UUID group) {
        Flows.Found found = flows.of(closed, region);
        return new GoneView(
                found,
                region.text(),
                in(region),
                FlowFigure.of(found.flows().stream().map(Flows.Flow::share).toList()),
                doors.ofOccupation(closed.id(), found.open()),
                group == null ? null : ofClass(found, region, viewer, group),
                viewer.map(classes::of).orElse(List.of()));
    }

    private GoneView.OfClass ofClass(
            Flows.Found found, Region region, Optional<Account> viewer, UUID group) {
        Account looking = viewer.orElseThrow(Problem::notFound);
        GoneClasses.Seen seen = classes.seen(looking, group).orElseThrow(Problem::notFound);
        return classes.about(seen, looking, found.closed().id(), region, found.open());
    }

    /** "in Noord-Holland", to stand within a sentence. */
    private LocalizedText in(Region region) {
        return switch (region) {
            case Region.Everywhere e -> sentences.of("gone.in.all");
            case Region.Province p -> sentences.of("gone.in.province", p.name());
            case Region.Around a ->
                    sentences.of("gone.in.near", Integer.toString(a.km()), a.place().name());
        };
    }
}
