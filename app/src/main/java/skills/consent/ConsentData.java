package skills.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/** What this room keeps about a person; the one place that may delete it. */
@Component
class ConsentData implements PersonalDataPart {

    private final JdbcClient jdbc;
    private final Consents consents;
    private final AccessLog log;

    ConsentData(JdbcClient jdbc, Consents consents, AccessLog log) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.log = log;
    }

    @Override
    public String name() {
        return "consent";
    }

    @Override
    public Set<String> tables() {
        return Set.of("consent", "consent_withdrawal", "access_log");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of("consents", consents.list(account), "readings", log.entries(account));
    }

    @Override
    @Transactional
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    @Transactional
    public void eraseAll(Collection<AccountId> accounts) {
        UUID[] ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        erasing("yes");
        for (String table : List.of("access_log", "consent_withdrawal", "consent"))
            jdbc.sql("delete from " + table + " where account = any(:ids)")
                    .param("ids", ids)
                    .update();
        erasing("no");
    }

    /** For this transaction only. */
    private void erasing(String answer) {
        jdbc.sql("select set_config('skills.erasing', :answer, true)")
                .param("answer", answer)
                .query(String.class)
                .single();
    }
}
