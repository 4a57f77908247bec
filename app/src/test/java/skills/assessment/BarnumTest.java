package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No sentence about a person holds for nearly everybody: each is shown to few enough. */
class BarnumTest {

    private static final int PEOPLE = 1000;
    private static final double MOST = .60;

    /** Every sentence about the person, as it stands on the page, with the scale it is about. */
    private static Set<String> sentences(ScoreReport report) {
        Set<String> said = new HashSet<>();
        for (Finding f : report.findings()) {
            String scale = f.scale().id() + ": ";
            if (!f.head().isEmpty()) said.add(scale + f.head().text().nl());
            if (!f.say().isEmpty()) said.add(scale + f.say().text().nl());
            if (f.isSure()) said.add(scale + f.sure().key());
            if (f.place() != null)
                said.add(scale + "place " + f.place().from() + "-" + f.place().to());
        }
        said.add(
                "top of the page: " + report.first().map(f -> f.head().text().nl()).orElse("none"));
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {Questionnaires.PERSONALITY, Questionnaires.DRIVES})
    void noSentenceIsShownToMoreThanSixtyInAHundredSimulatedPersons(String name) {
        Instrument instrument = Shipped.read(name);
        Map<String, Integer> shown = new HashMap<>();
        for (Simulated.Scored one : Simulated.thousand(instrument))
            for (String sentence : sentences(ScoreReport.of(instrument, one.scores())))
                shown.merge(sentence, 1, Integer::sum);
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(shown.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        System.out.printf(
                "%s: %d different sentences over %d persons; the most shown:%n",
                name, sorted.size(), PEOPLE);
        for (var entry : sorted.subList(0, 12))
            System.out.printf("  %4.1f%%  %s%n", 100.0 * entry.getValue() / PEOPLE, entry.getKey());
        assertThat(sorted.getFirst().getValue())
                .as(sorted.getFirst().getKey())
                .isLessThanOrEqualTo((int) (MOST * PEOPLE));
        // The test must be able to fail: what is written is really shown, each sentence to
        // somebody.
        Set<String> written = new TreeSet<>();
        instrument
                .report()
                .scales()
                .forEach(
                        (scale, zones) ->
                                zones.values()
                                        .forEach(
                                                said ->
                                                        written.add(
                                                                scale + ": " + said.say().nl())));
        assertThat(shown.keySet()).containsAll(written);
    }
}
