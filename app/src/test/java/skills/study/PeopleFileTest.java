package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skills.evaluation.allocation.Unit;
import skills.platform.CsvTable;

/** Lists as schools hand them in. */
class PeopleFileTest {

    private static final List<Unit> CLASSES =
            List.of(
                    new Unit("4A", "Zuid", Map.of(), 20),
                    new Unit("4A", "Noord", Map.of(), 20),
                    new Unit("4B", "Zuid", Map.of(), 20));

    private static PeopleFile of(String text) {
        return PeopleFile.of(CsvTable.of(text), CLASSES);
    }

    private static List<String> keys(PeopleFile file) {
        return file.faults().stream().map(f -> f.line() + " " + f.key()).toList();
    }

    @Test
    void aListFromDutchExcelIsRead() {
        PeopleFile file =
                of(
                        """
                        Studentnummer;Naam;E-mail;School;Klas;Leeftijd;Geslacht
                        1001;Noor;Noor@Example.org;zuid;4a;17;v
                        1002;"de Wit; Karin";;Zuid;4B;;
                        """);
        assertThat(file.faults()).isEmpty();
        assertThat(file.rows())
                .containsExactly(
                        new PeopleFile.Row(
                                2,
                                "1001",
                                "Noor",
                                "noor@example.org",
                                "Zuid",
                                "4A",
                                Map.of("age", "17", "gender", "f")),
                        new PeopleFile.Row(3, "1002", "de Wit; Karin", "", "Zuid", "4B", Map.of()));
    }

    @Test
    void theSameNumberAtTwoSchoolsIsTwoPersonsAndTwiceAtOneIsAFault() {
        PeopleFile file =
                of(
                        """
                        number,school,class
                        1001,Zuid,4A
                        1001,Noord,4A
                        1001,ZUID,4B
                        """);
        assertThat(file.rows()).extracting(PeopleFile.Row::school).containsExactly("Zuid", "Noord");
        assertThat(keys(file)).containsExactly("4 people.fault.twice");
    }

    @Test
    void eachFaultIsToldAtItsLineAndTheOtherRowsCount() {
        PeopleFile file =
                of(
                        """
                        number;email;class;age;gender
                        ;;4B;;
                        1;geen adres;4B;;
                        2;;9Z;;
                        3;;4A;;
                        4;;4B;7;
                        5;;4B;;zoiets
                        6;;4B;16;m
                        """);
        assertThat(keys(file))
                .containsExactly(
                        "2 people.fault.nobody",
                        "3 people.fault.address",
                        "4 people.fault.class",
                        "5 people.fault.school",
                        "6 people.fault.age",
                        "7 people.fault.gender");
        assertThat(file.rows()).extracting(PeopleFile.Row::number).containsExactly("6");
        assertThat(file.rows().getFirst().school())
                .as("the only school with that class")
                .isEqualTo("Zuid");
    }

    @Test
    void aFileThatIsNoListSaysWhatIsMissing() {
        assertThat(keys(of(""))).containsExactly("0 people.fault.empty");
        assertThat(keys(of("naam;klas\nNoor;4A\n"))).containsExactly("1 people.fault.columns");
        assertThat(keys(of("nummer;klas\n\"1;4B\n"))).containsExactly("2 people.fault.broken");
        String many =
                "number\n"
                        + IntStream.rangeClosed(1, PeopleFile.MOST_ROWS + 1)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining("\n"));
        PeopleFile file = of(many);
        assertThat(file.rows()).hasSize(PeopleFile.MOST_ROWS);
        assertThat(keys(file)).containsExactly("5002 people.fault.many");
    }

    /** Whatever is handed in: every line becomes a row or a fault, never an error. */
    @Property(tries = 1000)
    void anyTextIsRowsAndFaults(@ForAll String text) {
        CsvTable table = CsvTable.of("number,email,class\n" + text);
        PeopleFile file = PeopleFile.of(table, List.of());
        long lines = table.rows().size() - 1;
        assertThat(file.rows().size() + file.faults().size())
                .isGreaterThanOrEqualTo((int) Math.min(lines, PeopleFile.MOST_ROWS));
    }
}
