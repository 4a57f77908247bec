package skills.evaluation.plan;

import java.util.List;

/**
 * A study as it is planned. Everything that could be chosen afterwards to please somebody stands in
 * it, and its fingerprint is taken before the first enrolment.
 *
 * @param name lower case letters, digits and hyphens, 3 to 60
 * @param simulated whether the answers are made up, as in a demo; every page then says so
 * @param remark what a reader must know of the data, such as where they contradict a source; may be
 *     empty
 * @param zone time zone of the place, as "Europe/Amsterdam"
 * @param withheld how the offer is kept from the controls, and when it opens for them
 * @param equalTask what those do in the lesson who do not take part
 * @param incentive what participants get, in words
 * @param retentionMonths after the last wave, until the link between person and answers is deleted
 */
public record Plan(
        String name,
        Text title,
        Text question,
        boolean simulated,
        Text remark,
        String zone,
        List<Arm> arms,
        Allocation allocation,
        List<Wave> waves,
        List<Scale> scales,
        List<Outcome> outcomes,
        List<UseDefinition> uses,
        List<ConsentText> consents,
        Text withheld,
        Text equalTask,
        Text incentive,
        int retentionMonths,
        Expectations expectations,
        AnalysisPlan analysis,
        Columns columns) {

    public Plan {
        arms = List.copyOf(arms);
        waves = List.copyOf(waves);
        scales = List.copyOf(scales);
        outcomes = List.copyOf(outcomes);
        uses = List.copyOf(uses);
        consents = List.copyOf(consents);
    }

    public Arm arm(String id) {
        return arms.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    public Wave wave(String id) {
        return waves.stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
    }

    public Scale scale(String id) {
        return scales.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    public UseDefinition mainUse() {
        return uses.stream()
                .filter(u -> u.id().equals(analysis.mainUse()))
                .findFirst()
                .orElseThrow();
    }

    public List<Outcome> primary() {
        return outcomes.stream().filter(Outcome::primary).toList();
    }
}
