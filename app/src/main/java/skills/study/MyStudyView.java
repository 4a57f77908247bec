package skills.study;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.consent.Consent;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/**
 * A person's studies.
 *
 * @param asked where nothing was said yet
 * @param parents where a parent has to agree first
 */
record MyStudyView(List<Study> asked, List<Study> parents, List<Mine> mine, Instant now) {

    /**
     * One that the person takes part in, or stopped with.
     *
     * @param offered null until the arm was revealed
     * @param passport when the passport opens; null when it is open
     * @param agreed by purpose, those given, however they stand now
     * @param vouchers by wave, those that were handed out
     */
    record Mine(
            Study study,
            Enrolment enrolment,
            List<Waves.Standing> waves,
            @Nullable Boolean offered,
            @Nullable Instant passport,
            Map<String, Consent> agreed,
            Map<String, Vouchers.Voucher> vouchers) {

        Plan plan() {
            return study.plan();
        }

        /** The wave to answer now; null when none is open. */
        Waves.@Nullable Standing open() {
            return waves.stream().filter(Waves.Standing::isAsked).findFirst().orElse(null);
        }

        /** Answered waves for which there is a voucher. */
        List<Waves.Standing> rewarded() {
            return waves.stream()
                    .filter(w -> w.answered() != null && w.wave().voucherCents() > 0)
                    .toList();
        }

        List<ConsentText> consents() {
            return Texts.consents(plan()).stream()
                    .filter(c -> agreed.containsKey(c.purpose()))
                    .toList();
        }

        boolean isWithdrawn(ConsentText consent, Instant now) {
            return agreed.get(consent.purpose()).stateAt(now) == Consent.State.WITHDRAWN;
        }

        String moment(Words words, Instant at) {
            return Texts.moment(words, LocalDateTime.ofInstant(at, ZoneId.of(plan().zone())));
        }
    }

    boolean isEmpty() {
        return asked.isEmpty() && parents.isEmpty() && mine.isEmpty();
    }

    /** The one step that is largest on the page: an open wave, else what was asked. */
    @Nullable Mine first() {
        return mine.stream().filter(m -> m.open() != null).findFirst().orElse(null);
    }
}
