package skills.study;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.allocation.AllocationList;
import skills.evaluation.allocation.Lot;
import skills.evaluation.allocation.Slot;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.kernel.AccountId;
import skills.platform.Problem;

/** Fixes the design and draws the list, before anybody enrols. */
@Component
class Freezing {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Studies studies;
    private final StudyUnits units;
    private final DryRuns dryRuns;
    private final StudyScales scales;
    private final SecureRandom chance = new SecureRandom();

    Freezing(
            JdbcClient jdbc,
            Clock clock,
            Studies studies,
            StudyUnits units,
            DryRuns dryRuns,
            StudyScales scales) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.studies = studies;
        this.units = units;
        this.dryRuns = dryRuns;
        this.scales = scales;
    }

    /**
     * Once; a second time changes nothing. Everything of a dry run is erased with it.
     *
     * @param seed of the list; null: drawn by chance, so that nobody knows it
     * @throws Problem when the plan is not ready ({@link Readiness})
     */
    @Transactional
    Frozen freeze(StudyId id, @Nullable Long seed, @Nullable AccountId by) {
        studies.lock(id);
        Study study = studies.find(id).orElseThrow(Problem::notFound);
        if (study.isFrozen()) return study.frozen();
        List<StudyUnit> classes = units.of(id);
        if (!Readiness.faults(study.plan(), classes, scales::isKnown, clock.instant()).isEmpty())
            throw new Problem(HttpStatus.CONFLICT, "study.notready");
        dryRuns.erase(id, by);
        long drawn = seed == null ? chance.nextLong(Long.MAX_VALUE) : seed;
        Plan plan = study.plan();
        List<Slot> slots;
        String hash;
        if (plan.allocation().isByLot()) {
            AllocationList list = lot(plan, classes, drawn);
            slots = list.slots();
            hash = list.hash();
        } else {
            slots = Chosen.slots(classes);
            hash = PlanFile.sha256(Chosen.text(classes));
        }
        jdbc.sql(
                        """
                        insert into study_freeze (study, plan_version, plan_hash, seed, seed_given, list_hash, frozen_at, frozen_by)
                        values (:study, :version, :planHash, :seed, :given, :listHash, :now, :by)
                        """)
                .param("study", id.value())
                .param("version", study.version())
                .param("planHash", PlanFile.hash(plan))
                .param("seed", drawn)
                .param("given", seed != null)
                .param("listHash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.value())
                .update();
        slots.forEach(slot -> insert(id, slot));
        return studies.find(id).orElseThrow().frozen();
    }

    private static AllocationList lot(Plan plan, List<StudyUnit> classes, long seed) {
        return Lot.draw(plan, classes.stream().map(StudyUnit::unit).toList(), seed);
    }

    private void insert(StudyId study, Slot slot) {
        jdbc.sql(
                        """
                        insert into study_slot (study, stratum, position, block, school, unit, arm, alone)
                        values (:study, :stratum, :position, :block, :school, :unit, :arm, :alone)
                        """)
                .param("study", study.value())
                .param("stratum", slot.stratum())
                .param("position", slot.position())
                .param("block", slot.block())
                .param("school", slot.school())
                .param("unit", slot.unit())
                .param("arm", slot.arm())
                .param("alone", slot.alone())
                .update();
    }
}
