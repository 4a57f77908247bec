package skills.vacancy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** What a person did with vacancies and searches. */
@Component
class MineData implements PersonalDataPart {

    private final JdbcClient jdbc;

    MineData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "vacancies";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "vacancy_seen",
                "vacancy_application",
                "vacancy_application_asked",
                "saved_search",
                "saved_search_look",
                "search_news",
                "news_letter",
                "news_mail_wish");
    }

    @Override
    public Object export(AccountId account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "applications",
                rows(
                        account,
                        """
                        select vacancy, title, employer, place, what, said_at from vacancy_application
                        where account = :account order by id
                        """));
        all.put(
                "askedAbout",
                rows(
                        account,
                        """
                        select vacancy, asked_at from vacancy_application_asked
                        where account = :account order by asked_at
                        """));
        all.put(
                "seen",
                rows(
                        account,
                        """
                        select s.vacancy, v.title, s.seen_at from vacancy_seen s
                        left join vacancy v on v.id = s.vacancy
                        where s.account = :account order by s.seen_at
                        """));
        all.put(
                "savedSearches",
                rows(
                        account,
                        """
                        select query, words_nl as words, saved_at, ended_at from saved_search
                        where account = :account order by saved_at
                        """));
        all.put(
                "looks",
                rows(
                        account,
                        """
                        select s.words_nl as search, l.at from saved_search_look l
                        join saved_search s on s.id = l.search where s.account = :account order by l.at
                        """));
        all.put(
                "news",
                rows(
                        account,
                        """
                        select n.vacancy, v.title, s.words_nl as search, n.way, n.told_at
                        from search_news n join saved_search s on s.id = n.search
                        left join vacancy v on v.id = n.vacancy
                        where n.account = :account order by n.told_at
                        """));
        all.put(
                "newsByMail",
                rows(
                        account,
                        """
                        select wanted, language, way, said_at from news_mail_wish
                        where account = :account order by id
                        """));
        all.put(
                "letters",
                rows(
                        account,
                        "select day, written_at from news_letter where account = :account order by day"));
        return all;
    }

    private List<Map<String, Object>> rows(AccountId account, String sql) {
        return jdbc.sql(sql).param("account", account.value()).query().listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    public void eraseAll(Collection<AccountId> accounts) {
        UUID[] ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        for (String sql :
                new String[] {
                    "delete from search_news where account = any(:ids)",
                    "delete from news_letter where account = any(:ids)",
                    "delete from news_mail_wish where account = any(:ids)",
                    "delete from saved_search_look l using saved_search s where s.id = l.search and s.account = any(:ids)",
                    "delete from saved_search where account = any(:ids)",
                    "delete from vacancy_seen where account = any(:ids)",
                    "delete from vacancy_application where account = any(:ids)",
                    "delete from vacancy_application_asked where account = any(:ids)"
                }) jdbc.sql(sql).param("ids", ids).update();
    }
}
