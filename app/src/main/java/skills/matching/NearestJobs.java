package skills.matching;

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
}
