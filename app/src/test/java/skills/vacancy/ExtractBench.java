package skills.vacancy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.OptionalData;
import skills.RoomTest;
import skills.taxonomy.TitleSearch;
import skills.text.SkillSpans;
import tools.jackson.databind.ObjectMapper;

/**
 * Precision and recall of reading skills from Dutch vacancies. Not among the tests: {@code ./skills
 * bench extract} runs it and writes bench/results/extract.json.
 */
class ExtractBench extends RoomTest {

    @Autowired SkillReader reader;
    @Autowired TitleSearch titles;

    @Test
    void measures() throws Exception {
        Path file = OptionalData.need("nl/vacancies-nl.jsonl.gz");
        SkillReader.Reading reading = reader.reading();
        var guess = new OccupationGuess(titles.names());
        List<SkillSpans.Name> names = reader.names("nl");
        var result = new LinkedHashMap<String, Object>();
        result.put("date", LocalDate.now().toString());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put(
                "ours",
                Extraction.of(file, (text, job) -> reading.spans("nl", text, job), guess)
                        .figures());
        result.put(
                "withoutOccupation",
                Extraction.of(file, (text, job) -> reading.spans("nl", text, null), guess)
                        .figures());
        result.put(
                "namesLiterally",
                Extraction.of(file, (text, job) -> Extraction.literally(names, text), guess)
                        .figures());
        Files.writeString(
                Path.of("../bench/results/extract.json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result)
                        + "\n");
    }
}
