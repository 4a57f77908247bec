package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Wave;

/** What ships for studies: short, alike in form, and read without a database. */
class StudyInstrumentsTest {

    /** Asked only of those who were offered the passport, so never before the offer. */
    private static final String AFTER = "study-passport-use";

    private static final int MOST_ITEMS = 50;
    private static final int MOST_SECONDS = 7 * 60;
    private static final int LONGEST = 20;

    static List<Instrument> all() {
        try (var folders = Files.list(Path.of("../content/instruments"))) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(n -> n.startsWith("study-"))
                    .sorted()
                    .map(Shipped::read)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<Instrument.Item> items(Predicate<Instrument> which) {
        return all().stream().filter(which).flatMap(i -> i.items().stream());
    }

    @Test
    void eachConstructOfThePlanHasItsScaleWithTheDirectionThatIsBetter() {
        assertThat(all().stream().flatMap(i -> i.scales().stream()))
                .extracting(s -> s.id() + " " + s.better())
                .containsExactlyInAnyOrder(
                        "skillinsight HIGH",
                        "driveinsight HIGH",
                        "exploredrives HIGH",
                        "explorework HIGH",
                        "learning HIGH",
                        "career HIGH",
                        "jobsecurity HIGH",
                        "jobinsecurity LOW",
                        "focused HIGH",
                        "exploratory NONE",
                        "haphazard LOW",
                        "employability HIGH",
                        "usefulness HIGH",
                        "satisfaction HIGH");
    }

    @Test
    void everythingOfTheFirstWaveTakesSevenMinutesAtMost() {
        Predicate<Instrument> first = i -> !i.id().name().equals(AFTER);
        assertThat(items(first).count()).isBetween(40L, (long) MOST_ITEMS);
        assertThat(
                        all().stream()
                                .filter(first)
                                .mapToInt(i -> i.first().size() * i.secondsEach())
                                .sum())
                .isLessThanOrEqualTo(MOST_SECONDS);
    }

    @Test
    void eachIsForAStudyAndSaysThatItsValidityIsNotKnown() {
        for (Instrument instrument : all()) {
            String name = instrument.id().name();
            assertThat(instrument.isForStudy()).as(name).isTrue();
            assertThat(instrument.report()).as(name).isEqualTo(ReportText.NONE);
            assertThat(instrument.scoring()).as(name).isInstanceOf(Instrument.Scoring.Mean.class);
            assertThat(instrument.answers()).as(name).hasSize(5);
            assertThat(Shipped.files(name).get("SOURCE.md"))
                    .as(name)
                    .contains("Validity is not established", "https://doi.org/10.", "own")
                    .doesNotContain("TODO");
        }
    }

    /** Columns of data are named so: {@code skillinsight_3} is the third of its scale. */
    @Test
    void anItemIsNamedAfterItsColumnAndAsksThreeQuartersOfItsScale() {
        Set<String> seen = new HashSet<>();
        for (Instrument instrument : all())
            for (Instrument.Scale scale : instrument.scales()) {
                assertThat(scale.id()).matches("[a-z]{4,15}");
                List<Instrument.Item> mine =
                        instrument.items().stream()
                                .filter(i -> i.scale().equals(scale.id()))
                                .toList();
                assertThat(mine).as(scale.id()).hasSizeBetween(3, 5);
                for (int i = 0; i < mine.size(); i++)
                    assertThat(mine.get(i).id()).isEqualTo(scale.id() + "_" + (i + 1));
                assertThat(scale.minimum())
                        .as(scale.id())
                        .isEqualTo((int) Math.ceil(.75 * mine.size()));
                assertThat(seen.add(scale.id())).as(scale.id()).isTrue();
            }
    }

    @Test
    void statementsAreShortOneSentenceEachAndDifferent() {
        for (boolean dutch : new boolean[] {true, false}) {
            List<String> texts =
                    items(i -> true).map(i -> dutch ? i.text().nl() : i.text().en()).toList();
            assertThat(texts).doesNotHaveDuplicates();
            for (String text : texts) {
                assertThat(text.split(" ").length).as(text).isLessThanOrEqualTo(LONGEST);
                assertThat(text).matches("\\p{Lu}[^.!?']+\\.");
            }
        }
    }

    /** What the plan says of a scale is what its questionnaire is. */
    @Test
    void theStandardPlanScoresTheScalesAsTheQuestionnairesHaveThem() throws IOException {
        Plan plan = PlanFile.read(Files.readString(Path.of("../content/studies/standard.json")));
        for (Scale scale : plan.scales()) {
            Instrument instrument = Shipped.read(scale.instrument());
            Instrument.Scale own = instrument.scale(scale.id()).orElseThrow();
            List<Instrument.Item> items =
                    instrument.items().stream().filter(i -> i.scale().equals(scale.id())).toList();
            assertThat(scale.items()).as(scale.id()).isEqualTo(items.size());
            assertThat(scale.minAnswered()).as(scale.id()).isEqualTo(own.minimum());
            assertThat(scale.columns())
                    .containsExactlyElementsOf(items.stream().map(Instrument.Item::id).toList());
            assertThat(scale.reversed())
                    .as(scale.id())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, items.size())
                                    .filter(n -> items.get(n - 1).key() == -1)
                                    .boxed()
                                    .toList());
            assertThat(scale.better().name())
                    .as(scale.id())
                    .isEqualTo(
                            own.better() == Instrument.Better.NONE
                                    ? "NEITHER"
                                    : own.better().name());
        }
        for (Wave wave : plan.waves())
            assertThat(
                            wave.instruments().stream()
                                    .mapToInt(n -> Shipped.read(n).items().size())
                                    .sum())
                    .as(wave.id())
                    .isLessThanOrEqualTo(MOST_ITEMS);
    }

    @Test
    void someStatementsCountTheOtherWayRoundWhereMindsAreAskedAndNoneWhereTimesAreCounted() {
        for (Instrument instrument : all()) {
            boolean counted = instrument.answers().getFirst().en().equals("Never");
            long reversed = instrument.items().stream().filter(i -> i.key() == -1).count();
            assertThat(reversed > 0).as(instrument.id().name()).isEqualTo(!counted);
        }
    }
}
