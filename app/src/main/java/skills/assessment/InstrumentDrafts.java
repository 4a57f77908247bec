package skills.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Instruments that were read without a fault and wait for somebody to say that they are right. */
@Repository
class InstrumentDrafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    InstrumentDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    UUID keep(Map<String, String> files) {
        jdbc.sql("delete from instrument_draft where made_at < :then")
                .param("then", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        return jdbc.sql(
                        "insert into instrument_draft (files, made_at) values (:files::jsonb, :now) returning id")
                .param("files", json.writeValueAsString(files))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /** The files by name; empty when it is too old or was put in. */
    Optional<Map<String, String>> find(UUID id) {
        return jdbc.sql("select files::text from instrument_draft where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, new TypeReference<Map<String, String>>() {}));
    }

    void drop(UUID id) {
        jdbc.sql("delete from instrument_draft where id = :id").param("id", id).update();
    }
}
