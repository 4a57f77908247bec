package skills.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Skillset;
import skills.vacancy.Outlook;
import skills.vacancy.Requirement;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancies.Search;
import skills.vacancy.VacancyId;

/** Where there is work now, in an area or anywhere. */
@Component
class JobOpenings {

    private final Vacancies vacancies;

    JobOpenings(Vacancies vacancies) {
        this.vacancies = vacancies;
    }

    /** Open vacancies by occupation; those without are left out. */
    Map<OccupationId, Integer> in(Optional<SearchArea> area) {
        return vacancies.openings(search(area));
    }

    /**
     * An open vacancy, as far as what it asks goes.
     *
     * @param occupation null when it is not known
     */
    record Open(@Nullable OccupationId occupation, List<Requirement> requirements) {}

    /** All open vacancies in the area with what they ask, without those of some occupations. */
    Map<VacancyId, Open> jobs(Optional<SearchArea> area, Set<OccupationId> without) {
        Map<VacancyId, Open> jobs = new LinkedHashMap<>();
        vacancies
                .asked(search(area))
                .forEach(
                        a -> {
                            if (a.occupation() == null || !without.contains(a.occupation()))
                                jobs.put(a.id(), new Open(a.occupation(), a.requirements()));
                        });
        return jobs;
    }

    Outlook outlook(OccupationId occupation, Optional<SearchArea> area) {
        return vacancies.outlook(occupation, search(area));
    }

    /** The outlook in an area; empty without an area, or with too few to tell. */
    Optional<Outlook> near(OccupationId occupation, Optional<SearchArea> area) {
        return area.map(a -> outlook(occupation, area)).filter(o -> o instanceof Outlook.Known);
    }

    private static Search search(Optional<SearchArea> area) {
        return area.map(a -> Search.all().within(a.km(), a.place())).orElse(Search.all());
    }

    /** Occupations with openings that are not left out, by number. */
    static boolean[] stops(Skillset all, Set<OccupationId> open, Set<OccupationId> without) {
        boolean[] stops = new boolean[all.occupations()];
        for (OccupationId id : open) {
            int o = all.at(id);
            if (o >= 0) stops[o] = !without.contains(id);
        }
        return stops;
    }
}
