package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.OptionalData;
import skills.RoomTest;
import skills.taxonomy.TitleSearch;

/** What is read from Dutch vacancies, against sixty that were annotated by hand. */
class ExtractionTest extends RoomTest {

    @Autowired SkillReader reader;
    @Autowired TitleSearch titles;

    @Test
    void ofTheTextsThatWereSetAsideEnoughIsFoundAndMostOfItIsRight() throws IOException {
        Path file = OptionalData.need("nl/vacancies-nl.jsonl.gz");
        SkillReader.Reading reading = reader.reading();
        Extraction all =
                Extraction.of(
                        file,
                        (text, job) -> reading.spans("nl", text, job),
                        new OccupationGuess(titles.names()));
        System.out.println("MEASURED extraction: " + all.figures());
        assertThat(all.of("dev").texts()).isEqualTo(30);
        assertThat(all.of("test").texts()).isEqualTo(30);
        assertThat(all.of("test").precision()).isGreaterThan(.50);
        assertThat(all.of("test").recall()).isGreaterThan(.35);
        assertThat(all.of("test").needRight()).isGreaterThan(.85);
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
}
