package skills.study;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.evaluation.plan.Wave;

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

    /** Ends what goes on in a class at that moment; nothing when nothing does. */
    void end(StudyId study, String school, String unit, Instant at) {
        jdbc.sql(
                        """
                        update study_lesson set ends_at = greatest(cast(:at as timestamptz), begins_at + interval '1 second')
                        where study = :study and school = :school and unit = :unit
                          and begins_at <= :at and ends_at > :at
                        """)
                .param("study", study.value())
                .param("school", school)
                .param("unit", unit)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * How a wave is answered by who begins it now. In a lesson of one's class it is in the lesson.
     * Where it was to be answered in a lesson, the class had one in this wave, and it is over,
     * whoever was not there makes up for it by oneself.
     */
    Wave.Mode mode(Study study, Enrolment enrolment, Wave wave, Instant now) {
        List<Lesson> own =
                of(study.id()).stream()
                        .filter(l -> l.isOf(enrolment.school(), enrolment.unit()))
                        .toList();
        if (own.stream().anyMatch(l -> l.holds(now))) return Wave.Mode.LESSON;
        Instant opens = WaveClock.opens(study.plan(), wave);
        boolean had = own.stream().anyMatch(l -> l.ends().isAfter(opens) && !l.ends().isAfter(now));
        return had && wave.mode() == Wave.Mode.LESSON ? Wave.Mode.ONLINE : wave.mode();
    }
}
