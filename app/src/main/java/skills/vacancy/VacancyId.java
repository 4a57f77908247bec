package skills.vacancy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies a vacancy for as long as its source gives it the same key. */
public record VacancyId(UUID value) {

    /**
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static VacancyId parse(String text) {
        return new VacancyId(UUID.fromString(text));
    }

    /** The same key gives the same id on every installation, so that links keep working. */
    static VacancyId of(String key) {
        return new VacancyId(
                UUID.nameUUIDFromBytes(("vacancy " + key).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
