package skills.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that ship, written and read again. */
class PlanFileTest {

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("../content/studies/" + name + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "original-simulated"})
    void aPlanThatIsWrittenAndReadIsTheSamePlanWithTheSameFingerprint(String name)
            throws IOException {
        Plan plan = PlanFile.read(file(name));
        assertThat(PlanFile.read(PlanFile.write(plan))).isEqualTo(plan);
        assertThat(PlanFile.hash(PlanFile.read(PlanFile.pretty(plan))))
                .isEqualTo(PlanFile.hash(plan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard"})
    void aDraftMayHaveFaultsAndAPlanMayNot(String name) throws IOException {
        String faulty = file(name).replace("\"retentionMonths\": 12", "\"retentionMonths\": 0");
        assertThat(PlanRules.faults(PlanFile.draft(faulty)))
                .containsExactly(new PlanRules.Fault("retentionMonths", "retention.none"));
        assertThatThrownBy(() -> PlanFile.read(faulty)).isInstanceOf(PlanFault.class);
    }
}
