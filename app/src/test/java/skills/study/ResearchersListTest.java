package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import skills.platform.CsvTable;

/** The lists of classes and of people of docs/guide/researchers.md. */
class ResearchersListTest {

    private static String box(String kind) throws IOException {
        Matcher box =
                Pattern.compile("(?s)```csv " + kind + "\n(.*?)```")
                        .matcher(Files.readString(Path.of("../docs/guide/researchers.md")));
        assertThat(box.find()).isTrue();
        return box.group(1);
    }

    @Test
    void peopleAreReadAndOneNumberAtTwoSchoolsIsTwoPersons() throws IOException {
        PeopleFile read =
                PeopleFile.of(
                        CsvTable.of(box("people")),
                        UnitsCsv.read(box("classes"), List.of()).units().stream()
                                .map(StudyUnit::unit)
                                .toList());
        assertThat(read.faults()).isEmpty();
        assertThat(read.rows())
                .extracting(p -> p.number() + " " + p.unit() + " " + p.school())
                .containsExactly("1001 2A Noord", "1002 2A Noord", "1001 2A Zuid");
    }

    @Test
    void itIsReadWithItsFactsAndOneNameAtTwoSchoolsIsTwoClasses() throws IOException {
        UnitsCsv read = UnitsCsv.read(box("classes"), List.of());
        assertThat(read.wrong()).isEmpty();
        assertThat(read.units())
                .extracting(u -> u.unit().id() + " " + u.unit().school())
                .containsExactly("2A Noord", "2B Noord", "2A Zuid", "2C Zuid");
        assertThat(read.units().getFirst().unit().facts()).containsEntry("level", "3");
    }
}
