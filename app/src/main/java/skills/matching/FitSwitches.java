package skills.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/**
 * Which components a person switched off for the explorer. Rows are only added; the last counts.
 */
@Repository
class FitSwitches implements PersonalDataPart {

    private final JdbcClient jdbc;
    private final Clock clock;

    FitSwitches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Components that do not count; nobody who never said so has any. */
    Set<Component> off(AccountId account) {
        Set<Component> off = EnumSet.noneOf(Component.class);
        jdbc.sql(
                        """
                        select component from (
                            select distinct on (component) component, counts from fit_switch
                            where account = :account order by component, said_at desc, id desc) last
                        where not counts
                        """)
                .param("account", account.value())
                .query(String.class)
                .list()
                .forEach(c -> Component.of(c).ifPresent(off::add));
        return off;
    }

    /** Says that a component counts from now on, or no longer; said again leaves no row. */
    void set(AccountId account, Component component, boolean counts) {
        if (off(account).contains(component) != counts) return;
        jdbc.sql(
                        """
                        insert into fit_switch (account, component, counts, said_at)
                        values (:account, :component, :counts, :now)
                        """)
                .param("account", account.value())
                .param("component", component.key())
                .param("counts", counts)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public String name() {
        return "explorer";
    }

    @Override
    public Set<String> tables() {
        return Set.of("fit_switch");
    }

    @Override
    public Object export(AccountId account) {
        List<Map<String, Object>> said =
                jdbc.sql(
                                "select id, component, counts, said_at from fit_switch where account = :account order by said_at")
                        .param("account", account.value())
                        .query()
                        .listOfRows();
        return Map.of("whatCounts", said);
    }

    @Override
    public void erase(AccountId account) {
        jdbc.sql("delete from fit_switch where account = :account")
                .param("account", account.value())
                .update();
    }
}
