package skills.taxonomy;

import java.util.UUID;

/** Identifies one skill for good: newer versions of the taxonomy keep it. */
public record SkillId(UUID value) {

    /** ESCO: the uuid at the end of the address. Anything else: a uuid made from the address. */
    public static SkillId of(String uri) {
        return new SkillId(ConceptUri.id(uri));
    }

    /**
     * @throws IllegalArgumentException when the text is not a uuid
     */
    public static SkillId parse(String uuid) {
        return new SkillId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
