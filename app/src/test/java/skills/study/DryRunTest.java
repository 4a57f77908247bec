package skills.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;

/**
 * Nothing of a dry run may be left when a study starts, so every table has somebody who clears it.
 */
class DryRunTest extends RoomTest {

    /**
     * Hold nothing of a test person: pooled files have no persons, and test persons get no voucher.
     */
    private static final Set<String> NEVER = Set.of("study_pool_file", "study_voucher");

    @Autowired StudyPlanData plans;

    @Autowired(required = false)
    List<DryRunPart> parts = List.of();

    @Test
    void everyTableOfAStudyIsOfThePlanOrIsClearedByAPart() {
        Set<String> known = new HashSet<>(plans.tables());
        known.addAll(NEVER);
        for (DryRunPart part : parts)
            for (String table : part.tables())
                assertThat(known.add(table)).as(table + " is cleared by two parts").isTrue();
        Set<String> all =
                new TreeSet<>(
                        jdbc.sql(
                                        """
                                        select table_name from information_schema.tables
                                        where table_schema = 'public' and (table_name = 'study' or table_name like 'study\\_%')
                                        """)
                                .query(String.class)
                                .list());
        assertThat(all).contains("study_plan", "study_slot");
        all.removeAll(known);
        assertThat(all).as("tables that nobody clears").isEmpty();
    }
}
