package skills.consent;

import java.util.UUID;

/** Identifies one consent. Made where the form is made, so that sending it twice gives one. */
public record ConsentId(UUID value) {

    /**
     * @throws IllegalArgumentException when the text is not a uuid
     */
    public static ConsentId parse(String uuid) {
        return new ConsentId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
