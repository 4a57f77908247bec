package skills.passport;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.matching.Discovery;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/** The starts of all persons. */
@Repository
class Starts implements PersonalDataPart {

    private final JdbcClient jdbc;
    private final Clock clock;

    Starts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Start> of(AccountId account) {
        return jdbc.sql("select chosen, crebo, occupation from start where account = :account")
                .param("account", account.value())
                .query(
                        (row, n) ->
                                new Start(
                                        row.getString("chosen"),
                                        row.getString("crebo"),
                                        occupation(row.getObject("occupation", UUID.class)),
                                        List.of(),
                                        List.of()))
                .optional()
                // Asked after the row is read: a question within one would hold a second
                // connection,
                // and a class that starts at once would wait for each other.
                .map(
                        s ->
                                new Start(
                                        s.chosen(),
                                        s.crebo(),
                                        s.occupation(),
                                        tasks(account),
                                        found(account)));
    }

    private static @Nullable OccupationId occupation(@Nullable UUID id) {
        return id == null ? null : new OccupationId(id);
    }

    private List<String> tasks(AccountId account) {
        return jdbc.sql("select task from start_task where account = :account order by position")
                .param("account", account.value())
                .query(String.class)
                .list();
    }

    private List<Start.Found> found(AccountId account) {
        return jdbc.sql("select * from start_found where account = :account order by position")
                .param("account", account.value())
                .query(
                        (row, n) ->
                                new Start.Found(
                                        row.getInt("position"),
                                        new SkillId(row.getObject("skill", UUID.class)),
                                        new LocalizedText(
                                                row.getString("phrase_nl"),
                                                row.getString("phrase_en")),
                                        new LocalizedText(
                                                row.getString("because_nl"),
                                                row.getString("because_en")),
                                        (Boolean) row.getObject("confirmed")))
                .list();
    }

    void choose(
            AccountId account,
            String chosen,
            @Nullable String crebo,
            @Nullable OccupationId occupation) {
        jdbc.sql(
                        """
                        insert into start (account, chosen, crebo, occupation, begun_at)
                        values (:account, :chosen, :crebo, :occupation, :now)
                        on conflict (account) do update
                        set chosen = :chosen, crebo = :crebo, occupation = :occupation, begun_at = :now
                        """)
                .param("account", account.value())
                .param("chosen", chosen)
                .param("crebo", crebo)
                .param("occupation", occupation == null ? null : occupation.value())
                .param("now", now())
                .update();
    }

    /** Replaces what was tapped and what was found in it. */
    void tapped(AccountId account, List<String> tasks, List<Discovery> found) {
        jdbc.sql("delete from start_task where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from start_found where account = :account")
                .param("account", account.value())
                .update();
        for (int i = 0; i < tasks.size(); i++)
            jdbc.sql("insert into start_task values (:account, :task, :position, :now)")
                    .param("account", account.value())
                    .param("task", tasks.get(i))
                    .param("position", i)
                    .param("now", now())
                    .update();
        for (int i = 0; i < found.size(); i++) {
            Discovery d = found.get(i);
            jdbc.sql(
                            """
                            insert into start_found
                                (account, position, skill, phrase_nl, phrase_en, because_nl, because_en)
                            values (:account, :position, :skill, :pnl, :pen, :bnl, :ben)
                            """)
                    .param("account", account.value())
                    .param("position", i)
                    .param("skill", d.skill().value())
                    .param("pnl", d.phrases().getFirst().nl())
                    .param("pen", d.phrases().getFirst().en())
                    .param("bnl", d.because().nl())
                    .param("ben", d.because().en())
                    .update();
        }
    }

    void said(AccountId account, int position, boolean confirmed) {
        jdbc.sql(
                        """
                        update start_found set confirmed = :confirmed, said_at = :now
                        where account = :account and position = :position
                        """)
                .param("account", account.value())
                .param("position", position)
                .param("confirmed", confirmed)
                .param("now", now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Set<String> tables() {
        return Set.of("start", "start_task", "start_found");
    }

    @Override
    public Object export(AccountId account) {
        return of(account).<Object>map(s -> s).orElse(Map.of());
    }

    @Override
    public void erase(AccountId account) {
        for (String table : List.of("start_found", "start_task", "start"))
            jdbc.sql("delete from " + table + " where account = :account")
                    .param("account", account.value())
                    .update();
    }
}
