package skills.matching;

import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;

/**
 * One skill that an occupation or vacancy asks, held against a person.
 *
 * @param essential counts double
 * @param because why it counts as held; null when it is not
 * @param learn how one usually gets this skill and how long it takes; null when we do not know
 */
public record SkillFit(
        SkillId skill,
        LocalizedText name,
        boolean essential,
        Hold hold,
        @Nullable LocalizedText because,
        @Nullable LocalizedText learn) {

    double weight() {
        return essential ? 2 : 1;
    }
}
