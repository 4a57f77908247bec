package skills.study;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** Which reminders somebody got. */
@Component
@Order(EnrolmentData.LAST - 1)
class ReminderData implements PersonalDataPart, DryRunPart {

    private final JdbcClient jdbc;

    ReminderData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "study-reminders";
    }

    @Override
    public Set<String> tables() {
        return Set.of("study_reminder");
    }

    @Override
    public Object export(AccountId account) {
        return jdbc.sql(
                        """
                        select s.name as study, r.wave, r.day, r.written_at from study_reminder r
                        join study_enrolment e on e.id = r.enrolment join study s on s.id = e.study
                        where e.account = :account order by r.written_at
                        """)
                .param("account", account.value())
                .query()
                .listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(Set.of(account));
    }

    @Override
    public void eraseAll(Collection<AccountId> accounts) {
        jdbc.sql(
                        """
                        delete from study_reminder where enrolment in (
                            select id from study_enrolment where account = any(:ids))
                        """)
                .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .update();
    }

    @Override
    public int erase(StudyId study) {
        return jdbc.sql(
                        """
                        delete from study_reminder where enrolment in (
                            select id from study_enrolment where study = :study and test)
                        """)
                .param("study", study.value())
                .update();
    }
}
