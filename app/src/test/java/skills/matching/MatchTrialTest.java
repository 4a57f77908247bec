package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import skills.RoomTest;
import skills.platform.Progress;
import skills.vacancy.SearchTrials;
import skills.vacancy.Vacancies;
import skills.vacancy.VacancySearch;

/** The bench of matching, small and seeded. */
class MatchTrialTest extends RoomTest {

    @Autowired ApplicationContext context;
    @Autowired VacancySearch search;
    @Autowired Vacancies vacancies;
    @TempDir Path folder;

    /** Other tests count on the demo's vacancies only. */
    @AfterEach
    void takeAway() throws InterruptedException {
        new MatchTrial(context, Progress.silent()).takeAway();
        for (int i = 0;
                i < 100
                        && search.find(skills.vacancy.VacancyQuery.ALL, 1).total()
                                > vacancies.countOpen(Vacancies.Search.all());
                i++) Thread.sleep(50);
    }

    @Test
    void theBestTwentyOfAThousandAreThoseOfComparingOneByOne() throws Exception {
        Map<String, Object> figures =
                new MatchTrial(context, Progress.silent()).run(1000, 60, 11, null, folder);
        System.out.println("MEASURED match: " + figures);
        assertThat(of(figures, "import", "added")).isEqualTo(1000);
        assertThat(((Number) of(figures, "exhaustive", "equalTop20")).intValue())
                .isGreaterThanOrEqualTo(60);
        assertThat(((Number) of(figures, "newOne", "findableWorstMs")).doubleValue())
                .isLessThan(2000);
        double plain = ((Number) of(figures, "bm25", "ofExhaustiveTop20")).doubleValue();
        assertThat(plain)
                .isLessThan(((Number) of(figures, "exhaustive", "sameVacancies")).doubleValue());
        assertThat(SearchTrials.size(search)).isGreaterThan(1000);
    }

    private static Object of(Map<String, Object> figures, String part, String name) {
        return ((Map<?, ?>) figures.get(part)).get(name);
    }
}
