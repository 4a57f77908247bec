package skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import skills.platform.Progress;

/** The import of the command line: two rooms without the application around them. */
class RoomImportTest extends RoomTest {

    @Autowired DataSource database;
    @TempDir Path folder;

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from vacancy where source = 'command line'").update();
    }

    @Test
    void vacanciesAreImportedWithoutTheApplication() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("jobs.json"),
                        """
                        {"@type":"JobPosting","source":"command line","identifier":"1","title":"Kok","datePosted":"%s","description":"Je werkt met HACCP en kookt elke dag verse maaltijden."}
                        """
                                .formatted(LocalDate.now(clock)));
        var report =
                // An import closes the database that it was given.
                new RoomImport(
                                "vacancies",
                                new DelegatingDataSource(database),
                                folder.resolve("index"),
                                clock)
                        .run(file, folder.resolve("reports"), Progress.silent());
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isZero();
    }
}
