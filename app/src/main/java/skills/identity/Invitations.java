package skills.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;

/** Codes to join a group. */
@Repository
class Invitations {

    private static final String SELECT =
            """
            select i.id, i.group_id, i.code, i.valid_from, i.valid_until, i.max_uses, i.taken_back_at,
                   (select count(*) from membership m where m.invitation = i.id) as used
            from invitation i
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Memberships memberships;

    Invitations(JdbcClient jdbc, Clock clock, Memberships memberships) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.memberships = memberships;
    }

    Optional<Invitation> find(InvitationCode code) {
        return jdbc.sql(SELECT + " where i.code = :code")
                .param("code", code.value())
                .query(Invitations::invitation)
                .optional();
    }

    Optional<Invitation> ofGroup(GroupId group, InvitationId id) {
        return jdbc.sql(SELECT + " where i.id = :id and i.group_id = :group")
                .param("id", id.value())
                .param("group", group.value())
                .query(Invitations::invitation)
                .optional();
    }

    /** All codes of a group, the newest first. */
    List<Invitation> of(GroupId group) {
        return jdbc.sql(SELECT + " where i.group_id = :group order by i.made_at desc, i.id desc")
                .param("group", group.value())
                .query(Invitations::invitation)
                .list();
    }

    /**
     * What came of using a code. {@code joined} is false when the person was in the group before.
     */
    record Redeemed(Invitation.State state, Invitation invitation, boolean joined) {}

    /**
     * Joins the group of the code, once an account. The code's row is locked from counting to
     * joining, so that the last place goes to one person.
     */
    @Transactional
    Optional<Redeemed> redeem(InvitationCode code, AccountId account) {
        var locked =
                jdbc.sql("select id from invitation where code = :code for update")
                        .param("code", code.value())
                        .query(UUID.class)
                        .optional();
        if (locked.isEmpty()) return Optional.empty();
        Invitation invitation = find(code).orElseThrow();
        if (memberships.of(account).contains(invitation.group()))
            return Optional.of(new Redeemed(Invitation.State.OPEN, invitation, false));
        Invitation.State state = invitation.at(clock.instant());
        boolean joined =
                state == Invitation.State.OPEN
                        && memberships.join(account, invitation.group(), invitation.id());
        return Optional.of(new Redeemed(state, invitation, joined));
    }

    /** A new code of a group. Not in a transaction: a code that exists already is drawn anew. */
    @Transactional(propagation = Propagation.NEVER)
    Invitation make(Group group, Instant from, Instant until, int limit, AccountId by) {
        for (int tries = 0; ; tries++) {
            try {
                var code = InvitationCode.fresh(group.name());
                insert(group.id(), code, from, until, limit, by);
                return find(code).orElseThrow();
            } catch (DuplicateKeyException taken) {
                if (tries == 20) throw taken;
            }
        }
    }

    void insert(
            GroupId group,
            InvitationCode code,
            Instant from,
            Instant until,
            int limit,
            @Nullable AccountId by) {
        jdbc.sql(
                        """
                        insert into invitation (group_id, code, valid_from, valid_until, max_uses, made_at, made_by)
                        values (:group, :code, :from, :until, :limit, :now, :by)
                        """)
                .param("group", group.value())
                .param("code", code.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.value())
                .update();
    }

    /** From now on the code lets nobody in; who joined stays. */
    void takeBack(InvitationId id, GroupId group, AccountId by) {
        jdbc.sql(
                        """
                        update invitation set taken_back_at = :now, taken_back_by = :by
                        where id = :id and group_id = :group and taken_back_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .param("id", id.value())
                .param("group", group.value())
                .update();
    }

    private static Invitation invitation(ResultSet row, int n) throws SQLException {
        Timestamp back = row.getTimestamp("taken_back_at");
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new InvitationCode(row.getString("code")),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_until").toInstant(),
                row.getInt("max_uses"),
                row.getInt("used"),
                back == null ? null : back.toInstant());
    }
}
