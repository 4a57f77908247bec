package skills.passport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;

/**
 * Links and drafts of a person, and which results readers see; the consents themselves are the
 * consent room's.
 */
@Component
class ShareData implements PersonalDataPart {

    private final JdbcClient jdbc;

    ShareData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "share";
    }

    @Override
    public Set<String> tables() {
        return Set.of("share_draft", "share_link", "share_result", "share_result_note");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "links",
                        rows(
                                "select consent, token, made_at from share_link where account = :account order by made_at",
                                account),
                "resultsHiddenOrShown",
                        rows(
                                "select consent, result, released, said_at from share_result where account = :account order by id",
                                account),
                "notesOnResults",
                        rows(
                                "select consent, result, note, said_at from share_result_note where account = :account order by id",
                                account),
                "notYetOpened",
                        rows(
                                """
                                select id, recipient, purpose, purpose_words, fields, valid_until, notes::text, changed_at
                                from share_draft where account = :account order by changed_at
                                """,
                                account));
    }

    private List<Map<String, Object>> rows(String sql, AccountId account) {
        return jdbc.sql(sql).param("account", account.value()).query().listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        eraseAll(List.of(account));
    }

    @Override
    public void eraseAll(Collection<AccountId> accounts) {
        UUID[] ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        for (String table :
                List.of("share_result_note", "share_result", "share_link", "share_draft"))
            jdbc.sql("delete from " + table + " where account = any(:ids)")
                    .param("ids", ids)
                    .update();
    }
}
