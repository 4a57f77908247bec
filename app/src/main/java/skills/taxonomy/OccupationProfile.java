package skills.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;

/**
 * What an occupation asks, in words to answer and to tap.
 *
 * @param generated composed from ESCO by machine rather than written; pages say so
 * @param summary what one does all day; null where nobody wrote it
 * @param skills most telling first
 */
public record OccupationProfile(
        OccupationId occupation,
        LocalizedText title,
        @Nullable LocalizedText summary,
        boolean generated,
        List<ProfileSkill> skills,
        List<Task> tasks) {

    public OccupationProfile {
        skills = List.copyOf(skills);
        tasks = List.copyOf(tasks);
    }
}
