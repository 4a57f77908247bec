package skills.taxonomy;

import java.util.List;
import skills.kernel.LocalizedText;

/**
 * Something done lately that a person can tap.
 *
 * @param id known to {@link OccupationProfiles#task}; never reused for another meaning
 * @param shows skills of which the phrase itself is evidence
 * @param hints skills that whoever does this can usually do as well, with why
 */
public record Task(
        String id, Context context, LocalizedText phrase, List<SkillId> shows, List<Hint> hints) {

    /** Where it was done. */
    public enum Context {
        WORK,
        SCHOOL,
        HOBBY,
        HOME
    }

    public Task {
        shows = List.copyOf(shows);
        hints = List.copyOf(hints);
    }
}
