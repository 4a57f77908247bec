package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.OptionalData;
import skills.RoomTest;
import skills.taxonomy.TitleSearch;
import tools.jackson.databind.json.JsonMapper;

/** What stands behind the titles of vacancies, by their letters and by what they mean. */
class OccupationGuessTest extends RoomTest {

    @Autowired TitleSearch titles;
    @Autowired VacancyMaker maker;

    @Test
    void aTitleThatNoNameHoldsIsUnderstood() {
        var letters = new OccupationGuess(titles.names());
        var both = new OccupationGuess(titles.names(), maker::meaning);
        // Written wrong, joined otherwise, in the other language.
        for (String title : List.of("Vrachtwagenchaufeur CE (m/v)", "Verpleegkundge (24 uur)")) {
            assertThat(letters.guess(title, "nl")).as(title).isNull();
            assertThat(both.guess(title, "nl")).as(title).isNotNull();
        }
        assertThat(both.guess("Vrachtwagenchaufeur CE (m/v)", "nl").label().toLowerCase())
                .contains("vrachtwagen");
    }

    @Test
    void aVagueTitleMeansNothing() {
        var both = new OccupationGuess(titles.names(), maker::meaning);
        for (String title : List.of("Teamleider", "Leuke bijbaan", "Gezocht!!", "???"))
            assertThat(both.guess(title, "nl")).as(title).isNull();
    }

    @Test
    void moreOfTheRealTitlesAreUnderstood() throws IOException {
        List<String> real = new ArrayList<>();
        for (String file : List.of("nl/vacancies-nl.jsonl.gz", "nl/vacancies-nl-thin.jsonl.gz"))
            real.addAll(titles(OptionalData.need(file)));
        var letters = new OccupationGuess(titles.names());
        var both = new OccupationGuess(titles.names(), maker::meaning);
        long before = real.stream().filter(t -> letters.guess(t, "nl") != null).count();
        long after = real.stream().filter(t -> both.guess(t, "nl") != null).count();
        System.out.printf(
                "Titles of %d Dutch vacancies: an occupation for %d by letters, for %d with"
                        + " meaning%n",
                real.size(), before, after);
        assertThat(after).isGreaterThan(before);
    }

    private static List<String> titles(Path file) throws IOException {
        var all = new ArrayList<String>();
        var json = JsonMapper.builder().build();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine())
                all.add(json.readTree(line).path("title").asString());
        }
        return all;
    }
}
