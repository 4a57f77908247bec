package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import skills.OptionalData;
import skills.RoomTest;
import skills.platform.Progress;

/**
 * Thousands of real vacancies with all their dirt. They have no licence, so they are not part of
 * the project.
 */
class RealVacanciesTest extends RoomTest {

    @Autowired VacancyImport imports;
    @TempDir Path reports;

    /** Other tests count on the demo's vacancies only. */
    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where not demo").update();
    }

    @ParameterizedTest
    @CsvSource({
        "nl/vacancies-nl.jsonl.gz, 694, 660",
        "nl/vacancies-nl-thin.jsonl.gz, 1001, 900",
        "matching/vacancies/vacancies-en-jobposting.jsonl.gz, 1851, 1840"
    })
    void loadOrSayWhyNotAndTheSecondTimeNothingChanges(String file, int rows, int atLeast)
            throws IOException {
        Path path = OptionalData.need(file);
        long start = System.nanoTime();
        var first = imports.run(path, reports, Progress.silent());
        long millis = (System.nanoTime() - start) / 1_000_000;
        var again = imports.run(path, reports, Progress.silent());
        System.out.println(
                "MEASURED "
                        + file
                        + ": "
                        + first.toJson()
                        + " in "
                        + millis
                        + " ms; again "
                        + again.toJson());
        assertThat(first.read()).isEqualTo(rows);
        assertThat(first.added() + first.changed() + first.unchanged())
                .isGreaterThanOrEqualTo(atLeast);
        assertThat(again.unchanged()).isEqualTo(rows - again.rejected());
        assertThat(again.rejected()).isEqualTo(first.rejected());
    }
}
