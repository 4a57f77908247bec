package skills.study;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.assessment.RoundDone;
import skills.assessment.Rounds;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Wave;
import skills.platform.Problem;

/** The waves of a participant: open or not, begun, answered. */
@Component
class Waves {

    private static final Pattern ROUND = Pattern.compile("/study/([0-9a-f-]{36})/wave/(.+)");

    private final Studies studies;
    private final Enrolments enrolments;
    private final Reveal reveal;
    private final Rounds rounds;
    private final Clock clock;

    Waves(Studies studies, Enrolments enrolments, Reveal reveal, Rounds rounds, Clock clock) {
        this.studies = studies;
        this.enrolments = enrolments;
        this.reveal = reveal;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * A wave as it stands for one participant.
     *
     * @param answered null until it was answered to the end
     * @param begun whether any question was opened
     * @param questions open questions, 0 while it is not open; @param seconds what they take
     */
    record Standing(
            Wave wave,
            WaveClock.State state,
            Enrolments.@Nullable Answered answered,
            boolean begun,
            int questions,
            int seconds) {

        boolean isAsked() {
            return state == WaveClock.State.OPEN
                    && answered == null
                    && !wave.instruments().isEmpty();
        }

        /** Rounded up. */
        int minutes() {
            return (seconds + 59) / 60;
        }
    }

    /** All waves of the plan, in order. */
    List<Standing> of(Study study, Enrolment enrolment) {
        Map<String, Enrolments.Answered> answered = enrolments.answered(enrolment.id());
        List<Standing> all = new ArrayList<>();
        boolean before = true;
        for (Wave wave : study.plan().waves()) {
            WaveClock.State state = state(study.plan(), wave, enrolment, before);
            Enrolments.Answered at = answered.get(wave.id());
            Rounds.Standing so =
                    state == WaveClock.State.OPEN && at == null
                            ? rounds.of(enrolment.wave(wave.id())).orElse(null)
                            : null;
            boolean fresh = so == null && state == WaveClock.State.OPEN && at == null;
            all.add(
                    new Standing(
                            wave,
                            state,
                            at,
                            so != null,
                            fresh
                                    ? rounds.questions(wave.instruments())
                                    : so == null ? 0 : so.total() - so.answered(),
                            fresh
                                    ? rounds.seconds(wave.instruments())
                                    : so == null ? 0 : so.secondsLeft()));
            before = at != null;
        }
        return all;
    }

    Standing of(Study study, Enrolment enrolment, String wave) {
        return of(study, enrolment).stream()
                .filter(s -> s.wave().id().equals(wave))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /**
     * By the clock; whoever tests goes through them one after the other, whatever the clock says.
     */
    private WaveClock.State state(Plan plan, Wave wave, Enrolment enrolment, boolean beforeIsDone) {
        if (!enrolment.isGoing()) return WaveClock.State.CLOSED;
        if (enrolment.test()) return beforeIsDone ? WaveClock.State.OPEN : WaveClock.State.NOT_YET;
        return WaveClock.state(plan, wave, clock.instant());
    }

    /**
     * Begins a wave that is open, or goes on with it on whatever device.
     *
     * @return where the first open question is; the wave's own address when all are answered
     */
    @Transactional
    String begin(Study study, Enrolment enrolment, Wave wave, Wave.Mode mode) {
        if (!of(study, enrolment, wave.id()).isAsked()) return enrolment.wave(wave.id());
        enrolments.begun(enrolment.id(), wave.id(), mode);
        Instant closes =
                enrolment.test()
                        ? Instant.parse("9999-01-01T00:00:00Z")
                        : WaveClock.closes(study.plan(), wave);
        Rounds.Standing standing =
                rounds.open(
                        enrolment.account(), enrolment.wave(wave.id()), wave.instruments(), closes);
        return standing.next() == null ? enrolment.wave(wave.id()) : standing.next();
    }

    /**
     * The last answer of a wave was given. In that answer's own transaction the wave counts as
     * answered, and after the first wave the arm is drawn: never before, and never the one without
     * the other.
     */
    @EventListener
    void done(RoundDone done) {
        Matcher round = ROUND.matcher(done.round());
        if (!round.matches()) return;
        enrolments
                .find(done.account(), new EnrolmentId(UUID.fromString(round.group(1))))
                .filter(Enrolment::isGoing)
                .ifPresent(e -> settle(e, round.group(2), done.at()));
    }

    private void settle(Enrolment enrolment, String id, Instant at) {
        Study study = studies.find(enrolment.study()).orElseThrow();
        study.plan().waves().stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .ifPresent(
                        wave -> {
                            enrolments.answered(enrolment.id(), wave.id(), wave.mode(), at);
                            if (wave.id().equals(study.plan().analysis().first()))
                                reveal.arm(study, enrolment);
                        });
    }
}
