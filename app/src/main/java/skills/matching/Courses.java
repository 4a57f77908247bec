package skills.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.taxonomy.SkillId;

/** Courses that were imported. */
@Repository
class Courses {

    private final JdbcClient jdbc;

    Courses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Courses that teach a skill: the shortest first, then the cheapest; unknown ones last. */
    List<Course> teaching(SkillId skill, int limit) {
        return jdbc.sql(
                        """
                        select c.* from course c join course_skill s on s.course = c.id
                        where s.skill = :skill
                        order by c.hours nulls last, c.price nulls last, c.name, c.key limit :limit
                        """)
                .param("skill", skill.value())
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new Course(
                                        row.getString("key"),
                                        row.getString("name"),
                                        row.getString("provider"),
                                        row.getBigDecimal("price"),
                                        row.getString("currency"),
                                        row.getObject("hours", Integer.class),
                                        row.getString("length"),
                                        row.getString("place"),
                                        row.getObject("starts", LocalDate.class),
                                        row.getString("url"),
                                        row.getString("source"),
                                        Set.of(skill)))
                .list();
    }
}
