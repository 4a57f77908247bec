package skills.profile;

import java.util.UUID;

/** Identifies one entry of a profile. */
public record EntryId(UUID value) {

    /**
     * @throws IllegalArgumentException when the text is not a uuid
     */
    public static EntryId parse(String uuid) {
        return new EntryId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
