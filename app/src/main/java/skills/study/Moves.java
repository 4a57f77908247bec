package skills.study;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who changed class or school: on the researcher's list they stand in another one than the one that
 * they were allocated with. They are analysed as allocated.
 */
@Repository
class Moves {

    private final JdbcClient jdbc;

    Moves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<EnrolmentId> of(StudyId study) {
        return jdbc
                .sql(
                        """
                        select e.id from study_enrolment e
                        join study_person p on p.study = e.study and p.account = e.account
                        left join study_assignment a on a.enrolment = e.id
                        where e.study = :study
                          and (p.unit <> '' and coalesce(a.unit, e.unit) <> '' and p.unit <> coalesce(a.unit, e.unit)
                               or p.school <> '' and coalesce(a.school, e.school) <> ''
                                  and p.school <> coalesce(a.school, e.school))
                        """)
                .param("study", study.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(EnrolmentId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
