package skills.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;

/**
 * A person says to have a skill.
 *
 * @param level null when nobody asked how far it goes; {@link Level#NOT_YET} says that the skill is
 *     still missing
 * @param sourceRef what it rests on, see {@link ClaimSource}
 * @param because the reason in words, where there is one
 * @param at when it was said
 */
public record SkillClaim(
        SkillId skill,
        @Nullable Level level,
        ClaimSource source,
        String sourceRef,
        @Nullable LocalizedText because,
        Instant at) {

    /** Whether the person says to have the skill, at whatever level. */
    public boolean has() {
        return level != Level.NOT_YET;
    }
}
