package skills.passport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.consent.Purpose;
import skills.kernel.AccountId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What persons are about to open up. */
@Repository
class ShareDrafts {

    /** Whoever did not go on within this time begins anew. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    ShareDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Saves a draft under its id, and forgets this person's old ones.
     *
     * @return false when the id is somebody else's
     */
    boolean save(ShareDraft draft) {
        jdbc.sql("delete from share_draft where account = :account and changed_at < :before")
                .param("account", draft.account().value())
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        return jdbc.sql(
                                """
                                insert into share_draft
                                    (id, account, recipient, purpose, purpose_words, fields, valid_until, notes, changed_at)
                                values (:id, :account, :recipient, :purpose, :words, :fields, :until, :notes::jsonb, :now)
                                on conflict (id) do update
                                set recipient = excluded.recipient, purpose = excluded.purpose,
                                    purpose_words = excluded.purpose_words, fields = excluded.fields,
                                    valid_until = excluded.valid_until, notes = excluded.notes, changed_at = excluded.changed_at
                                where share_draft.account = excluded.account
                                """)
                        .param("id", draft.id())
                        .param("account", draft.account().value())
                        .param("recipient", draft.recipient())
                        .param("purpose", draft.purpose().name())
                        .param("words", draft.purposeWords())
                        .param(
                                "fields",
                                draft.fields().stream()
                                        .map(ShareField::toString)
                                        .toArray(String[]::new))
                        .param("until", draft.until())
                        .param("notes", JSON.writeValueAsString(draft.notes()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** A draft of this person; empty when there is none or it is somebody else's. */
    Optional<ShareDraft> find(AccountId account, UUID id) {
        return jdbc.sql("select * from share_draft where id = :id and account = :account")
                .param("id", id)
                .param("account", account.value())
                .query(ShareDrafts::draft)
                .optional();
    }

    void forget(AccountId account, UUID id) {
        jdbc.sql("delete from share_draft where id = :id and account = :account")
                .param("id", id)
                .param("account", account.value())
                .update();
    }

    private static ShareDraft draft(ResultSet row, int n) throws SQLException {
        return new ShareDraft(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("recipient"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("purpose_words"),
                Arrays.stream((String[]) row.getArray("fields").getArray())
                        .map(ShareField::parse)
                        .toList(),
                row.getObject("valid_until", LocalDate.class),
                JSON.readValue(row.getString("notes"), new TypeReference<Map<UUID, String>>() {}));
    }
}
