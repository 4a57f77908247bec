package skills.vacancy;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** Which vacancies a person posted for an employer. They are the employer's and stay, unnamed. */
@Component
class EmployerData implements PersonalDataPart {

    private final JdbcClient jdbc;

    EmployerData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "employer";
    }

    @Override
    public Set<String> tables() {
        return Set.of("employer_vacancy_act");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "postedVacancies",
                jdbc.sql(
                                """
                                select v.id, v.title, o.name as employer, a.what, a.at
                                from employer_vacancy_act a join employer_vacancy v on v.id = a.vacancy
                                join organization o on o.id = v.organization
                                where a.done_by = :account order by a.id
                                """)
                        .param("account", account.value())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(AccountId account) {
        jdbc.sql("update employer_vacancy_act set done_by = null where done_by = :account")
                .param("account", account.value())
                .update();
    }
}
