package skills.taxonomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What every occupation asks, in memory, for whatever compares with all of them. It is read from
 * the database at the first use and again after a load of the taxonomy, so that every instance has
 * the same.
 */
@Component
public class SkillTable {

    private final JdbcClient jdbc;
    private final Authored authored;
    private final PerLoad<Skillset> skillset;

    SkillTable(JdbcClient jdbc, Authored authored) {
        this.jdbc = jdbc;
        this.authored = authored;
        this.skillset = new PerLoad<>(this, () -> TaxonomyLoads.newest(jdbc), this::read);
    }

    /** As of the newest load, at most five seconds old. Whoever computes keeps the one it got. */
    public Skillset now() {
        return skillset.now();
    }

    @Scheduled(fixedDelay = 5000)
    void follow() {
        skillset.follow();
    }

    private Skillset read() {
        var rows = new Skillset.Rows();
        jdbc.sql("select id from occupation where gone_at is null order by id")
                .query(UUID.class)
                .list()
                .forEach(id -> rows.occupation(new OccupationId(id)));
        Map<OccupationId, OccupationProfile> written = authored.profiles();
        jdbc.sql(
                        "select occupation, skill, essential from occupation_skill order by occupation, skill")
                .query(
                        row -> {
                            var occupation = new OccupationId(row.getObject(1, UUID.class));
                            if (!written.containsKey(occupation))
                                rows.asks(
                                        occupation,
                                        new SkillId(row.getObject(2, UUID.class)),
                                        row.getBoolean(3));
                        });
        written.forEach(
                (occupation, profile) ->
                        profile.skills()
                                .forEach(s -> rows.asks(occupation, s.skill(), s.essential())));
        near().forEach((skill, all) -> all.forEach(other -> rows.near(skill, other)));
        jdbc.sql(
                        """
                        select b.skill, b.broader from skill_broader b
                        where b.gone_at is null and not exists (select from skill s where s.id = b.broader)
                        order by b.broader, b.skill
                        """)
                .query(
                        row -> {
                            rows.in(
                                    new SkillId(row.getObject(1, UUID.class)),
                                    row.getObject(2, UUID.class));
                        });
        return rows.skillset();
    }

    /** Related or broader in ESCO, or a pair of our own; each pair both ways. */
    private Map<SkillId, Set<SkillId>> near() {
        Map<SkillId, Set<SkillId>> near = new HashMap<>();
        jdbc.sql(
                        """
                        select skill, related from skill_relation where gone_at is null
                        union
                        select b.skill, b.broader from skill_broader b join skill s on s.id = b.broader
                        where b.gone_at is null
                        """)
                .query(
                        row -> {
                            var a = new SkillId(row.getObject(1, UUID.class));
                            var b = new SkillId(row.getObject(2, UUID.class));
                            for (List<SkillId> pair : List.of(List.of(a, b), List.of(b, a)))
                                near.computeIfAbsent(pair.getFirst(), k -> new TreeSet<>(BY_ID))
                                        .add(pair.getLast());
                        });
        authored.near()
                .forEach(
                        (skill, all) ->
                                near.computeIfAbsent(skill, k -> new TreeSet<>(BY_ID)).addAll(all));
        return near;
    }

    private static final java.util.Comparator<SkillId> BY_ID =
            java.util.Comparator.comparing(SkillId::value);
}
