package skills.vacancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vacancy asks besides skills, as far as it says so.
 *
 * @param education the lowest level that is enough; null when none is named
 * @param languages in the order in which the text names them
 */
public record Asked(@Nullable EducationLevel education, List<Language> languages) {

    /** Nothing said. */
    public static final Asked NOTHING = new Asked(null, List.of());

    public Asked {
        languages = List.copyOf(languages);
    }

    /**
     * @param code ISO 639-1
     * @param must false for one that is only welcome
     */
    public record Language(String code, boolean must) {

        String written() {
            return must ? code : "+" + code;
        }

        static Language read(String written) {
            return written.startsWith("+")
                    ? new Language(written.substring(1), false)
                    : new Language(written, true);
        }
    }
}
