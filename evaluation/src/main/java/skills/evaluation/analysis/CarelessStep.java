package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.List;
import skills.evaluation.analysis.Findings.Careless;
import skills.evaluation.analysis.Findings.Rule;
import skills.evaluation.plan.Scale;
import skills.statistics.Unusable;
import skills.statistics.items.Items;
import skills.statistics.measurement.CarelessResponding;

/**
 * Whose answers at the last wave look careless: the same answer to half of all items in a row
 * (Curran 2016, doi:10.1016/j.jesp.2015.07.006), or a pattern that one in a thousand would give
 * (Mahalanobis). It proves nothing of anybody.
 *
 * @param flagged of each place
 */
record CarelessStep(Careless found, boolean[] flagged) {
    private static final double RARE = .001;

    static CarelessStep of(People people) {
        boolean[] flagged = new boolean[people.n];
        try {
            return new CarelessStep(flag(people, flagged), flagged);
        } catch (Unusable e) {
            return new CarelessStep(
                    new Careless(0, 0, Part.not(Part.Reason.UNUSABLE, e.getMessage())), flagged);
        }
    }

    private static Careless flag(People people, boolean[] flagged) {
        int[] answered = people.where(i -> people.answered(i, people.last));
        Unusable.atLeast(1, answered.length, "persons with answers at the last wave");
        double[][] rows = new double[answered.length][];
        for (int i = 0; i < rows.length; i++) rows[i] = people.scores.raw(answered[i], people.last);
        List<int[]> scales = new ArrayList<>();
        List<Integer> reversed = new ArrayList<>();
        int at = 0;
        // Scales on different answers cannot be looked at in one run of equal answers.
        Scale first = people.plan.scales().getFirst();
        for (Scale scale : people.plan.scales()) {
            if (scale.lowest() != first.lowest() || scale.highest() != first.highest())
                throw new Unusable(
                        Unusable.Reason.MISMATCH,
                        "The scales have different answers, so runs of the same answer mean nothing.");
            int[] places = new int[scale.items()];
            for (int k = 0; k < places.length; k++) {
                places[k] = at + k;
                if (scale.reversed().contains(k + 1)) reversed.add(at + k);
            }
            if (places.length > 1) scales.add(places);
            at += places.length;
        }
        CarelessResponding found =
                CarelessResponding.of(
                        Items.of(rows),
                        first.lowest(),
                        first.highest(),
                        reversed.stream().mapToInt(v -> v).toArray(),
                        scales);
        int half = (at + 1) / 2;
        int count = 0;
        for (CarelessResponding.Person p : found.persons())
            if (p.longString() >= half || p.mahalanobisP() < RARE) {
                flagged[answered[p.place()]] = true;
                count++;
            }
        return new Careless(found.persons().size(), count, Part.of(new Rule(half, RARE)));
    }
}
