package skills.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a CV file.
 *
 * @param name empty when there is none
 * @param sentence empty when there is none that fits
 * @param entries under new ids
 */
record Resume(
        String name,
        String sentence,
        List<Entry> entries,
        List<Skilled> skills,
        List<LeftOut> leftOut) {

    /**
     * A skill of the file: by its name, and in a file of ours with all that we know of the claim.
     */
    record Skilled(String where, String name, @Nullable SkillClaim claim) {}

    /**
     * @param where the place in the file, such as {@code work[2]}
     * @param reason key of a message
     */
    record LeftOut(String where, String reason) {}

    /** The file is no CV that we can read; the reason is the key of a message. */
    static final class Unreadable extends Exception {
        final String reason;

        Unreadable(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
