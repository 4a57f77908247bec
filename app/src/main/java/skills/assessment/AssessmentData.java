package skills.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** What this room keeps about a person. */
@Component
class AssessmentData implements PersonalDataPart {

    private final JdbcClient jdbc;

    AssessmentData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "skill_list",
                "assessment_session",
                "assessment_item",
                "response",
                "result",
                "result_contest",
                "result_sight");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "chosen",
                        rows(
                                "select * from skill_list where account = :account order by begun_at",
                                account),
                "sessions",
                        rows(
                                "select * from assessment_session where account = :account order by begun_at",
                                account),
                "questions",
                        rows(
                                """
                                select i.* from assessment_item i join assessment_session s on s.id = i.session
                                where s.account = :account order by s.begun_at, i.position
                                """,
                                account),
                "results",
                        rows(
                                "select * from result where account = :account order by computed_at",
                                account),
                "contested",
                        rows(
                                "select * from result_contest where account = :account order by said_at",
                                account),
                "opened",
                        rows(
                                "select result, seen_at from result_sight where account = :account order by seen_at",
                                account),
                "answers",
                        rows(
                                """
                                select r.* from response r join assessment_session s on s.id = r.session
                                where s.account = :account order by r.answered_at, r.id
                                """,
                                account));
    }

    @Override
    public void erase(AccountId account) {
        String mine = "(select id from assessment_session where account = :account)";
        for (String sql :
                List.of(
                        "delete from result_contest where account = :account",
                        "delete from result_sight where account = :account",
                        "delete from result where account = :account",
                        "delete from response where session in " + mine,
                        "delete from assessment_item where session in " + mine,
                        "delete from assessment_session where account = :account",
                        "delete from skill_list where account = :account"))
            jdbc.sql(sql).param("account", account.value()).update();
    }

    private List<Map<String, Object>> rows(String sql, AccountId account) {
        return jdbc.sql(sql).param("account", account.value()).query().listOfRows();
    }
}
