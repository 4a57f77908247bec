package skills.passport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * The two-minute start of one person.
 *
 * @param chosen the course or job in words, as chosen or typed
 * @param crebo number of the chosen vocational qualification, if it was one
 * @param occupation the occupation it leads to; null while unknown
 * @param tasks ids of the tapped tasks, in their order on the page
 * @param found the skills that were shown as not named
 */
record Start(
        String chosen,
        @Nullable String crebo,
        @Nullable OccupationId occupation,
        List<String> tasks,
        List<Found> found) {

    /**
     * @param phrase the tapped phrase that points to the skill
     * @param confirmed what the person said: right, wrong, or nothing yet (null)
     */
    record Found(
            int position,
            SkillId skill,
            LocalizedText phrase,
            LocalizedText because,
            @Nullable Boolean confirmed) {}

    boolean finished() {
        return !tasks.isEmpty();
    }
}
