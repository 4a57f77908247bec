package skills.taxonomy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The Dutch vocational qualifications. */
@Repository
public class Qualifications {

    private final JdbcClient jdbc;

    Qualifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By any of its numbers, the later ones included; what comes back carries the number asked for.
     */
    public Optional<Qualification> find(String crebo) {
        return jdbc.sql(
                        "select crebo, name, level, kind, domain from qualification where crebo = :crebo")
                .param("crebo", crebo)
                .query(Qualification.class)
                .optional();
    }

    /** Occupations that it leads to, the closest first; empty when we have none for it. */
    public List<OccupationId> occupationsOf(String crebo) {
        return jdbc
                .sql(
                        """
                        select qo.occupation
                        from qualification q join qualification_occupation qo on qo.crebo in (q.crebo, q.same_as)
                        where q.crebo = :crebo
                        group by qo.occupation order by min(qo.rank), qo.occupation
                        """)
                .param("crebo", crebo)
                .query(UUID.class)
                .list()
                .stream()
                .map(OccupationId::new)
                .toList();
    }

    /** Qualifications that lead to an occupation, the closest first, one of each name and level. */
    public List<Qualification> leadingTo(OccupationId occupation, int limit) {
        return jdbc.sql(
                        """
                        select crebo, name, level, kind, domain from (
                            select distinct on (lower(q.name), q.level) q.*, qo.rank
                            from qualification_occupation qo join qualification q on q.crebo = qo.crebo
                            where qo.occupation = :occupation
                            order by lower(q.name), q.level, qo.rank, q.valid_from desc nulls last, q.crebo) q
                        order by rank, valid_from desc nulls last, crebo limit :limit
                        """)
                .param("occupation", occupation.value())
                .param("limit", limit)
                .query(Qualification.class)
                .list();
    }

    /** By words in the name or by number; newest structure first, one of each name. */
    public List<Qualification> search(String text, int limit) {
        String plain = Clean.label(text).toLowerCase(java.util.Locale.ROOT);
        if (plain.length() < 2) return List.of();
        return jdbc.sql(
                        """
                        select crebo, name, level, kind, domain from (
                            select distinct on (lower(name), level) * from qualification
                            where position(:text in lower(name)) > 0 or crebo = :text
                            order by lower(name), level, valid_from desc nulls first, crebo desc) q
                        order by position(:text in lower(name)) > 1, length(name), name limit :limit
                        """)
                .param("text", plain)
                .param("limit", limit)
                .query(Qualification.class)
                .list();
    }
}
