package skills.study;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** Who was asked to take part, and what they said. */
@Repository
class Askings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Askings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum How {
        LINK,
        CLASS,
        LIST
    }

    /**
     * @param school empty when not known; @param unit likewise
     */
    record Asked(
            StudyId study,
            AccountId account,
            How how,
            String school,
            String unit,
            Map<String, String> facts,
            Instant at) {}

    /**
     * @param purposes that were agreed to; @param version of the plan whose texts were read
     */
    record Said(boolean takingPart, Set<String> purposes, int version, Instant at) {}

    /** Somebody was asked; a class or fact that becomes known later is kept too. */
    void ask(Asked asked) {
        jdbc.sql(
                        """
                        insert into study_asked (study, account, how, school, unit, facts, asked_at)
                        values (:study, :account, :how, :school, :unit, :facts::jsonb, :now)
                        on conflict (study, account) do update
                        set school = case when excluded.unit = '' then study_asked.school else excluded.school end,
                            unit = case when excluded.unit = '' then study_asked.unit else excluded.unit end,
                            facts = study_asked.facts || excluded.facts
                        """)
                .param("study", asked.study().value())
                .param("account", asked.account().value())
                .param("how", asked.how().name())
                .param("school", asked.school())
                .param("unit", asked.unit())
                .param("facts", PersonFacts.write(asked.facts()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What a person was asked, the latest first. */
    List<Asked> of(AccountId account) {
        return jdbc.sql(
                        """
                        select *, facts::text as facts_text from study_asked
                        where account = :account order by asked_at desc, study
                        """)
                .param("account", account.value())
                .query(Askings::asked)
                .list();
    }

    Optional<Asked> find(AccountId account, StudyId study) {
        return of(account).stream().filter(a -> a.study().equals(study)).findFirst();
    }

    void say(
            StudyId study,
            AccountId account,
            boolean takingPart,
            Set<String> purposes,
            int planVersion) {
        jdbc.sql(
                        """
                        insert into study_said (study, account, taking_part, purposes, plan_version, said_at)
                        values (:study, :account, :part, :purposes, :version, :now)
                        """)
                .param("study", study.value())
                .param("account", account.value())
                .param("part", takingPart)
                .param("purposes", purposes.stream().sorted().toArray(String[]::new))
                .param("version", planVersion)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The last thing somebody said to it; empty when nothing yet. */
    Optional<Said> said(AccountId account, StudyId study) {
        return jdbc.sql(
                        """
                        select * from study_said where account = :account and study = :study
                        order by said_at desc, id desc limit 1
                        """)
                .param("account", account.value())
                .param("study", study.value())
                .query(Askings::said)
                .optional();
    }

    private static Asked asked(ResultSet row, int n) throws SQLException {
        return new Asked(
                new StudyId(row.getObject("study", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                How.valueOf(row.getString("how")),
                row.getString("school"),
                row.getString("unit"),
                PersonFacts.read(row.getString("facts_text")),
                row.getTimestamp("asked_at").toInstant());
    }

    private static Said said(ResultSet row, int n) throws SQLException {
        Array purposes = row.getArray("purposes");
        return new Said(
                row.getBoolean("taking_part"),
                Set.of((String[]) purposes.getArray()),
                row.getInt("plan_version"),
                row.getTimestamp("said_at").toInstant());
    }
}
