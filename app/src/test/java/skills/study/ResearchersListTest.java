package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of classes of docs/guide/researchers.md. */
class ResearchersListTest {

    @Test
    void itIsReadWithItsFactsAndOneNameAtTwoSchoolsIsTwoClasses() throws IOException {
        Matcher box =
                Pattern.compile("(?s)```csv classes\n(.*?)```")
                        .matcher(Files.readString(Path.of("../docs/guide/researchers.md")));
        assertThat(box.find()).isTrue();
        UnitsCsv read = UnitsCsv.read(box.group(1), List.of());
        assertThat(read.wrong()).isEmpty();
        assertThat(read.units())
                .extracting(u -> u.unit().id() + " " + u.unit().school())
                .containsExactly("2A Noord", "2B Noord", "2A Zuid", "2C Zuid");
        assertThat(read.units().getFirst().unit().facts()).containsEntry("level", "3");
    }
}
