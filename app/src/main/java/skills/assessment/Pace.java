package skills.assessment;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long one question takes, from what was measured here. */
@Component
class Pace {

    /** Of a skill, until enough was measured. */
    static final int FIRST_GUESS_SECONDS = 25;

    static final int ENOUGH = 50;
    private static final int LATEST = 1000;

    private final JdbcClient jdbc;

    Pace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seconds for a skill of an occupation, at least 1. */
    int ofSkills() {
        return median(null, FIRST_GUESS_SECONDS);
    }

    /** Seconds for a question of an instrument, at least 1. */
    int of(Instrument instrument) {
        return median(instrument.id().name(), instrument.secondsEach());
    }

    /** The median of the latest answers. */
    private int median(@Nullable String instrument, int guess) {
        record Measured(int count, double medianMs) {}
        Measured measured =
                jdbc.sql(
                                """
                        select count(*) as count,
                               coalesce(percentile_cont(0.5) within group (order by focus_ms), 0) as median_ms
                        from (select r.focus_ms from response r join assessment_session s on s.id = r.session
                              where r.focus_ms is not null and s.instrument is not distinct from :instrument::text
                              order by r.id desc limit :latest) t
                        """)
                        .param("instrument", instrument)
                        .param("latest", LATEST)
                        .query(Measured.class)
                        .single();
        if (measured.count() < ENOUGH) return guess;
        return (int) Math.max(1, Math.round(measured.medianMs() / 1000));
    }
}
