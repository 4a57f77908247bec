package skills.taxonomy;

import java.util.UUID;

/** Identifies one occupation for good: newer versions of the taxonomy keep it. */
public record OccupationId(UUID value) {

    /** ESCO: the uuid at the end of the address. Anything else: a uuid made from the address. */
    public static OccupationId of(String uri) {
        return new OccupationId(ConceptUri.id(uri));
    }

    /**
     * @throws IllegalArgumentException when the text is not a uuid
     */
    public static OccupationId parse(String uuid) {
        return new OccupationId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
