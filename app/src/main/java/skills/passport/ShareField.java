package skills.passport;

import java.util.Optional;
import java.util.UUID;

/**
 * One thing of a passport that can be opened up, as it stands in a consent: {@code about}, {@code
 * skill:<uuid>}, {@code experience:<uuid>}, {@code education:<uuid>}, {@code activity:<uuid>}.
 * Single skills and entries, so that what is added later is not opened up unseen.
 *
 * @param id of the skill or entry; empty for {@link Part#ABOUT}
 */
record ShareField(Part part, Optional<UUID> id) {

    enum Part {
        ABOUT,
        SKILL,
        EXPERIENCE,
        EDUCATION,
        ACTIVITY;

        /** As in forms and consents. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static final ShareField ABOUT = new ShareField(Part.ABOUT, Optional.empty());

    static ShareField of(Part part, UUID id) {
        return new ShareField(part, Optional.of(id));
    }

    /**
     * @throws IllegalArgumentException for a text that none of ours wrote
     */
    static ShareField parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            if (text.equals(Part.ABOUT.word())) return ABOUT;
            throw new IllegalArgumentException("no field " + text);
        }
        return of(
                Part.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT)),
                UUID.fromString(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return id.map(i -> part.word() + ":" + i).orElse(part.word());
    }
}
