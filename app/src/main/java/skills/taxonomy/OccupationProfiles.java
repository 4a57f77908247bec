package skills.taxonomy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each occupation asks: written for some, generated for every other one. */
@Component
public class OccupationProfiles {

    private final Authored authored;
    private final GeneratedProfiles generated;

    OccupationProfiles(Authored authored, GeneratedProfiles generated) {
        this.authored = authored;
        this.generated = generated;
    }

    /** @throws IllegalArgumentException when no such occupation is known */
    public OccupationProfile of(OccupationId occupation) {
        OccupationProfile written = authored.profile(occupation);
        return written != null ? written : generated.of(occupation);
    }

    /** The occupations that were written rather than generated, in the order of their file names. */
    public List<OccupationId> written() {
        return List.copyOf(authored.profiles().keySet());
    }

    /** A task that a profile offered, in any language and from any occupation. */
    public Optional<Task> task(String id) {
        Task written = authored.task(id);
        return written != null ? Optional.of(written) : generated.task(id);
    }
}
