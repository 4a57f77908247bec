package skills.taxonomy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import skills.kernel.LocalizedText;

/** What each occupation asks: written for some, generated for every other one. */
@Component
public class OccupationProfiles {

    private final Authored authored;
    private final GeneratedProfiles generated;
    private final Map<SkillId, LocalizedText> learn;

    OccupationProfiles(Authored authored, GeneratedProfiles generated) {
        this.authored = authored;
        this.generated = generated;
        this.learn =
                authored.skills().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Authored.PoolSkill::id, Authored.PoolSkill::learn));
    }

    /**
     * @throws IllegalArgumentException when no such occupation is known
     */
    public OccupationProfile of(OccupationId occupation) {
        OccupationProfile written = authored.profile(occupation);
        return written != null ? written : generated.of(occupation);
    }

    /** What was written of an occupation; empty where its profile would be generated. */
    public Optional<OccupationProfile> written(OccupationId occupation) {
        return Optional.ofNullable(authored.profile(occupation));
    }

    /**
     * The occupations that were written rather than generated, in the order of their file names.
     */
    public List<OccupationId> written() {
        return List.copyOf(authored.profiles().keySet());
    }

    /** The occupation under one of our short names, such as cabin-crew. */
    public Optional<OccupationId> bySlug(String slug) {
        return Optional.ofNullable(authored.slugs().get(slug));
    }

    /** The skill under one of our short names, such as speak-english. */
    public Optional<SkillId> skillByKey(String key) {
        return authored.skills().stream()
                .filter(s -> s.key().equals(key))
                .map(Authored.PoolSkill::id)
                .findFirst();
    }

    /** Things that anybody may have done, for whom no occupation is known. */
    public List<Task> everyday() {
        return List.copyOf(authored.everyday());
    }

    /** How one usually gets a skill and how long it takes, for the skills that we described. */
    public Map<SkillId, LocalizedText> learn() {
        return learn;
    }

    /** Skills that are alike: who can do one is halfway to each of the others. */
    public Set<SkillId> near(SkillId skill) {
        return Set.copyOf(authored.near().getOrDefault(skill, Set.of()));
    }

    /** A task that a profile offered, in any language and from any occupation. */
    public Optional<Task> task(String id) {
        Task written = authored.task(id);
        return written != null ? Optional.of(written) : generated.task(id);
    }
}
