package skills.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.allocation.Unit;
import skills.identity.GroupId;
import skills.platform.Problem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The classes of each study; fixed once it is frozen. */
@Repository
class StudyUnits {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    StudyUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By school and name. */
    List<StudyUnit> of(StudyId study) {
        return jdbc.sql(
                        """
                        select school, name, size, facts::text, group_id, arm from study_unit
                        where study = :study order by school collate "C", name collate "C"
                        """)
                .param("study", study.value())
                .query(
                        (row, n) -> {
                            UUID group = row.getObject("group_id", UUID.class);
                            return new StudyUnit(
                                    new Unit(
                                            row.getString("name"),
                                            row.getString("school"),
                                            json.readValue(
                                                    row.getString("facts"),
                                                    new TypeReference<Map<String, String>>() {}),
                                            row.getInt("size")),
                                    group == null ? null : new GroupId(group),
                                    row.getString("arm"));
                        })
                .list();
    }

    /** The class that a group stands for in a study. */
    Optional<StudyUnit> of(StudyId study, GroupId group) {
        return of(study).stream().filter(u -> group.equals(u.group())).findFirst();
    }

    /** The studies that a group takes part in, the newest first. */
    List<StudyId> studiesOf(GroupId group) {
        return jdbc
                .sql(
                        """
                        select u.study from study_unit u join study s on s.id = u.study
                        where u.group_id = :group order by s.made_at desc
                        """)
                .param("group", group.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(StudyId::new)
                .toList();
    }

    /**
     * These classes and no others.
     *
     * @throws Problem when the study is frozen
     */
    @Transactional
    void replace(StudyId study, List<StudyUnit> units) {
        // Two who save at once, or one who freezes meanwhile, come one after the other.
        jdbc.sql("select id from study where id = :study for update")
                .param("study", study.value())
                .query(UUID.class)
                .single();
        boolean isFrozen =
                jdbc.sql("select exists (select from study_freeze where study = :study)")
                        .param("study", study.value())
                        .query(Boolean.class)
                        .single();
        if (isFrozen) throw new Problem(HttpStatus.CONFLICT, "study.frozen");
        jdbc.sql("delete from study_unit where study = :study")
                .param("study", study.value())
                .update();
        for (StudyUnit u : units)
            jdbc.sql(
                            """
                            insert into study_unit (study, school, name, size, facts, group_id, arm)
                            values (:study, :school, :name, :size, :facts::jsonb, :group, :arm)
                            """)
                    .param("study", study.value())
                    .param("school", u.unit().school())
                    .param("name", u.unit().id())
                    .param("size", u.unit().size())
                    .param("facts", json.writeValueAsString(new TreeMap<>(u.unit().facts())))
                    .param("group", u.group() == null ? null : u.group().value())
                    .param("arm", u.arm())
                    .update();
    }
}
