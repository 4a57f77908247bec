package skills.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.vacancy.Vacancy;

/**
 * @param counting what can count beside skills, and whether it does
 * @param moreJobs how many fitting vacancies are not shown
 * @param wider how many there are within 60 km when there is none in the area
 */
public record ExploreView(
        String asked,
        @Nullable SearchArea area,
        List<CountsView> counting,
        List<Way> ways,
        List<Job> jobs,
        int more,
        boolean moreWays,
        int moreJobs,
        int wider) {

    /** Which sentence says what counts now: skills, traits, drives or both. */
    String counts() {
        List<CountsView> on = counting.stream().filter(CountsView::isOn).toList();
        return on.isEmpty() ? "skills" : on.size() == 2 ? "both" : on.getFirst().component();
    }

    /**
     * @param lead the skill that counts most for it; null when none does
     * @param leaning how it fits beside skills, in one line; null when that does not count or
     *     nothing is sure
     * @param open how many vacancies are open now
     */
    public record Way(
            OccupationId occupation,
            LocalizedText title,
            @Nullable LocalizedText lead,
            @Nullable LocalizedText leaning,
            MeterView meter,
            int open) {}

    public record Job(Vacancy vacancy, MeterView meter, @Nullable Integer km, LocalDate until) {}
}
