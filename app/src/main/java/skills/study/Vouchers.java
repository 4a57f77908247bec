package skills.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.platform.Words;

/**
 * The codes that participants get for answering a wave: one a person and wave, each code once. They
 * stand apart from the answers, so whoever hands them out learns nothing of these.
 */
@Repository
class Vouchers {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final Enrolments enrolments;

    Vouchers(JdbcClient jdbc, JdbcTemplate batches, Clock clock, Enrolments enrolments) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.enrolments = enrolments;
    }

    /**
     * A code that was handed out.
     *
     * @param wave id
     */
    record Voucher(String wave, String code, LocalDate on) {}

    /** How many codes of a wave there are, and how many of them were handed out. */
    record Pool(int loaded, int issued) {

        static final Pool EMPTY = new Pool(0, 0);

        int left() {
            return loaded - issued;
        }
    }

    /** By wave. */
    Map<String, Pool> pools(StudyId study) {
        Map<String, Pool> pools = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select wave, count(*) as loaded, count(issued_on) as issued from study_voucher
                        where study = :study group by wave order by wave
                        """)
                .param("study", study.value())
                .query(
                        row -> {
                            pools.put(
                                    row.getString("wave"),
                                    new Pool(row.getInt("loaded"), row.getInt("issued")));
                        });
        return pools;
    }

    /** Those of the given codes that the study has already. */
    List<String> known(StudyId study, List<String> codes) {
        return jdbc.sql(
                        "select code from study_voucher where study = :study and code = any(:codes)")
                .param("study", study.value())
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Adds codes that differ; one that the study has already is left as it is. */
    @Transactional
    void load(StudyId study, String wave, List<String> codes, AccountId by) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into study_voucher (study, wave, code, loaded_at, loaded_by) values (?, ?, ?, ?, ?)
                on conflict (study, code) do nothing
                """,
                codes.stream()
                        .map(c -> new Object[] {study.value(), wave, c, now, by.value()})
                        .toList());
    }

    /** What a person got, by wave. */
    Map<String, Voucher> of(AccountId account, StudyId study) {
        Map<String, Voucher> all = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select wave, code, issued_on from study_voucher
                        where study = :study and account = :account order by wave
                        """)
                .param("study", study.value())
                .param("account", account.value())
                .query((row, n) -> voucher(row))
                .list()
                .forEach(v -> all.put(v.wave(), v));
        return all;
    }

    /**
     * Hands out a code for a wave that was answered; asked again it is the same one. Who only tests
     * gets none.
     *
     * @return empty when the wave was not answered, or when no code is left: the right to one stays
     */
    @Transactional
    Optional<Voucher> issue(Enrolment enrolment, String wave) {
        // Two requests of one person come one after the other.
        enrolments.lock(enrolment.id());
        if (enrolment.test() || !enrolments.answered(enrolment.id()).containsKey(wave))
            return Optional.empty();
        Voucher before = of(enrolment.account(), enrolment.study()).get(wave);
        if (before != null) return Optional.of(before);
        return jdbc.sql(
                        """
                        update study_voucher set account = :account, issued_on = :day
                        where id = (select id from study_voucher
                                    where study = :study and wave = :wave and issued_on is null
                                    order by id limit 1 for update skip locked)
                        returning wave, code, issued_on
                        """)
                .param("account", enrolment.account().value())
                .param("day", LocalDate.ofInstant(clock.instant(), Words.PLACE))
                .param("study", enrolment.study().value())
                .param("wave", wave)
                .query((row, n) -> voucher(row))
                .optional();
    }

    /** Everything that a person ever got, for her own data. */
    List<Map<String, Object>> export(AccountId account) {
        return jdbc.sql(
                        """
                        select s.name as study, v.wave, v.code, v.issued_on from study_voucher v
                        join study s on s.id = v.study where v.account = :account order by v.issued_on, v.id
                        """)
                .param("account", account.value())
                .query()
                .listOfRows();
    }

    /** Counted as handed out, and nothing more is known: not whose it was, not the code. */
    void forget(UUID[] accounts) {
        jdbc.sql(
                        "update study_voucher set account = null, code = 'spent ' || id where account = any(:ids)")
                .param("ids", accounts)
                .update();
        jdbc.sql("update study_voucher set loaded_by = null where loaded_by = any(:ids)")
                .param("ids", accounts)
                .update();
    }

    private static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                row.getString("wave"),
                row.getString("code"),
                row.getObject("issued_on", LocalDate.class));
    }
}
