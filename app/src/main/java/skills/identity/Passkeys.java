package skills.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** The passkeys of an account, as Spring Security's repositories stored them. */
@Repository
class Passkeys {

    private final JdbcClient jdbc;

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id as the browser knows it
     */
    record Passkey(String id, String label, @Nullable Instant made) {}

    List<Passkey> of(AccountId account) {
        return jdbc.sql(
                        """
                        select c.credential_id, c.label, c.created from user_credentials c
                        join user_entities e on e.id = c.user_entity_user_id
                        where e.name = :account order by c.created
                        """)
                .param("account", account.toString())
                .query(
                        (row, n) -> {
                            Timestamp made = row.getTimestamp("created");
                            return new Passkey(
                                    row.getString("credential_id"),
                                    row.getString("label"),
                                    made == null ? null : made.toInstant());
                        })
                .list();
    }

    void remove(AccountId account, String id) {
        jdbc.sql(
                        """
                        delete from user_credentials c using user_entities e
                        where e.id = c.user_entity_user_id and e.name = :account and c.credential_id = :id
                        """)
                .param("account", account.toString())
                .param("id", id)
                .update();
    }
}
