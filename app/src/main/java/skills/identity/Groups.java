package skills.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;

/** Classes and teams. */
@Repository
public class Groups {

    private static final String SELECT =
            """
            select g.id, g.organization, o.name as organization_name, g.name, g.demo,
                   (select count(*) from membership m where m.group_id = g.id) as members
            from organization_group g join organization o on o.id = g.organization
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Groups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Group> find(GroupId group) {
        return jdbc.sql(SELECT + " where g.id = :id")
                .param("id", group.value())
                .query(Groups::group)
                .optional();
    }

    /** The groups that a teacher made, by name. */
    public List<Group> ofTeacher(AccountId teacher) {
        return jdbc.sql(
                        SELECT
                                + " where g.made_by = :teacher order by g.name collate \"und-x-icu\", g.id")
                .param("teacher", teacher.value())
                .query(Groups::group)
                .list();
    }

    /** A group, if this teacher made it and still teaches at its organisation. */
    public Optional<Group> ofTeacher(AccountId teacher, GroupId group) {
        return jdbc.sql(
                        SELECT
                                + """
                         where g.id = :id and g.made_by = :teacher
                           and exists (select from account_role r where r.account = :teacher and r.role = 'TEACHER'
                                       and r.organization = g.organization and r.ended_at is null)
                        """)
                .param("id", group.value())
                .param("teacher", teacher.value())
                .query(Groups::group)
                .optional();
    }

    /** The groups of an organisation, by name. */
    public List<Group> in(OrganizationId organization) {
        return jdbc.sql(
                        SELECT
                                + " where g.organization = :organization order by g.name collate \"und-x-icu\", g.id")
                .param("organization", organization.value())
                .query(Groups::group)
                .list();
    }

    GroupId make(OrganizationId organization, String name, AccountId by, boolean demo) {
        return new GroupId(
                jdbc.sql(
                                """
                        insert into organization_group (organization, name, made_at, made_by, demo)
                        values (:organization, :name, :now, :by, :demo) returning id
                        """)
                        .param("organization", organization.value())
                        .param("name", name)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by.value())
                        .param("demo", demo)
                        .query(UUID.class)
                        .single());
    }

    private static Group group(ResultSet row, int n) throws SQLException {
        return new Group(
                new GroupId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                row.getString("organization_name"),
                row.getString("name"),
                row.getInt("members"),
                row.getBoolean("demo"));
    }
}
