package skills.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.identity.Secret;
import skills.kernel.AccountId;

/** The list of whom to ask. Who followed the link or said no is in nobody's list. */
@Repository
class StudyPeople {

    private final JdbcClient jdbc;
    private final Clock clock;

    StudyPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param written whether a letter went out
     */
    record Person(
            UUID id,
            StudyId study,
            String number,
            String name,
            String address,
            String school,
            String unit,
            Map<String, String> facts,
            boolean written) {}

    /**
     * @param added rows that were new; @param changed that were there with the same number or
     *     address
     */
    record Put(int added, int changed) {}

    /**
     * Puts rows on the list; who is there already, by number within the school or by address,
     * changes.
     */
    @Transactional
    Put put(StudyId study, List<PeopleFile.Row> rows) {
        int changed = 0;
        for (PeopleFile.Row row : rows) {
            int found =
                    jdbc.sql(
                                    """
                                    update study_person set school = :school, unit = :unit, number = :number, name = :name,
                                        address = :address, facts = :facts::jsonb
                                    where id = (select id from study_person where study = :study
                                          and ((:number <> '' and lower(number) = lower(:number) and lower(school) = lower(:school))
                                               or (:address <> '' and lower(address) = lower(:address)))
                                          order by number = '' limit 1)
                                    """)
                            .params(of(study, row))
                            .update();
            changed += found;
            if (found == 0)
                jdbc.sql(
                                """
                                insert into study_person (study, school, unit, number, name, address, facts, imported_at)
                                values (:study, :school, :unit, :number, :name, :address, :facts::jsonb, :now)
                                """)
                        .params(of(study, row))
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        }
        return new Put(rows.size() - changed, changed);
    }

    private static Map<String, Object> of(StudyId study, PeopleFile.Row row) {
        return Map.of(
                "study", study.value(),
                "school", row.school(),
                "unit", row.unit(),
                "number", row.number(),
                "name", row.name(),
                "address", row.address(),
                "facts", PersonFacts.write(row.facts()));
    }

    /** By school, class, number and name. */
    List<Person> of(StudyId study) {
        return jdbc.sql(
                        """
                        select *, facts::text as facts_text from study_person where study = :study
                        order by school, unit, number, name, id
                        """)
                .param("study", study.value())
                .query(StudyPeople::person)
                .list();
    }

    /** Whether persons are known by a number of their school. */
    boolean hasNumbers(StudyId study) {
        return jdbc.sql(
                        "select exists (select from study_person where study = :study and number <> '')")
                .param("study", study.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * @param school empty where the number alone tells; two schools may have the same number
     * @return those that fit: none, one, or one of each school
     */
    List<Person> numbered(StudyId study, String number, String school) {
        return jdbc.sql(
                        """
                        select *, facts::text as facts_text from study_person
                        where study = :study and number <> '' and lower(number) = lower(:number)
                          and (:school = '' or lower(school) = lower(:school)) order by school
                        """)
                .param("study", study.value())
                .param("number", number)
                .param("school", school)
                .query(StudyPeople::person)
                .list();
    }

    Optional<Person> find(String token) {
        return jdbc.sql(
                        "select *, facts::text as facts_text from study_person where token_hash = :hash")
                .param("hash", Secret.hash(token))
                .query(StudyPeople::person)
                .optional();
    }

    /** Gives the link that a letter carries; the one before stops working. */
    String link(UUID person) {
        String token = Secret.token();
        jdbc.sql("update study_person set token_hash = :hash, written_at = :now where id = :id")
                .param("hash", Secret.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", person)
                .update();
        return token;
    }

    /**
     * This account is that person.
     *
     * @return false when it was somebody else's before
     */
    boolean is(UUID person, AccountId account) {
        return jdbc.sql(
                                """
                                update study_person set account = :account
                                where id = :id and (account is null or account = :account)
                                """)
                        .param("id", person)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Takes somebody off the list, who is asked no more; who takes part goes on. */
    void remove(StudyId study, UUID person) {
        jdbc.sql("delete from study_person where id = :id and study = :study")
                .param("id", person)
                .param("study", study.value())
                .update();
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                new StudyId(row.getObject("study", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("address"),
                row.getString("school"),
                row.getString("unit"),
                PersonFacts.read(row.getString("facts_text")),
                row.getTimestamp("written_at") != null);
    }
}
