package skills.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Wave;

/** The plan that a new study begins with: classes wait by lot, three waves, our own scales. */
@Component
class StandardPlan {

    private static final int WEEKS_AHEAD = 3;

    private final StudyScales scales;

    StandardPlan(StudyScales scales) {
        this.scales = scales;
    }

    /** Its first wave opens on a Monday in about three weeks; the scales are as they are now. */
    Plan on(LocalDate today) {
        Plan plan = PlanFile.draft(file());
        return known(moved(plan, today));
    }

    /**
     * Another plan to begin with: the same, with its first wave on a Monday in about three weeks.
     */
    static Plan moved(Plan plan, LocalDate today) {
        if (plan.waves().isEmpty()) return plan;
        LocalDateTime was = plan.waves().getFirst().opens();
        LocalDateTime will =
                today.plusWeeks(WEEKS_AHEAD)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atTime(was.toLocalTime());
        // Whole days, so that a lesson stays at its hour when the clocks change between waves.
        Duration by =
                Duration.ofDays(
                        Duration.between(
                                        was.toLocalDate().atStartOfDay(),
                                        will.toLocalDate().atStartOfDay())
                                .toDays());
        List<Wave> waves =
                plan.waves().stream()
                        .map(
                                w ->
                                        new Wave(
                                                w.id(),
                                                w.name(),
                                                w.opens().plus(by),
                                                w.closes().plus(by),
                                                w.mode(),
                                                w.instruments(),
                                                w.voucherCents()))
                        .toList();
        return PlanParts.of(plan).waves(waves).plan();
    }

    /** Keys and counts come from the questionnaires as they are now. */
    private Plan known(Plan plan) {
        Map<String, Scale> all = scales.all();
        return PlanParts.of(plan)
                .outcomes(
                        plan.scales().stream().map(s -> all.getOrDefault(s.id(), s)).toList(),
                        plan.outcomes())
                .plan();
    }

    private static String file() {
        try {
            return new ClassPathResource("content/studies/standard.json")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
