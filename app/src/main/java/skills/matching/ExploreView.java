package skills.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.OccupationId;
import skills.vacancy.Vacancy;

/**
 * @param moreJobs how many fitting vacancies are not shown
 * @param wider how many there are within 60 km when there is none in the area
 */
public record ExploreView(
        String asked,
        @Nullable SearchArea area,
        List<Way> ways,
        List<Job> jobs,
        int more,
        boolean moreWays,
        int moreJobs,
        int wider) {

    /**
     * @param lead the skill that counts most for it; null when none does
     * @param open how many vacancies are open now
     */
    public record Way(
            OccupationId occupation,
            LocalizedText title,
            @Nullable LocalizedText lead,
            MeterView meter,
            int open) {}

    public record Job(Vacancy vacancy, MeterView meter, @Nullable Integer km, LocalDate until) {}
}
