package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import skills.OptionalData;
import skills.RoomTest;
import skills.Visitor;
import skills.taxonomy.TitleSearch;

/** What is read from Dutch vacancies, against sixty that were annotated by hand. */
class ExtractionTest extends RoomTest {

    @Autowired SkillReader reader;
    @Autowired TitleSearch titles;
    @Autowired ApplicationContext all;

    @Test
    void ofTheTextsThatWereSetAsideEnoughIsFoundAndMostOfItIsRight() throws IOException {
        Path file = OptionalData.need("nl/vacancies-nl.jsonl.gz");
        SkillReader.Reading reading = reader.reading();
        Extraction against =
                Extraction.of(
                        file,
                        (text, job) -> reading.spans("nl", text, job),
                        new OccupationGuess(titles.names()));
        System.out.println("MEASURED extraction: " + against.figures());
        assertThat(against.of("dev").texts()).isEqualTo(30);
        assertThat(against.of("test").texts()).isEqualTo(30);
        assertThat(against.of("test").precision()).isGreaterThan(.50);
        assertThat(against.of("test").recall()).isGreaterThan(.35);
        assertThat(against.of("test").needRight()).isGreaterThan(.85);
    }

    @Test
    void aPhraseOfOurOwnIsFoundInATextWithTheWordsThatSayIt() {
        var found =
                reader.reading()
                        .read(
                                "nl",
                                "Wat vragen wij?\nJe blijft rustig onder druk. Excel is een pre.\nWat bieden wij?\nEen team waarin je kunt samenwerken",
                                null);
        assertThat(found)
                .extracting(r -> r.said() + " " + r.must())
                .containsExactly("blijft rustig true", "Excel false");
    }

    @Test
    void thePageShowsEachSkillWithTheWordsOfTheVacancy() {
        VacancyId id =
                new Arrivals(all)
                        .telling(
                                "Kok " + Arrivals.word(),
                                "Wat vragen wij? Je bent stressbestendig en klantgericht, je kunt goed samenwerken. Kennis van Excel is een pre.");
        var browser = new Visitor();
        browser.post("/demo/noor");
        String page = browser.get("/vacancy/" + id).text();
        jdbc.sql("delete from vacancy where source = :source")
                .param("source", Arrivals.SOURCE)
                .update();
        assertThat(page).contains("Zo lazen wij de tekst", "stressbestendig", "(mooi meegenomen)");
        assertThat(page.substring(page.indexOf("Zo lazen wij de tekst")))
                .containsSubsequence("stressbestendig", "klantgericht", "samenwerken", "Excel");
    }
}
