package skills.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import skills.evaluation.Plans;
import skills.evaluation.data.StudyFiles.Fault;
import skills.evaluation.data.StudyFiles.Loaded;
import skills.evaluation.data.StudyFiles.What;
import skills.evaluation.data.StudyFiles.Which;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Plan;

class StudyFilesTest {
    private static final Plan PLAN =
            Plans.plan(
                    Plans.blocks(Allocation.Unit.PERSON, List.of(), 2),
                    Plans.arms(1, 1),
                    1,
                    Plans.expectations(40, 4));

    private static final String ITEMS = "scale1_1,scale1_2,scale1_3,scale1_4,scale1_5,scale1_6";

    private static Loaded read(String participants, String responses) {
        return StudyFiles.read(PLAN, new StringReader(participants), new StringReader(responses));
    }

    private static Fault fault(Which file, int row, String column, What what, String value) {
        return new Fault(file, row, column, what, value);
    }

    @Test
    void commasAndSemicolonsAMarkAtTheStartAndEitherDecimalSignReadTheSame() {
        Loaded commas =
                read(
                        "id,arm,class,age,minutes\np1,control,A,20.5,\np2,offered,B,\"21,5\",3\n",
                        "id,wave," + ITEMS + "\np1,T1,1,2,3,4,5,NA\n");
        Loaded semicolons =
                read(
                        "\uFEFF\"id\";\"arm\";\"class\";\"age\";\"minutes\"\r\n"
                                + "\"p1\";\"control\";\"A\";20,5;NA\r\np2;offered;B;21,5;3,0\r\n\r\n",
                        "id;wave;" + ITEMS.replace(',', ';') + "\r\np1;T1;1;2;3;4;5\r\n");
        assertThat(commas.faults()).isEmpty();
        assertThat(semicolons.faults()).isEmpty();
        assertThat(semicolons.data()).isEqualTo(commas.data());
        assertThat(semicolons.data().hash()).isEqualTo(commas.data().hash());
        assertThat(commas.data().participants().getFirst().age()).isEqualTo(20.5);
        assertThat(commas.data().participants().getFirst().minutes()).isNull();
        assertThat(commas.data().answer("p1", "T1", "scale1_5")).hasValue(5);
        assertThat(commas.data().answer("p1", "T1", "scale1_6")).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsLeftOutAndToldWhereItStands() {
        Loaded loaded =
                read(
                        "id,arm,shoe,age,user\np1,control,42,x,1\np1,control,42,20,0\n,control,1,1,1\n"
                                + "p2,elsewhere,1,20,0\np3,offered,1,-1,maybe\n",
                        "id,wave,scale1_1,scale1_2,scale1_3,scale1_4,scale1_5,colour\n"
                                + "p1,T1,1,2,3,4,9,red\np1,T1,1,2,3,4,5,red\np9,T3,1,2,3,4,5,red\n"
                                + "p1,T8,1,2,3,4,5,red\np3,T3,1.5,two,3,4,5.0,red\n");
        assertThat(loaded.faults())
                .containsExactly(
                        fault(Which.PARTICIPANTS, 1, "shoe", What.UNKNOWN_COLUMN, ""),
                        fault(Which.PARTICIPANTS, 2, "age", What.NOT_A_NUMBER, "x"),
                        fault(Which.PARTICIPANTS, 3, "id", What.DOUBLED_PARTICIPANT, "p1"),
                        fault(Which.PARTICIPANTS, 4, "id", What.NO_ID, ""),
                        fault(Which.PARTICIPANTS, 5, "arm", What.UNKNOWN_ARM, "elsewhere"),
                        fault(Which.PARTICIPANTS, 6, "age", What.OUT_OF_RANGE, "-1"),
                        fault(Which.PARTICIPANTS, 6, "user", What.NOT_A_NUMBER, "maybe"),
                        fault(Which.RESPONSES, 1, "scale1_6", What.MISSING_COLUMN, ""),
                        fault(Which.RESPONSES, 1, "colour", What.UNKNOWN_COLUMN, ""),
                        fault(Which.RESPONSES, 2, "scale1_5", What.OUT_OF_RANGE, "9"),
                        fault(Which.RESPONSES, 3, "id", What.DOUBLED_ANSWERS, "p1"),
                        fault(Which.RESPONSES, 4, "id", What.UNKNOWN_PARTICIPANT, "p9"),
                        fault(Which.RESPONSES, 5, "wave", What.UNKNOWN_WAVE, "T8"),
                        fault(Which.RESPONSES, 6, "scale1_1", What.OUT_OF_RANGE, "1.5"),
                        fault(Which.RESPONSES, 6, "scale1_2", What.NOT_A_NUMBER, "two"));
        assertThat(loaded.data().participants())
                .extracting(Participant::id)
                .containsExactly("p1", "p3");
        assertThat(loaded.data().unlinked()).containsExactly(java.util.Map.entry("T3", 1));
        assertThat(loaded.data().answer("p1", "T1", "scale1_4")).hasValue(4);
        assertThat(loaded.data().answer("p3", "T3", "scale1_5")).hasValue(5);
    }

    @Test
    void aFileWithoutTheColumnsThatDecideIsRefused() {
        String answers = "id,wave," + ITEMS + "\n";
        assertThatThrownBy(() -> read("name,arm\nx,control\n", answers))
                .isInstanceOf(StudyFileFault.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> read("id,age\nx,1\n", answers))
                .isInstanceOf(StudyFileFault.class)
                .hasMessageContaining("offered");
        assertThatThrownBy(() -> read("", answers)).isInstanceOf(StudyFileFault.class);
        assertThatThrownBy(() -> read("id,arm\n\"x,control\n", answers))
                .isInstanceOf(StudyFileFault.class);
        assertThatThrownBy(() -> read("id,arm\nx,control\n", "id\nx\n"))
                .isInstanceOf(StudyFileFault.class)
                .hasMessageContaining("wave");
    }

    @Test
    void scoresAreMeansOfKeyedAnswersAndNeedEnoughOfThem() {
        StudyData data =
                read(
                                "id,arm,consented\np2,control,1\np1,offered,1\np3,control,0\n",
                                "id,wave,"
                                        + ITEMS
                                        + "\np1,T1,5,1,5,5,5,NA\np2,T1,5,1,5,5,,\np3,T1,5,1,5,5,5,5\n")
                        .data();
        Scores scores = Scores.of(data);
        assertThat(scores.participants())
                .extracting(Participant::id)
                .containsExactly("p1", "p2", "p3");
        // The second item counts the other way round; five of six are asked for.
        assertThat(scores.score("scale1", "T1")).containsExactly(5, Double.NaN, Double.NaN);
        assertThat(scores.score("scale1", "T1", 4)).containsExactly(5, 5, Double.NaN);
        assertThat(scores.items("scale1", "T1")).hasDimensions(2, 6);
        assertThat(scores.items("scale1", "T3")).isEmpty();
    }

    @Test
    void theFingerprintForgetsTheOrderAndNothingElse() {
        String answers = "id,wave," + ITEMS + "\np1,T1,1,2,3,4,5,5\np2,T1,5,4,3,2,1,1\n";
        String turned = "id,wave," + ITEMS + "\np2,T1,5,4,3,2,1,1\np1,T1,1,2,3,4,5,5\n";
        String hash = read("id,arm\np1,control\np2,offered\n", answers).data().hash();
        assertThat(read("id,arm\np2,offered\np1,control\n", turned).data().hash()).isEqualTo(hash);
        assertThat(read("id,arm\np1,control\np2,control\n", answers).data().hash())
                .isNotEqualTo(hash);
        assertThat(
                        read("id,arm\np1,control\np2,offered\n", answers.replace("1,1\n", "1,2\n"))
                                .data()
                                .hash())
                .isNotEqualTo(hash);
        assertThat(hash).matches("[0-9a-f]{64}");
    }
}
