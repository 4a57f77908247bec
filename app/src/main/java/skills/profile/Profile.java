package skills.profile;

import java.util.List;

/**
 * What a person tells about herself. Lists: what goes on or ended last comes first.
 *
 * @param name first name, empty when not told
 * @param sentence who I am in my own words, empty when not told
 */
public record Profile(
        String name,
        String sentence,
        List<Experience> experiences,
        List<Education> educations,
        List<Activity> activities) {

    public boolean isEmpty() {
        return name.isEmpty() && sentence.isEmpty() && entries() == 0;
    }

    public int entries() {
        return experiences.size() + educations.size() + activities.size();
    }
}
