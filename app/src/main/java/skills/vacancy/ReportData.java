package skills.vacancy;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/**
 * What a person reported, and what an administrator did with feeds and vacancies. Reports go with
 * the person; what an administrator decided stays, without the name.
 */
@Component
class ReportData implements PersonalDataPart {

    private final JdbcClient jdbc;

    ReportData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Set<String> tables() {
        return Set.of("vacancy_report", "vacancy_verdict", "feed_change");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "reportedVacancies",
                rows(
                        account,
                        """
                        select r.vacancy, v.title, r.why, r.words, r.said_at
                        from vacancy_report r join vacancy v on v.id = r.vacancy
                        where r.account = :account order by r.said_at
                        """),
                "decidedVacancies",
                rows(
                        account,
                        "select vacancy, fake, words, said_at from vacancy_verdict where said_by = :account order by id"),
                "changedFeeds",
                rows(
                        account,
                        """
                        select f.name, c.what, c.said_at from feed_change c join feed f on f.id = c.feed
                        where c.said_by = :account order by c.id
                        """));
    }

    private Object rows(AccountId account, String sql) {
        return jdbc.sql(sql).param("account", account.value()).query().listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        for (String sql :
                new String[] {
                    "delete from vacancy_report where account = :account",
                    "update vacancy_verdict set said_by = null where said_by = :account",
                    "update feed_change set said_by = null where said_by = :account"
                }) jdbc.sql(sql).param("account", account.value()).update();
    }
}
