package skills.matching;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;

/** The one open vacancy to show first. */
@Component
public class NearestJobs {

    private final Explorer explorer;
    private final SearchAreas areas;

    NearestJobs(Explorer explorer, SearchAreas areas) {
        this.explorer = explorer;
        this.areas = areas;
    }

    /** The best fitting open vacancy in the person's area, or anywhere when no place was given. */
    public Optional<ExploreView.Job> best(AccountId account) {
        var area = areas.of(account);
        return explorer.jobs(account, area).stream().findFirst().map(m -> Explorer.job(m, area));
    }

    /** How many vacancies that are open now in the person's area were posted after a day. */
    public int postedSince(AccountId account, LocalDate day) {
        var area = areas.of(account);
        return (int)
                explorer.open(account, area).stream().filter(v -> v.posted().isAfter(day)).count();
    }
}
