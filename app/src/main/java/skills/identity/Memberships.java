package skills.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** Who is in which group. */
@Repository
public class Memberships {

    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The groups of a person, the one joined last first. */
    public List<GroupId> of(AccountId account) {
        return jdbc
                .sql(
                        "select group_id from membership where account = :account order by joined_at desc")
                .param("account", account.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(GroupId::new)
                .toList();
    }

    /** The persons of a group, for figures about groups and for nothing that shows who they are. */
    public List<AccountId> in(GroupId group) {
        return jdbc
                .sql("select account from membership where group_id = :group order by account")
                .param("group", group.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    /** False when the person is in the group already. */
    boolean join(AccountId account, GroupId group, @Nullable InvitationId by) {
        return jdbc.sql(
                                """
                                insert into membership (account, group_id, joined_at, invitation)
                                values (:account, :group, :now, :by) on conflict do nothing
                                """)
                        .param("account", account.value())
                        .param("group", group.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by == null ? null : by.value())
                        .update()
                == 1;
    }

    /** Takes the person out of the group; a group that is not theirs is no error. */
    void leave(AccountId account, GroupId group) {
        jdbc.sql("delete from membership where account = :account and group_id = :group")
                .param("account", account.value())
                .param("group", group.value())
                .update();
    }
}
