package skills.study;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When classes were at it in a lesson. */
@Repository
class Lessons {

    private final JdbcClient jdbc;

    Lessons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param school empty when there is only one; @param unit empty for every class
     * @param ends first moment after it
     */
    record Lesson(String school, String unit, Instant begins, Instant ends) {

        boolean isOf(@Nullable String ofSchool, @Nullable String ofUnit) {
            return (school.isEmpty() || school.equals(ofSchool))
                    && (unit.isEmpty() || unit.equals(ofUnit));
        }

        boolean holds(Instant at) {
            return !at.isBefore(begins) && at.isBefore(ends);
        }
    }

    void add(StudyId study, Lesson lesson) {
        jdbc.sql(
                        """
                        insert into study_lesson (study, school, unit, begins_at, ends_at)
                        values (:study, :school, :unit, :begins, :ends)
                        """)
                .param("study", study.value())
                .param("school", lesson.school())
                .param("unit", lesson.unit())
                .param("begins", Timestamp.from(lesson.begins()))
                .param("ends", Timestamp.from(lesson.ends()))
                .update();
    }

    List<Lesson> of(StudyId study) {
        return jdbc.sql("select * from study_lesson where study = :study order by begins_at, id")
                .param("study", study.value())
                .query(
                        (row, n) ->
                                new Lesson(
                                        row.getString("school"),
                                        row.getString("unit"),
                                        row.getTimestamp("begins_at").toInstant(),
                                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }
}
