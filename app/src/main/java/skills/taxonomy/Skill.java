package skills.taxonomy;

import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * Something a person can do or know.
 *
 * @param name our own plain name where there is one, else the cleaned name of ESCO
 * @param knowledge knowing (a subject) rather than doing
 */
public record Skill(
        SkillId id,
        String uri,
        LocalizedText name,
        @Nullable String descriptionNl,
        @Nullable String descriptionEn,
        boolean knowledge) {}
