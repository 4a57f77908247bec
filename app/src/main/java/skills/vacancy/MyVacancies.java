package skills.vacancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/**
 * What belongs to one person at a vacancy: whether it was seen, where to apply, what came of it.
 */
@Repository
public class MyVacancies {

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Clock clock;

    MyVacancies(JdbcClient jdbc, Applications applications, Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * The person opens the page of a vacancy, which is no news to her any more.
     *
     * @param listings of that vacancy
     */
    public MyVacancy open(AccountId account, Vacancy vacancy, List<Vacancies.Listing> listings) {
        jdbc.sql(
                        """
                        insert into vacancy_seen (account, vacancy, seen_at) values (:account, :vacancy, :now)
                        on conflict do nothing
                        """)
                .param("account", account.value())
                .param("vacancy", vacancy.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return new MyVacancy(
                vacancy.id(), links(listings), applications.of(account, vacancy.id()).orElse(null));
    }

    /** Its own source first, then each other source that still names the same job. */
    private static List<ApplyLink> links(List<Vacancies.Listing> listings) {
        List<ApplyLink> links = new ArrayList<>();
        for (Vacancies.Listing listing : listings)
            ApplyLink.of(listing.source(), listing.url())
                    .filter(l -> links.stream().noneMatch(known -> known.href().equals(l.href())))
                    .ifPresent(links::add);
        return links;
    }
}
