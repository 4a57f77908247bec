package skills.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** What persons tell about themselves: name, sentence and entries. */
@Repository
public class Profiles {

    /** How long an entry that was taken away can be put back. */
    static final Duration PUT_BACK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Profiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everything of one person; an empty profile when nothing was told yet. */
    public Profile of(AccountId account) {
        record Told(String name, String sentence) {}
        Told told =
                jdbc.sql("select name, sentence from profile where account = :account")
                        .param("account", account.value())
                        .query(Told.class)
                        .optional()
                        .orElse(new Told("", ""));
        List<Entry> entries = entries(account);
        return new Profile(
                told.name(),
                told.sentence(),
                only(entries, Experience.class),
                only(entries, Education.class),
                only(entries, Activity.class));
    }

    /** One entry of this person; empty when it is somebody else's or was taken away. */
    public Optional<Entry> find(AccountId account, EntryId id) {
        return jdbc.sql(
                        """
                        select id, kind, title, organization, starts, ends, words, eqf, crebo, field
                        from profile_entry where id = :id and account = :account and removed_at is null
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .query(Profiles::entry)
                .optional();
    }

    /** Sets name and sentence; both may be empty. */
    public void tell(AccountId account, String name, String sentence) {
        jdbc.sql(
                        """
                        insert into profile (account, name, sentence, changed_at)
                        values (:account, :name, :sentence, :now)
                        on conflict (account) do update
                        set name = excluded.name, sentence = excluded.sentence, changed_at = excluded.changed_at
                        """)
                .param("account", account.value())
                .param("name", name)
                .param("sentence", sentence)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Adds the entry under its id; the same id again changes it, so that a double click adds
     * nothing.
     */
    public boolean save(AccountId account, Entry entry) {
        var education = entry instanceof Education e ? e : null;
        int rows =
                jdbc.sql(
                                """
                        insert into profile_entry (id, account, kind, title, organization, starts, ends, words,
                            eqf, crebo, field, added_at, changed_at)
                        values (:id, :account, :kind, :title, :organization, :starts, :ends, :words,
                            :eqf, :crebo, :field, :now, :now)
                        on conflict (id) do update
                        set kind = excluded.kind, title = excluded.title, organization = excluded.organization,
                            starts = excluded.starts, ends = excluded.ends, words = excluded.words,
                            eqf = excluded.eqf, crebo = excluded.crebo, field = excluded.field,
                            changed_at = excluded.changed_at
                        where profile_entry.account = excluded.account and profile_entry.removed_at is null
                        """)
                        .param("id", entry.id().value())
                        .param("account", account.value())
                        .param("kind", kind(entry))
                        .param("title", entry.title())
                        .param("organization", entry.organization())
                        .param("starts", text(entry.period().from()))
                        .param("ends", text(entry.period().until()))
                        .param("words", education == null ? entry.words() : "")
                        .param("eqf", education == null ? null : education.eqf())
                        .param("crebo", education == null ? null : education.crebo())
                        .param("field", education == null ? "" : education.field())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        return rows == 1;
    }

    /** Takes an entry away; it can be put back for a day. */
    boolean remove(AccountId account, EntryId id) {
        return jdbc.sql(
                                """
                                update profile_entry set removed_at = :now
                                where id = :id and account = :account and removed_at is null
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    boolean putBack(AccountId account, EntryId id) {
        return jdbc.sql(
                                """
                                update profile_entry set removed_at = null
                                where id = :id and account = :account and removed_at > :limit
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("limit", Timestamp.from(clock.instant().minus(PUT_BACK)))
                        .update()
                == 1;
    }

    /** The name of an entry that can still be put back. */
    Optional<String> removedTitle(AccountId account, EntryId id) {
        return jdbc.sql(
                        """
                        select title from profile_entry
                        where id = :id and account = :account and removed_at > :limit
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("limit", Timestamp.from(clock.instant().minus(PUT_BACK)))
                .query(String.class)
                .optional();
    }

    /** Deletes for good what can no longer be put back. */
    int forgetRemoved() {
        return jdbc.sql("delete from profile_entry where removed_at <= :limit")
                .param("limit", Timestamp.from(clock.instant().minus(PUT_BACK)))
                .update();
    }

    List<Entry> entries(AccountId account) {
        return jdbc.sql(
                        """
                        select id, kind, title, organization, starts, ends, words, eqf, crebo, field
                        from profile_entry where account = :account and removed_at is null order by added_at, id
                        """)
                .param("account", account.value())
                .query(Profiles::entry)
                .list();
    }

    private static <T extends Entry> List<T> only(List<Entry> entries, Class<T> kind) {
        return entries.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(Entry::period, Period.LATEST_FIRST))
                .toList();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        var id = new EntryId(row.getObject("id", UUID.class));
        String kind = row.getString("kind");
        String title = row.getString("title");
        String organization = row.getString("organization");
        var period = new Period(date(row.getString("starts")), date(row.getString("ends")));
        String words = row.getString("words");
        int eqf = row.getInt("eqf");
        Integer level = row.wasNull() ? null : (Integer) eqf;
        return switch (kind) {
            case "experience" -> new Experience(id, title, organization, period, words);
            case "education" ->
                    new Education(
                            id,
                            title,
                            organization,
                            period,
                            level,
                            row.getString("crebo"),
                            row.getString("field"));
            default ->
                    new Activity(
                            id,
                            Activity.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                            title,
                            organization,
                            period,
                            words);
        };
    }

    private static String kind(Entry entry) {
        return switch (entry) {
            case Experience _ -> "experience";
            case Education _ -> "education";
            case Activity activity -> activity.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static @Nullable PartialDate date(@Nullable String iso) {
        return iso == null ? null : PartialDate.parse(iso);
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }
}
