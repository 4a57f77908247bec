package skills.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long one skill takes, from what was measured here. */
@Component
class Pace {

    /** Until enough was measured. */
    static final int FIRST_GUESS_SECONDS = 25;

    static final int ENOUGH = 50;
    private static final int LATEST = 1000;

    private final JdbcClient jdbc;

    Pace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The median of the latest answers, at least 1 second. */
    int secondsEach() {
        record Measured(int count, double medianMs) {}
        Measured measured =
                jdbc.sql(
                                """
                        select count(*) as count,
                               coalesce(percentile_cont(0.5) within group (order by focus_ms), 0) as median_ms
                        from (select focus_ms from response where focus_ms is not null order by id desc limit :latest) t
                        """)
                        .param("latest", LATEST)
                        .query(Measured.class)
                        .single();
        if (measured.count() < ENOUGH) return FIRST_GUESS_SECONDS;
        return (int) Math.max(1, Math.round(measured.medianMs() / 1000));
    }
}
