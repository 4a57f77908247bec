package skills.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.Language;
import skills.kernel.LocalizedText;

/** All skills, those that the newest version left out included. */
@Repository
public class Skills {

    private final JdbcClient jdbc;
    private final Authored authored;

    Skills(JdbcClient jdbc, Authored authored) {
        this.jdbc = jdbc;
        this.authored = authored;
    }

    public Optional<Skill> find(SkillId id) {
        return Optional.ofNullable(all(List.of(id)).get(id));
    }

    /** The skills with these ids, in the order asked; unknown ids are left out. */
    public Map<SkillId, Skill> all(Collection<SkillId> ids) {
        if (ids.isEmpty()) return Map.of();
        var found = new LinkedHashMap<SkillId, Skill>();
        ids.forEach(id -> found.put(id, null));
        jdbc.sql(
                        """
                        select s.id, s.uri, s.knowledge, nl.name as name_nl, en.name as name_en, de.name as name_de,
                               nl.description as description_nl, en.description as description_en
                        from skill s
                        left join skill_text nl on nl.skill = s.id and nl.language = 'nl'
                        left join skill_text en on en.skill = s.id and en.language = 'en'
                        left join skill_text de on de.skill = s.id and de.language = 'de'
                        where s.id = any (:ids)
                        """)
                .param("ids", ids.stream().map(SkillId::value).toArray(UUID[]::new))
                .query(this::skill)
                .list()
                .forEach(s -> found.put(s.id(), s));
        found.values().removeIf(s -> s == null);
        return found;
    }

    /**
     * Skills whose name holds all the words, those that start with the text first.
     *
     * @param limit at most so many, 1 to 100
     */
    public List<Skill> search(String text, Language language, int limit) {
        String plain = Clean.label(text).toLowerCase(java.util.Locale.ROOT);
        if (plain.length() < 2) return List.of();
        String[] words =
                java.util.Arrays.stream(plain.split(" "))
                        .map(Skills::likeWord)
                        .toArray(String[]::new);
        var ids = new java.util.LinkedHashSet<SkillId>(authored.skillsNamed(plain, language));
        jdbc.sql(
                        """
                        select l.skill, min(case when lower(l.label) = :text then 0 when lower(l.label) like :start then 1
                                                 else 2 end) as place, min(length(l.label)) as size
                        from skill_label l
                        where l.language in (:language, 'en') and lower(l.label) like all (:words)
                        group by l.skill order by place, size, l.skill limit :limit
                        """)
                .param("text", plain)
                .param("start", likeWord(plain).substring(1))
                .param("language", language.code())
                .param("words", words)
                .param("limit", limit)
                .query(
                        row -> {
                            ids.add(new SkillId(row.getObject("skill", UUID.class)));
                        });
        return all(ids).values().stream().limit(limit).toList();
    }

    /** In how many occupations ESCO asks each skill, as essential or optional. */
    public Map<SkillId, Integer> occupationCounts(Collection<SkillId> ids) {
        var counts = new LinkedHashMap<SkillId, Integer>();
        jdbc.sql(
                        "select skill, count(*) as n from occupation_skill where skill = any (:ids) group by skill")
                .param("ids", ids.stream().map(SkillId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            counts.put(
                                    new SkillId(row.getObject("skill", UUID.class)),
                                    row.getInt("n"));
                        });
        return counts;
    }

    private static String likeWord(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private Skill skill(ResultSet row, int n) throws SQLException {
        var id = new SkillId(row.getObject("id", UUID.class));
        LocalizedText own = authored.skillName(id);
        String fallback =
                Occupations.firstOf(
                        row.getString("name_en"), row.getString("name_de"), row.getString("uri"));
        return new Skill(
                id,
                row.getString("uri"),
                own != null
                        ? own
                        : new LocalizedText(
                                Clean.capital(
                                        Occupations.firstOf(row.getString("name_nl"), fallback)),
                                Clean.capital(
                                        Occupations.firstOf(
                                                row.getString("name_en"),
                                                row.getString("name_nl"),
                                                fallback))),
                row.getString("description_nl"),
                row.getString("description_en"),
                row.getBoolean("knowledge"));
    }
}
