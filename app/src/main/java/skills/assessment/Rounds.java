package skills.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;

/**
 * Questionnaires that another room asks for, one after the other, apart from the holder's own: they
 * give no result and stand in no history. A round is named by the address that its last answer
 * leads to, which no other person has.
 */
@Component
public class Rounds {

    private final AssessmentSessions sessions;
    private final Instruments instruments;
    private final Pace pace;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rounds(
            AssessmentSessions sessions,
            Instruments instruments,
            Pace pace,
            JdbcClient jdbc,
            Clock clock) {
        this.sessions = sessions;
        this.instruments = instruments;
        this.pace = pace;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How far somebody is.
     *
     * @param secondsLeft what the open questions still take
     * @param next address of the first open question; null when all are answered
     */
    public record Standing(int total, int answered, int secondsLeft, @Nullable String next) {

        /** Rounded up; 0 when done. */
        public int minutesLeft() {
            return (secondsLeft + 59) / 60;
        }
    }

    /**
     * An answer on a scale.
     *
     * @param number of the item within its scale, in the order of the instrument, from 1
     * @param value 0 for the first answer shown, 4 for the last
     */
    public record Given(
            String round,
            InstrumentId instrument,
            String scale,
            int number,
            int value,
            Instant at) {}

    /**
     * What they take from the beginning to the end, in seconds.
     *
     * @throws IllegalArgumentException when there is no such questionnaire
     */
    public int seconds(List<String> names) {
        return names.stream().map(this::current).mapToInt(i -> i.first().size() * pace.of(i)).sum();
    }

    /** How many questions they have. */
    public int questions(List<String> names) {
        return names.stream().mapToInt(n -> current(n).first().size()).sum();
    }

    /** Empty when it was not begun. */
    public Optional<Standing> of(String round) {
        List<AssessmentSession> all = sessions.round(round);
        return all.isEmpty() ? Optional.empty() : Optional.of(standing(all));
    }

    /**
     * Begins, or goes on with what was begun: in the versions of then, on whatever device.
     *
     * @param names of the questionnaires, in their order
     * @param closes first moment at which no answer is given any more
     * @throws IllegalArgumentException when there is no such questionnaire
     */
    @Transactional
    public Standing open(AccountId account, String round, List<String> names, Instant closes) {
        sessions.lock(account);
        List<AssessmentSession> begun = sessions.round(round);
        if (begun.isEmpty()) {
            for (int place = 0; place < names.size(); place++) {
                Instrument instrument = current(names.get(place));
                SessionId id =
                        sessions.begin(
                                account,
                                new Subject.Questionnaire(instrument.id()),
                                instrument.first().stream()
                                        .map(i -> new AskedItem(i, false))
                                        .toList());
                sessions.join(id, new AssessmentSession.Round(round, place, closes));
            }
            begun = sessions.round(round);
        }
        return standing(begun);
    }

    /** From now on no answer is given to rounds whose name begins so; what was given stays. */
    public void close(AccountId account, String beginning) {
        jdbc.sql(
                        """
                        update assessment_session set closes_at = :now
                        where account = :account and starts_with(round, :beginning) and closes_at > :now
                        """)
                .param("account", account.value())
                .param("beginning", beginning)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Deletes a person's rounds whose name begins so, with every answer. */
    @Transactional
    public void erase(AccountId account, String beginning) {
        String mine =
                "(select id from assessment_session where account = :account and starts_with(round, :beginning))";
        for (String sql :
                List.of(
                        "delete from response where session in " + mine,
                        "delete from assessment_item where session in " + mine,
                        "delete from assessment_session where id in " + mine))
            jdbc.sql(sql).param("account", account.value()).param("beginning", beginning).update();
    }

    /** The answers on scales that count in these rounds; what was left out is not there. */
    public List<Given> given(Collection<String> rounds) {
        if (rounds.isEmpty()) return List.of();
        Map<InstrumentId, Map<String, Place>> places = new HashMap<>();
        record Row(
                String round,
                String instrument,
                String version,
                String item,
                @Nullable Integer value,
                Timestamp answeredAt) {}
        return jdbc
                .sql(
                        """
                        select distinct on (s.round, s.place, r.item)
                               s.round, s.instrument, s.version, r.item, r.value, r.answered_at
                        from assessment_session s join response r on r.session = s.id
                        where s.round = any(:rounds)
                        order by s.round, s.place, r.item, r.answered_at desc, r.client_seq desc, r.id desc
                        """)
                .param("rounds", rounds.toArray(String[]::new))
                .query(Row.class)
                .list()
                .stream()
                .filter(r -> r.value() != null)
                .flatMap(
                        r -> {
                            var id = new InstrumentId(r.instrument(), r.version());
                            Place place = places.computeIfAbsent(id, this::places).get(r.item());
                            return place == null
                                    ? java.util.stream.Stream.empty()
                                    : java.util.stream.Stream.of(
                                            new Given(
                                                    r.round(),
                                                    id,
                                                    place.scale(),
                                                    place.number(),
                                                    r.value(),
                                                    r.answeredAt().toInstant()));
                        })
                .toList();
    }

    private record Place(String scale, int number) {}

    private Map<String, Place> places(InstrumentId id) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (Instrument.Item item : instruments.find(id).orElseThrow().items())
            places.put(
                    item.id(),
                    new Place(item.scale(), counts.merge(item.scale(), 1, Integer::sum)));
        return places;
    }

    private Instrument current(String name) {
        return instruments
                .current(name)
                .orElseThrow(() -> new IllegalArgumentException("no instrument " + name));
    }

    private Standing standing(List<AssessmentSession> all) {
        int total = all.stream().mapToInt(AssessmentSession::total).sum();
        int open = all.stream().mapToInt(AssessmentSession::open).sum();
        int seconds =
                all.stream()
                        .filter(s -> !s.isDone())
                        .mapToInt(s -> s.open() * pace.of(instrument(s)))
                        .sum();
        return new Standing(
                total,
                total - open,
                seconds,
                all.stream()
                        .filter(s -> !s.isDone())
                        .findFirst()
                        .map(s -> s.onward(0))
                        .orElse(null));
    }

    private Instrument instrument(AssessmentSession session) {
        return instruments
                .find(((Subject.Questionnaire) session.subject()).instrument())
                .orElseThrow();
    }
}
