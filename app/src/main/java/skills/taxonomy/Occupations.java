package skills.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.LocalizedText;

/** All occupations, those that the newest version left out included. */
@Repository
public class Occupations {

    private final JdbcClient jdbc;
    private final Skills skills;
    private final Authored authored;

    Occupations(JdbcClient jdbc, Skills skills, Authored authored) {
        this.jdbc = jdbc;
        this.skills = skills;
        this.authored = authored;
    }

    public Optional<Occupation> find(OccupationId id) {
        return Optional.ofNullable(all(List.of(id)).get(id));
    }

    /** The occupations with these ids, in the order asked; unknown ids are left out. */
    public Map<OccupationId, Occupation> all(Collection<OccupationId> ids) {
        if (ids.isEmpty()) return Map.of();
        var found = new LinkedHashMap<OccupationId, Occupation>();
        ids.forEach(id -> found.put(id, null));
        jdbc.sql(
                        """
                        select o.id, o.uri, o.isco, o.regulated, nl.name as name_nl, en.name as name_en,
                               de.name as name_de, nl.description as description_nl, en.description as description_en
                        from occupation o
                        left join occupation_text nl on nl.occupation = o.id and nl.language = 'nl'
                        left join occupation_text en on en.occupation = o.id and en.language = 'en'
                        left join occupation_text de on de.occupation = o.id and de.language = 'de'
                        where o.id = any (:ids)
                        """)
                .param("ids", ids.stream().map(OccupationId::value).toArray(UUID[]::new))
                .query(this::occupation)
                .list()
                .forEach(o -> found.put(o.id(), o));
        found.values().removeIf(o -> o == null);
        return found;
    }

    /** The skills of an occupation: essential ones first, then by name in Dutch. */
    public List<RelatedSkill> skillsOf(OccupationId occupation) {
        var essential = new LinkedHashMap<SkillId, Boolean>();
        jdbc.sql(
                        """
                        select s.skill, s.essential
                        from occupation_skill s left join skill_text t on t.skill = s.skill and t.language = 'nl'
                        where s.occupation = :id
                        order by s.essential desc, t.name, s.skill
                        """)
                .param("id", occupation.value())
                .query(
                        row -> {
                            essential.put(
                                    new SkillId(row.getObject("skill", UUID.class)),
                                    row.getBoolean("essential"));
                        });
        Map<SkillId, Skill> all = skills.all(essential.keySet());
        return essential.entrySet().stream()
                .filter(e -> all.containsKey(e.getKey()))
                .map(e -> new RelatedSkill(all.get(e.getKey()), e.getValue()))
                .toList();
    }

    private Occupation occupation(ResultSet row, int n) throws SQLException {
        var id = new OccupationId(row.getObject("id", UUID.class));
        String fallback =
                firstOf(row.getString("name_en"), row.getString("name_de"), row.getString("uri"));
        LocalizedText own = authored.title(id);
        return new Occupation(
                id,
                row.getString("uri"),
                own != null
                        ? own
                        : new LocalizedText(
                                Clean.capital(firstOf(row.getString("name_nl"), fallback)),
                                Clean.capital(
                                        firstOf(
                                                row.getString("name_en"),
                                                row.getString("name_nl"),
                                                fallback))),
                row.getString("description_nl"),
                row.getString("description_en"),
                row.getString("isco"),
                row.getBoolean("regulated"));
    }

    static String firstOf(@Nullable String... texts) {
        for (String text : texts) if (text != null && !text.isBlank()) return text;
        return "";
    }
}
