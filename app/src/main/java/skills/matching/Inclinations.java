package skills.matching;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skills.assessment.Instrument;
import skills.assessment.Instruments;
import skills.assessment.Questionnaires;
import skills.assessment.Result;
import skills.assessment.Results;
import skills.assessment.ScaleScore;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;

/** What a person answered of how she works and what drives her, and whether it counts now. */
@org.springframework.stereotype.Component
class Inclinations {

    /** So many places of an order are wishes, and so many at most where places are shared. */
    private static final int PLACES = 3;

    private static final int MOST_WISHES = 5;

    private final Results results;
    private final Instruments instruments;
    private final Questionnaires questionnaires;
    private final FitSwitches switches;

    Inclinations(
            Results results,
            Instruments instruments,
            Questionnaires questionnaires,
            FitSwitches switches) {
        this.results = results;
        this.instruments = instruments;
        this.questionnaires = questionnaires;
        this.switches = switches;
    }

    enum State {
        /** There is a result. */
        COUNTS,
        /** There is a result, and the person does not want it to count. */
        OFF,
        /** No result yet. */
        OPEN
    }

    /**
     * @param minutesLeft to answer what is open
     */
    record Counting(Component component, State state, int minutesLeft) {}

    /** One of the drives that count most for a person. */
    record Wish(LocalizedText name, String scale, Estimate estimate) {}

    /**
     * @param wishes what counts most, highest first; empty when there is no result or it does not
     *     count
     */
    record Own(List<Counting> counting, Inclination inclination, List<Wish> wishes) {

        Counting of(Component component) {
            return counting.stream()
                    .filter(c -> c.component() == component)
                    .findFirst()
                    .orElseThrow();
        }
    }

    Own of(AccountId account) {
        Set<Component> off = switches.off(account);
        Map<Component, Map<String, Estimate>> counts = new EnumMap<>(Component.class);
        List<Counting> counting = new java.util.ArrayList<>();
        List<Wish> wishes = List.of();
        for (Component component : Component.values()) {
            Optional<Result> result = results.latest(account, component.questionnaire());
            if (result.isEmpty()) {
                int minutes =
                        questionnaires.progress(account, component.questionnaire()).minutesLeft();
                counting.add(new Counting(component, State.OPEN, minutes));
                continue;
            }
            if (off.contains(component)) {
                counting.add(new Counting(component, State.OFF, 0));
                continue;
            }
            counting.add(new Counting(component, State.COUNTS, 0));
            counts.put(component, estimates(result.get()));
            if (component == Component.DRIVES) wishes = wishes(result.get());
        }
        return new Own(counting, new Inclination(counts), wishes);
    }

    /** What has no error cannot say how sure it is, and does not count. */
    private static Map<String, Estimate> estimates(Result result) {
        Map<String, Estimate> found = new HashMap<>();
        for (ScaleScore s : result.scores().scales())
            if (s.isKnown() && s.standardError() != null)
                found.put(s.scale(), new Estimate(s.estimate(), s.standardError()));
        return Map.copyOf(found);
    }

    private List<Wish> wishes(Result result) {
        Instrument instrument = instruments.find(result.instrument()).orElseThrow();
        Map<String, Estimate> estimates = estimates(result);
        return result.scores().scales().stream()
                .filter(s -> estimates.containsKey(s.scale()) && s.estimate() > 0)
                .filter(s -> s.place() != null && s.place() <= PLACES)
                .sorted(Comparator.comparingDouble((ScaleScore s) -> -s.estimate()))
                .limit(MOST_WISHES)
                .map(
                        s ->
                                new Wish(
                                        instrument.scale(s.scale()).orElseThrow().name(),
                                        s.scale(),
                                        estimates.get(s.scale())))
                .toList();
    }
}
