package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;

/**
 * What one skill opens for a person, in words.
 *
 * @param learn how one usually gets it; null when we do not know
 * @param has the person has it already
 * @param opens what comes within reach
 * @param pays pay of the vacancies that come within reach, by period; only where it is known
 * @param stronger occupations within reach already that ask it, best fit first
 */
record LearnView(
        Skill skill,
        @Nullable LocalizedText learn,
        boolean has,
        Lens.Opened opens,
        List<Opens> occupations,
        List<ExploreView.Job> jobs,
        List<PayRange> pays,
        List<Stronger> stronger,
        List<Course> courses,
        @Nullable SearchArea area) {

    private static final int FIRST = 6;

    /**
     * An occupation that comes within reach.
     *
     * @param open vacancies now, in the area
     */
    record Opens(OccupationId occupation, LocalizedText title, int open) {}

    /** An occupation that asks the skill, and how many of its skills one would then have. */
    record Stronger(OccupationId occupation, LocalizedText title, long then, int asked) {}

    List<Opens> first() {
        return occupations.subList(0, Math.min(FIRST, occupations.size()));
    }

    List<Opens> rest() {
        return occupations.subList(Math.min(FIRST, occupations.size()), occupations.size());
    }

    List<ExploreView.Job> firstJobs() {
        return jobs.subList(0, Math.min(FIRST, jobs.size()));
    }

    List<ExploreView.Job> restJobs() {
        return jobs.subList(Math.min(FIRST, jobs.size()), jobs.size());
    }

    /** A skill with what it opens, for the list of best next ones. */
    record Next(SkillId skill, LocalizedText name, @Nullable LocalizedText learn, Lens.Best best) {}
}
