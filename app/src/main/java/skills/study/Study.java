package skills.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.Plan;
import skills.identity.OrganizationId;

/**
 * A study with its plan as it stands now.
 *
 * @param name in addresses and files; never changes
 * @param version of the plan, from 1
 * @param frozen null while everything may still change
 */
record Study(
        StudyId id,
        String name,
        OrganizationId organization,
        boolean demo,
        Plan plan,
        int version,
        @Nullable Frozen frozen) {

    boolean isFrozen() {
        return frozen != null;
    }

    /**
     * The first moment that a wave takes no more answers; a wave that is not there never closes.
     */
    Instant closes(String wave) {
        return plan.waves().stream()
                .filter(w -> w.id().equals(wave))
                .map(w -> WaveClock.closes(plan, w))
                .findFirst()
                .orElse(Instant.MAX);
    }

    /**
     * Whether the first wave is over: then the analysis plan is fixed, and the seed may be told.
     */
    boolean isFirstWaveOver(Instant now) {
        return !plan.waves().isEmpty() && !now.isBefore(closes(plan.waves().getFirst().id()));
    }
}
