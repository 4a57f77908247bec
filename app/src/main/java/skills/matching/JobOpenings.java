package skills.matching;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import skills.taxonomy.OccupationId;
import skills.taxonomy.Skillset;
import skills.vacancy.Outlook;
import skills.vacancy.Vacancies;
import skills.vacancy.Vacancies.Search;

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

    Outlook outlook(OccupationId occupation, Optional<SearchArea> area) {
        return vacancies.outlook(occupation, search(area));
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
