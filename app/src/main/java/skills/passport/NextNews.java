package skills.passport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import skills.consent.AccessLog;
import skills.kernel.AccountId;
import skills.matching.ClosedLines;
import skills.matching.NearestJobs;
import skills.passport.NextView.News;
import skills.platform.Words;
import skills.usage.Usage;
import skills.vacancy.Application;
import skills.vacancy.Applications;
import skills.vacancy.SavedSearch;
import skills.vacancy.SearchNews;

/** What changed for a person since the last visit, and nothing else. */
@Component
class NextNews {

    private final AccessLog log;
    private final Usage usage;
    private final NearestJobs jobs;
    private final SearchNews searches;
    private final Applications applications;
    private final ClosedLines closed;
    private final Clock clock;

    NextNews(
            AccessLog log,
            Usage usage,
            NearestJobs jobs,
            SearchNews searches,
            Applications applications,
            ClosedLines closed,
            Clock clock) {
        this.closed = closed;
        this.log = log;
        this.usage = usage;
        this.jobs = jobs;
        this.searches = searches;
        this.applications = applications;
        this.clock = clock;
    }

    List<News> of(AccountId account) {
        List<News> news = new ArrayList<>();
        Optional<Instant> last = usage.lastVisit(account);
        last.ifPresent(before -> readers(account, before, news));
        closed.own(account, last.orElse(null))
                .ifPresent(
                        l -> news.add(new News("compass", "news.closed", new Object[0], l.href())));
        List<SavedSearch> kept = searches.searches(account);
        if (!kept.isEmpty()) searches.forVisit(account, kept).ifPresent(n -> news.add(line(n)));
        else last.ifPresent(before -> nearby(account, before, news));
        applications.quiet(account).ifPresent(a -> news.add(line(a)));
        return news;
    }

    private void readers(AccountId account, Instant last, List<News> news) {
        for (AccessLog.Entry entry : log.entries(account))
            if (entry.at().isAfter(last) && news.size() < 3)
                news.add(
                        new News(
                                "eye",
                                entry.outcome() == AccessLog.Outcome.OPENED
                                        ? "news.opened"
                                        : "news.refused",
                                new Object[] {entry.recipient()},
                                "/share/log"));
    }

    private void nearby(AccountId account, Instant last, List<News> news) {
        int posted = jobs.postedSince(account, LocalDate.ofInstant(last, Words.PLACE));
        if (posted > 0)
            news.add(
                    new News(
                            "ticket",
                            posted == 1 ? "news.jobs1" : "news.jobs",
                            new Object[] {posted},
                            "/explore#b"));
    }

    private static News line(SearchNews.ForVisit found) {
        return new News(
                "ticket",
                found.count() == 1 ? "news.search1" : "news.search",
                new Object[] {found.count(), found.firstTitle()},
                found.href());
    }

    private static News line(Application application) {
        return new News(
                "mail", "news.quiet", new Object[] {application.title()}, "/vacancies/mine");
    }
}
