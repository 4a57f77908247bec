package skills.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * A skill as it shows in one occupation.
 *
 * @param learn how one learns it, where we know
 * @param levels what one does at each of the five levels, lowest first; five, or none
 */
public record ProfileSkill(
        SkillId skill,
        LocalizedText name,
        boolean essential,
        @Nullable LocalizedText learn,
        List<LocalizedText> levels) {

    public ProfileSkill {
        levels = List.copyOf(levels);
        if (!levels.isEmpty() && levels.size() != 5)
            throw new IllegalArgumentException(
                    name.en() + " has " + levels.size() + " levels, not 5");
    }
}
