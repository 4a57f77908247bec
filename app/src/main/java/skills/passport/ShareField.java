package skills.passport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing of a passport that can be opened up, as it stands in a consent: {@code about}, {@code
 * skill:<uuid>}, {@code experience:<uuid>}, {@code education:<uuid>}, {@code activity:<uuid>},
 * {@code result:<uuid>:<scale>,<scale>}. Single skills, entries, results and scales, so that what
 * is added later is not opened up unseen.
 *
 * @param id of the skill, entry or result; empty for {@link Part#ABOUT}
 * @param scales of a result; empty while none was chosen, which opens nothing of it
 */
record ShareField(Part part, Optional<UUID> id, List<String> scales) {

    enum Part {
        ABOUT,
        SKILL,
        EXPERIENCE,
        EDUCATION,
        ACTIVITY,
        RESULT;

        /** As in forms and consents. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final ShareField ABOUT = new ShareField(Part.ABOUT, Optional.empty(), List.of());

    static ShareField of(Part part, UUID id) {
        return new ShareField(part, Optional.of(id), List.of());
    }

    static ShareField result(UUID id, List<String> scales) {
        return new ShareField(Part.RESULT, Optional.of(id), List.copyOf(scales));
    }

    boolean is(Part other, UUID what) {
        return part == other && id.filter(what::equals).isPresent();
    }

    /** A result of which nothing was chosen yet. */
    boolean isPending() {
        return part == Part.RESULT && scales.isEmpty();
    }

    /**
     * @throws IllegalArgumentException for a text that none of ours wrote
     */
    static ShareField parse(String text) {
        String[] words = text.split(":", -1);
        Part part = Part.valueOf(words[0].toUpperCase(Locale.ROOT));
        boolean fits =
                part == Part.ABOUT
                        ? words.length == 1
                        : words.length == 2 || words.length == 3 && part == Part.RESULT;
        if (!fits) throw new IllegalArgumentException("no field " + text);
        if (part == Part.ABOUT) return ABOUT;
        UUID id = UUID.fromString(words[1]);
        return words.length == 2 ? of(part, id) : result(id, List.of(words[2].split(",")));
    }

    @Override
    public String toString() {
        return part.word()
                + id.map(i -> ":" + i).orElse("")
                + (scales.isEmpty() ? "" : ":" + String.join(",", scales));
    }
}
