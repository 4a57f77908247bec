package skills.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.platform.Faults;
import skills.platform.Rosette;

/** Puts together what somebody sees of a result: complete, or so far. */
@Component
class ResultPages {

    private final AssessmentSessions sessions;
    private final Instruments instruments;
    private final Results results;
    private final Contests contests;
    private final Tips tips;
    private final Pace pace;

    ResultPages(
            AssessmentSessions sessions,
            Instruments instruments,
            Results results,
            Contests contests,
            Tips tips,
            Pace pace) {
        this.sessions = sessions;
        this.instruments = instruments;
        this.results = results;
        this.contests = contests;
        this.tips = tips;
        this.pace = pace;
    }

    /** Empty until the questionnaire was begun, and always for one of a study. */
    Optional<ResultsView> of(AccountId account, String name) {
        return sessions.latest(account, name)
                .filter(latest -> !instrument(latest).isForStudy())
                .map(latest -> view(account, name, latest));
    }

    /** Keeps that the person saw this, where it is a result and not how it stands so far. */
    void opened(AccountId account, ResultsView view) {
        if (view.result() != null && !view.isSoFar()) results.seen(account, view.result().id());
    }

    private ResultsView view(AccountId account, String name, AssessmentSession latest) {
        List<Result> history = results.history(account, name);
        boolean again =
                !latest.isDone()
                        && !history.isEmpty()
                        && history.stream().noneMatch(r -> r.session().equals(latest.id()));
        AssessmentSession shown =
                again ? sessions.find(account, history.getFirst().session()).orElseThrow() : latest;
        Result result =
                history.stream()
                        .filter(r -> r.session().equals(shown.id()))
                        .findFirst()
                        .orElse(null);
        Instrument instrument = instrument(shown);
        Scores scores = result != null && shown.isDone() ? result.scores() : results.scores(shown);
        ScoreReport report = ScoreReport.of(instrument, scores);
        Result before = before(history, result);
        return new ResultsView(
                report,
                answered(shown),
                shown.total(),
                result,
                latest.open(),
                latest.isDone() ? null : latest.onward(0),
                again,
                latest.isDone() ? MoreQuestions.of(instrument, shown) : MoreQuestions.NONE,
                before == null ? null : before.at(),
                before == null ? List.of() : Change.between(instrument, before, result),
                history,
                missing(report, shown),
                contests.of(account, shown.id()),
                tips.of(report),
                pace.of(instrument),
                Rosette.of(account.value()),
                new Faults());
    }

    private Instrument instrument(AssessmentSession session) {
        return instruments
                .find(((Subject.Questionnaire) session.subject()).instrument())
                .orElseThrow();
    }

    private static @Nullable Result before(List<Result> history, @Nullable Result shown) {
        int at = shown == null ? -1 : history.indexOf(shown);
        return at >= 0 && at + 1 < history.size() ? history.get(at + 1) : null;
    }

    private static int answered(AssessmentSession session) {
        return (int)
                session.answers().values().stream()
                        .filter(a -> !(a instanceof Answer.Skipped))
                        .count();
    }

    /** The first question of the scale that is open or was left out. */
    private static Map<String, String> missing(ScoreReport report, AssessmentSession session) {
        Instrument instrument = report.instrument();
        Map<String, String> places = new HashMap<>();
        for (ScoreReport.Missing missing : report.missing())
            IntStream.rangeClosed(1, session.total())
                    .filter(
                            p ->
                                    session.answer(p) == null
                                            || session.answer(p) instanceof Answer.Skipped)
                    .filter(p -> asks(instrument, session.item(p), missing.scale()))
                    .findFirst()
                    .ifPresent(p -> places.put(missing.scale().id(), session.address(p)));
        return places;
    }

    private static boolean asks(Instrument instrument, AskedItem asked, Instrument.Scale scale) {
        List<String> items =
                instrument
                        .block(asked.id())
                        .map(Instrument.Block::items)
                        .orElse(List.of(asked.id()));
        return items.stream()
                .flatMap(id -> instrument.item(id).stream())
                .anyMatch(i -> i.scale().equals(scale.id()));
    }
}
