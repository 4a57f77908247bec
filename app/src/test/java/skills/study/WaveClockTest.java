package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.AnalysisPlan;
import skills.evaluation.plan.Columns;
import skills.evaluation.plan.Expectations;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.Wave;

/** Waves by the clock on the wall, also in the nights that it is changed. */
class WaveClockTest {

    private static final Text NO = new Text("", "");

    private static Wave wave(String opens, String closes) {
        return new Wave(
                "T1",
                NO,
                LocalDateTime.parse(opens),
                LocalDateTime.parse(closes),
                Wave.Mode.ONLINE,
                List.of(),
                0);
    }

    private static Plan plan(String zone, Wave... waves) {
        return new Plan(
                "clock",
                NO,
                NO,
                false,
                NO,
                zone,
                List.of(),
                new Allocation(
                        Allocation.Unit.PERSON, Allocation.Method.BLOCKS, List.of(), List.of(2)),
                List.of(waves),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NO,
                NO,
                NO,
                12,
                new Expectations(1, 1, 0, 0, 1, 1),
                new AnalysisPlan("T1", "T1", "", List.of(), .05, 1, 1, 1),
                Columns.OWN);
    }

    private static WaveClock.State at(Plan plan, String instant) {
        return WaveClock.state(plan, plan.waves().getFirst(), Instant.parse(instant));
    }

    @Test
    void aTimeThatTheSpringNightSkipsIsPastWhenTheClockJumps() {
        Plan opens = plan("Europe/Amsterdam", wave("2026-03-29T02:30", "2026-04-12T00:00"));
        assertThat(at(opens, "2026-03-29T00:59:59Z")).isEqualTo(WaveClock.State.NOT_YET);
        assertThat(at(opens, "2026-03-29T01:00:00Z")).isEqualTo(WaveClock.State.OPEN);
        Plan closes = plan("Europe/Amsterdam", wave("2026-03-01T08:00", "2026-03-29T02:30"));
        assertThat(at(closes, "2026-03-29T00:59:59Z")).isEqualTo(WaveClock.State.OPEN);
        assertThat(at(closes, "2026-03-29T01:00:00Z")).isEqualTo(WaveClock.State.CLOSED);
    }

    @Test
    void aTimeThatTheAutumnNightShowsTwiceOpensAtTheFirstAndClosesAtTheSecond() {
        Plan opens = plan("Europe/Amsterdam", wave("2026-10-25T02:30", "2026-11-01T00:00"));
        assertThat(at(opens, "2026-10-25T00:29:59Z")).isEqualTo(WaveClock.State.NOT_YET);
        assertThat(at(opens, "2026-10-25T00:30:00Z")).isEqualTo(WaveClock.State.OPEN);
        Plan closes = plan("Europe/Amsterdam", wave("2026-10-01T08:00", "2026-10-25T02:30"));
        assertThat(at(closes, "2026-10-25T01:29:59Z")).isEqualTo(WaveClock.State.OPEN);
        assertThat(at(closes, "2026-10-25T01:30:00Z")).isEqualTo(WaveClock.State.CLOSED);
    }

    @Test
    void aWaveMayEndOnTheLeapDay() {
        Plan plan = plan("Europe/Amsterdam", wave("2028-02-29T00:00", "2028-03-01T00:00"));
        assertThat(at(plan, "2028-02-28T22:59:59Z")).isEqualTo(WaveClock.State.NOT_YET);
        assertThat(at(plan, "2028-02-28T23:00:00Z")).isEqualTo(WaveClock.State.OPEN);
        assertThat(at(plan, "2028-02-29T22:59:59Z")).isEqualTo(WaveClock.State.OPEN);
        assertThat(at(plan, "2028-02-29T23:00:00Z")).isEqualTo(WaveClock.State.CLOSED);
        assertThat(Agreements.until(plan)).isEqualTo("2029-03-01");
    }

    @Test
    void anotherPlaceHasAnotherClock() {
        Plan plan = plan("America/Curacao", wave("2026-06-01T08:00", "2026-06-02T00:00"));
        assertThat(at(plan, "2026-06-01T11:59:59Z")).isEqualTo(WaveClock.State.NOT_YET);
        assertThat(at(plan, "2026-06-01T12:00:00Z")).isEqualTo(WaveClock.State.OPEN);
    }

    /**
     * Whatever night: nobody is kept out while the clock shows a time between opening and closing.
     */
    @Property(tries = 2000)
    void whileTheClockShowsATimeWithinAWaveItIsOpen(
            @ForAll @IntRange(min = 0, max = 525_600) int from,
            @ForAll @IntRange(min = 1, max = 3_000) int minutes,
            @ForAll @IntRange(min = 0, max = 3_000) int at) {
        ZoneId zone = ZoneId.of("Europe/Amsterdam");
        LocalDateTime opens = LocalDateTime.parse("2026-01-01T00:00").plusMinutes(from);
        LocalDateTime closes = opens.plusMinutes(minutes);
        Plan plan = plan(zone.getId(), wave(opens.toString(), closes.toString()));
        Instant now = opens.atZone(zone).toInstant().plusSeconds(60L * at);
        LocalDateTime shown = LocalDateTime.ofInstant(now, zone);
        boolean within = !shown.isBefore(opens) && shown.isBefore(closes);
        WaveClock.State state = WaveClock.state(plan, plan.waves().getFirst(), now);
        if (within) assertThat(state).isEqualTo(WaveClock.State.OPEN);
        // And never open for more than the hour that such a night adds.
        if (state == WaveClock.State.OPEN)
            assertThat(shown).isBetween(opens.minusHours(1), closes.plusHours(1));
    }
}
