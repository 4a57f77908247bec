package skills.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.identity.GroupId;
import skills.identity.PersonalDataPart;
import skills.kernel.AccountId;
import skills.taxonomy.OccupationId;
import skills.vacancy.Region;

/**
 * "What if this occupation were gone", kept by a teacher for a class. Closing is a row, reopening
 * fills in who did it and when.
 */
@Repository
class Closings implements PersonalDataPart {

    private final JdbcClient jdbc;
    private final Clock clock;

    Closings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param region as in an address
     */
    record Closing(GroupId group, OccupationId occupation, String region, Instant closedAt) {}

    /** Closed for the group: an occupation once, in the region named last. */
    void close(GroupId group, OccupationId occupation, Region region, AccountId by) {
        jdbc.sql(
                        """
                        insert into gone_closing (group_id, occupation, region, closed_at, closed_by)
                        values (:group, :occupation, :region, :now, :by)
                        on conflict (group_id, occupation) where reopened_at is null
                        do update set region = excluded.region, closed_at = excluded.closed_at,
                                      closed_by = excluded.closed_by
                        """)
                .param("group", group.value())
                .param("occupation", occupation.value())
                .param("region", region.text())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
    }

    /** An occupation that is not closed for the group is no error. */
    void reopen(GroupId group, OccupationId occupation, AccountId by) {
        jdbc.sql(
                        """
                        update gone_closing set reopened_at = :now, reopened_by = :by
                        where group_id = :group and occupation = :occupation and reopened_at is null
                        """)
                .param("group", group.value())
                .param("occupation", occupation.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
    }

    /** What is closed for one of these groups now, the latest first. */
    List<Closing> of(Collection<GroupId> groups) {
        return jdbc.sql(
                        """
                        select group_id, occupation, region, closed_at from gone_closing
                        where group_id = any (:groups) and reopened_at is null
                        order by closed_at desc, occupation
                        """)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .query(
                        (row, n) ->
                                new Closing(
                                        new GroupId(row.getObject("group_id", UUID.class)),
                                        new OccupationId(row.getObject("occupation", UUID.class)),
                                        row.getString("region"),
                                        row.getTimestamp("closed_at").toInstant()))
                .list();
    }

    Optional<Closing> of(GroupId group, OccupationId occupation) {
        return of(List.of(group)).stream()
                .filter(c -> c.occupation().equals(occupation))
                .findFirst();
    }

    @Override
    public String name() {
        return "closed-occupations";
    }

    @Override
    public Set<String> tables() {
        return Set.of("gone_closing");
    }

    @Override
    public Object export(AccountId account) {
        return Map.of(
                "closedForAClass",
                jdbc.sql(
                                """
                                select occupation, region, closed_at, reopened_at from gone_closing
                                where closed_by = :account or reopened_by = :account order by closed_at
                                """)
                        .param("account", account.value())
                        .query()
                        .listOfRows());
    }

    /** What a teacher closed goes with her, since nobody else could reopen it. */
    @Override
    public void erase(AccountId account) {
        jdbc.sql("delete from gone_closing where closed_by = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("update gone_closing set reopened_by = null where reopened_by = :account")
                .param("account", account.value())
                .update();
    }
}
