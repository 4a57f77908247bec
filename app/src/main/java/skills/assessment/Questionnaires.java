package skills.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;

/** Where a person is with the questionnaires. */
@Component
public class Questionnaires {

    /** The questionnaires of the passport itself, in the order in which they are offered. */
    public static final String PERSONALITY = "how-i-work";

    public static final String DRIVES = "what-drives-me";

    private final AssessmentSessions sessions;
    private final Instruments instruments;
    private final Pace pace;
    private final RandomGenerator random;

    @Autowired
    Questionnaires(AssessmentSessions sessions, Instruments instruments, Pace pace) {
        this(sessions, instruments, pace, new Random());
    }

    Questionnaires(
            AssessmentSessions sessions,
            Instruments instruments,
            Pace pace,
            RandomGenerator random) {
        this.sessions = sessions;
        this.instruments = instruments;
        this.pace = pace;
        this.random = random;
    }

    /** With drawings: at half of the statements, drawn at random; at all; at none. */
    enum Pictures {
        HALF,
        ALL,
        NONE
    }

    /**
     * How far somebody is.
     *
     * @param secondsLeft what the open questions still take
     */
    public record Progress(int total, int answered, int secondsLeft) {

        /** Rounded up; 0 when done. */
        public int minutesLeft() {
            return (secondsLeft + 59) / 60;
        }

        public boolean isDone() {
            return answered == total;
        }
    }

    /**
     * Of the last time; nothing answered when it was never begun.
     *
     * @throws IllegalArgumentException when there is no such questionnaire
     */
    public Progress progress(AccountId account, String name) {
        Optional<AssessmentSession> latest = sessions.latest(account, name);
        Instrument instrument =
                latest.flatMap(this::instrument)
                        .or(() -> instruments.current(name))
                        .orElseThrow(() -> new IllegalArgumentException("no instrument " + name));
        int total = latest.map(AssessmentSession::total).orElse(instrument.first().size());
        int open = latest.map(AssessmentSession::open).orElse(total);
        return new Progress(total, total - open, open * pace.of(instrument));
    }

    Optional<AssessmentSession> latest(AccountId account, String instrument) {
        return sessions.latest(account, instrument);
    }

    Optional<Instrument> instrument(AssessmentSession session) {
        return session.subject() instanceof Subject.Questionnaire q
                ? instruments.find(q.instrument())
                : Optional.empty();
    }

    /**
     * Begins, or goes on with what was begun: in the version and with the drawings of then. After
     * the last one was done, begins anew.
     */
    @Transactional
    AssessmentSession begin(AccountId account, Instrument instrument, Pictures pictures) {
        sessions.lock(account);
        Optional<AssessmentSession> going =
                sessions.latest(account, instrument.id().name()).filter(s -> !s.isDone());
        return going.orElseGet(
                () -> fresh(account, instrument, asked(instrument, instrument.first(), pictures)));
    }

    /** Leaves what was begun as it is and begins anew. */
    @Transactional
    AssessmentSession startOver(AccountId account, Instrument instrument, Pictures pictures) {
        sessions.lock(account);
        return fresh(account, instrument, asked(instrument, instrument.first(), pictures));
    }

    /**
     * Puts the next best questions about a scale after those that were answered.
     *
     * @return the session with them, or as it is when questions are open; empty when the band would
     *     hardly narrow
     */
    @Transactional
    Optional<AssessmentSession> more(AccountId account, String name, String scale) {
        sessions.lock(account);
        Optional<AssessmentSession> latest = sessions.latest(account, name);
        if (latest.isEmpty() || !latest.get().isDone()) return latest;
        AssessmentSession session = latest.get();
        Instrument instrument = instrument(session).orElseThrow();
        return MoreQuestions.of(instrument, session).offers().stream()
                .filter(o -> o.scale().id().equals(scale))
                .findFirst()
                .flatMap(
                        o -> {
                            sessions.add(
                                    session.id(),
                                    session.total(),
                                    asked(instrument, o.items(), Pictures.NONE));
                            return sessions.find(account, session.id());
                        });
    }

    private AssessmentSession fresh(
            AccountId account, Instrument instrument, List<AskedItem> items) {
        SessionId id = sessions.begin(account, new Subject.Questionnaire(instrument.id()), items);
        return sessions.find(account, id).orElseThrow();
    }

    /**
     * Which of these are asked with their drawing. Half means half of each scale, drawn at random,
     * so that answers with and without become comparable.
     */
    private List<AskedItem> asked(Instrument instrument, List<String> ids, Pictures pictures) {
        List<String> drawn = new ArrayList<>();
        for (Instrument.Scale scale : instrument.scales()) {
            List<String> with =
                    new ArrayList<>(
                            instrument.items().stream()
                                    .filter(i -> i.scale().equals(scale.id()) && i.scene() != null)
                                    .map(Instrument.Item::id)
                                    .filter(ids::contains)
                                    .toList());
            Collections.shuffle(with, new Random(random.nextLong()));
            int count =
                    switch (pictures) {
                        case ALL -> with.size();
                        case NONE -> 0;
                        case HALF -> with.size() / 2;
                    };
            drawn.addAll(with.subList(0, count));
        }
        return ids.stream().map(id -> new AskedItem(id, drawn.contains(id))).toList();
    }
}
