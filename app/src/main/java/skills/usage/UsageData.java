package skills.usage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** What this room keeps about a person. */
@Component
class UsageData implements PersonalDataPart {

    private final JdbcClient jdbc;

    UsageData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public Set<String> tables() {
        return Set.of("usage_event");
    }

    @Override
    public Object export(AccountId account) {
        return jdbc.sql(
                        "select part, kind, seconds, at from usage_event where account = :account order by at, id")
                .param("account", account.value())
                .query()
                .listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    public void eraseAll(Collection<AccountId> accounts) {
        UUID[] ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        jdbc.sql("delete from usage_event where account = any(:ids)").param("ids", ids).update();
    }
}
