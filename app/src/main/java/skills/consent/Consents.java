package skills.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import skills.platform.Words;

/** All consents. Rows are only added: giving is one, taking back another. */
@Repository
public class Consents {

    private static final String SELECT =
            """
            select c.*, w.withdrawn_at from consent c
            left join consent_withdrawal w on w.consent = c.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Gives a consent; the same id again gives nothing more.
     *
     * @return false when it was given before, by this person or another
     */
    public boolean give(Consent consent) {
        return jdbc.sql(
                                """
                                insert into consent (id, account, recipient, purpose, purpose_words, fields, legal_ground,
                                    valid_from, valid_until, text_version, given_at)
                                values (:id, :account, :recipient, :purpose, :words, :fields, :ground,
                                    :from, :until, :version, :given)
                                on conflict (id) do nothing
                                """)
                        .param("id", consent.id().value())
                        .param("account", consent.account().value())
                        .param("recipient", consent.recipient())
                        .param("purpose", consent.purpose().name())
                        .param("words", consent.purposeWords())
                        .param("fields", consent.fields().toArray(String[]::new))
                        .param("ground", consent.ground().name())
                        .param("from", Timestamp.from(consent.from()))
                        .param("until", consent.until())
                        .param("version", consent.textVersion())
                        .param("given", Timestamp.from(consent.givenAt()))
                        .update()
                == 1;
    }

    /**
     * Takes a consent back, from this instant on. Taking back again changes nothing.
     *
     * @return false when this person has no such consent
     */
    public boolean withdraw(AccountId account, ConsentId id) {
        if (find(account, id).isEmpty()) return false;
        jdbc.sql(
                        """
                        insert into consent_withdrawal (consent, account, withdrawn_at)
                        values (:id, :account, :now) on conflict (consent) do nothing
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return true;
    }

    /** One consent of this person, however it stands; empty when it is somebody else's. */
    public Optional<Consent> find(AccountId account, ConsentId id) {
        return find(id).filter(c -> c.account().equals(account));
    }

    /**
     * A consent by its id alone: for a room that was shown a key to it. How it stands is to be
     * asked.
     */
    public Optional<Consent> find(ConsentId id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id.value())
                .query(Consents::consent)
                .optional();
    }

    /** Those of these consents that were taken back. */
    public Set<ConsentId> withdrawn(Collection<ConsentId> ids) {
        return jdbc
                .sql("select consent from consent_withdrawal where consent = any(:ids)")
                .param("ids", ids.stream().map(ConsentId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(ConsentId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The consents of a person that were open at an instant, the latest first. */
    public List<Consent> validAt(AccountId account, Instant instant) {
        return list(account).stream().filter(c -> c.validAt(instant)).toList();
    }

    /** Every consent that a person ever gave, the latest first. */
    public List<Consent> list(AccountId account) {
        return jdbc.sql(SELECT + "where c.account = :account order by c.given_at desc, c.id")
                .param("account", account.value())
                .query(Consents::consent)
                .list();
    }

    /**
     * Who lets something count: the persons with a consent for a purpose that names a field and is
     * open at an instant, whoever gave it first comes first.
     */
    public List<AccountId> persons(Purpose purpose, String field, Instant instant) {
        return jdbc
                .sql(
                        """
                        select c.account from consent c
                        left join consent_withdrawal w on w.consent = c.id
                        where c.purpose = :purpose and c.fields @> array[cast(:field as text)]
                          and w.consent is null
                          and c.valid_from <= :now and c.valid_until >= :day
                        group by c.account order by min(c.given_at), c.account
                        """)
                .param("purpose", purpose.name())
                .param("field", field)
                .param("now", Timestamp.from(instant))
                .param("day", java.time.LocalDate.ofInstant(instant, Words.PLACE))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    private static Consent consent(ResultSet row, int n) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new Consent(
                new ConsentId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("recipient"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("purpose_words"),
                Arrays.asList((String[]) row.getArray("fields").getArray()),
                LegalGround.valueOf(row.getString("legal_ground")),
                row.getTimestamp("valid_from").toInstant(),
                row.getObject("valid_until", java.time.LocalDate.class),
                row.getString("text_version"),
                row.getTimestamp("given_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
