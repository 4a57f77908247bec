package skills.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** What people wish of a job. Rows are only added; the last counts. */
@Repository
class Wishes implements PersonalDataPart {

    private final JdbcClient jdbc;
    private final Clock clock;

    Wishes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@link Wish#NONE} when nothing was said. */
    Wish of(AccountId account) {
        return jdbc.sql(
                        """
                        select hours_min, hours_max, pay_month from work_wish where account = :account
                        order by said_at desc, id desc limit 1
                        """)
                .param("account", account.value())
                .query(
                        (row, n) ->
                                new Wish(
                                        row.getObject("hours_min", Integer.class),
                                        row.getObject("hours_max", Integer.class),
                                        row.getObject("pay_month", Integer.class)))
                .optional()
                .orElse(Wish.NONE);
    }

    /** The same again leaves no row. */
    void say(AccountId account, Wish wish) {
        if (of(account).equals(wish)) return;
        jdbc.sql(
                        """
                        insert into work_wish (account, hours_min, hours_max, pay_month, said_at)
                        values (:account, :min, :max, :pay, :now)
                        """)
                .param("account", account.value())
                .param("min", wish.hoursMin())
                .param("max", wish.hoursMax())
                .param("pay", wish.pay())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public String name() {
        return "wishes";
    }

    @Override
    public Set<String> tables() {
        return Set.of("work_wish");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "wishes",
                jdbc.sql(
                                "select id, hours_min, hours_max, pay_month, said_at from work_wish where account = :account order by said_at")
                        .param("account", account.value())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(AccountId account) {
        jdbc.sql("delete from work_wish where account = :account")
                .param("account", account.value())
                .update();
    }
}
