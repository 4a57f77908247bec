package skills.study;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanRules;
import skills.evaluation.plan.PlanRules.Fault;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.Wave;

/** What a study that is run here still lacks, beyond the rules that hold for every plan. */
final class Readiness {

    /** The purpose that a participant must agree to: without it there is nothing to analyse. */
    static final String ANSWERS = "answers";

    private Readiness() {}

    /**
     * Everything that stands in the way of freezing; empty when the study may start.
     *
     * @param isKnown whether a questionnaire of this name is there
     */
    static List<Fault> faults(
            Plan plan, List<StudyUnit> units, Predicate<String> isKnown, Instant now) {
        List<Fault> faults = new ArrayList<>(PlanRules.faults(plan));
        words(plan, faults);
        consents(plan, faults);
        units(plan, units, faults);
        asked(plan, faults);
        over(plan, now, faults);
        for (int w = 0; w < plan.waves().size(); w++)
            if (!plan.waves().get(w).instruments().stream().allMatch(isKnown))
                faults.add(new Fault("waves[" + w + "].instruments", "waves.unknown"));
        return faults;
    }

    private static void words(Plan plan, List<Fault> faults) {
        if (lacks(plan.title())) faults.add(new Fault("title", "words.title"));
        if (lacks(plan.question())) faults.add(new Fault("question", "words.question"));
        if (lacks(plan.withheld())) faults.add(new Fault("withheld", "words.withheld"));
        if (lacks(plan.equalTask())) faults.add(new Fault("equalTask", "words.equalTask"));
    }

    private static boolean lacks(Text text) {
        return text.nl().isBlank() || text.en().isBlank();
    }

    private static void consents(Plan plan, List<Fault> faults) {
        if (plan.consents().stream().noneMatch(c -> c.purpose().equals(ANSWERS) && c.required()))
            faults.add(new Fault("consents", "consents.answers"));
        Set<String> seen =
                plan.consents().stream().map(ConsentText::purpose).collect(Collectors.toSet());
        if (seen.size() < plan.consents().size())
            faults.add(new Fault("consents", "consents.twice"));
        for (int i = 0; i < plan.consents().size(); i++)
            if (lacks(plan.consents().get(i).text()))
                faults.add(new Fault("consents[" + i + "].text", "consents.text"));
    }

    private static void units(Plan plan, List<StudyUnit> units, List<Fault> faults) {
        Allocation a = plan.allocation();
        if (a.unit() == Allocation.Unit.PERSON) {
            if (a.method() != Allocation.Method.BLOCKS)
                faults.add(new Fault("allocation.method", "persons.blocks"));
            return;
        }
        if (units.size() < plan.arms().size()) faults.add(new Fault("units", "units.few"));
        Set<String> arms = plan.arms().stream().map(Arm::id).collect(Collectors.toSet());
        if (!a.isByLot() && units.stream().anyMatch(u -> !arms.contains(String.valueOf(u.arm()))))
            faults.add(new Fault("units", "units.chosen"));
        for (String column : a.strata())
            if (units.stream().anyMatch(u -> u.unit().fact(column) == null))
                faults.add(new Fault("units", "units.stratum"));
    }

    /** What decides must be asked, before and after. */
    private static void asked(Plan plan, List<Fault> faults) {
        for (String id : List.of(plan.analysis().first(), plan.analysis().last())) {
            for (int w = 0; w < plan.waves().size(); w++) {
                Wave wave = plan.waves().get(w);
                if (!wave.id().equals(id)) continue;
                boolean lacks =
                        plan.outcomes().stream()
                                .filter(Outcome::primary)
                                .flatMap(o -> scale(plan, o).stream())
                                .anyMatch(s -> !wave.instruments().contains(s.instrument()));
                if (lacks) faults.add(new Fault("waves[" + w + "].instruments", "waves.asked"));
            }
        }
    }

    private static List<Scale> scale(Plan plan, Outcome outcome) {
        return plan.scales().stream().filter(s -> s.id().equals(outcome.scale())).toList();
    }

    private static void over(Plan plan, Instant now, List<Fault> faults) {
        for (int w = 0; w < plan.waves().size(); w++) {
            Wave wave = plan.waves().get(w);
            try {
                if (wave.id().equals(plan.analysis().first())
                        && !now.isBefore(WaveClock.closes(plan, wave)))
                    faults.add(new Fault("waves[" + w + "].closes", "waves.past"));
            } catch (DateTimeException e) {
                // Told by the rules of every plan.
            }
        }
    }
}
