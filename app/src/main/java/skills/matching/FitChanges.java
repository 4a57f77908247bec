package skills.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import skills.matching.FitChange.Step;
import skills.profile.Level;

/** What a person could change in a fit, and what it would do. */
final class FitChanges {

    private FitChanges() {}

    /**
     * Every single step that this fit knows of, the one that brings the fit furthest up the list
     * first: each skill asked that is missing, one level more of each that is there, proof behind
     * each, the work nearer, the area larger.
     */
    static List<FitChange> of(Fitter fitter, FitWork work, Fit fit) {
        List<FitChange> all = new ArrayList<>();
        for (FitComponent c : fit.components())
            for (FitReason reason : c.reasons()) {
                if (reason instanceof FitReason.OfSkill s) skill(fitter, work, fit, s, all);
                if (reason instanceof FitReason.OfTravel t && t.km() > 1) {
                    all.add(fitter.nearer(fit, t.km() / 2));
                    if (t.km() > t.within() / 2)
                        all.add(fitter.further(fit, t.km(), 2 * t.within()));
                }
            }
        all.sort(Comparator.comparingDouble(c -> -c.cautious()));
        return List.copyOf(all);
    }

    private static void skill(
            Fitter fitter, FitWork work, Fit fit, FitReason.OfSkill asked, List<FitChange> all) {
        HeldSkill held = fitter.person().held().get(asked.skill());
        if (held == null || !held.has()) {
            all.add(
                    fitter.after(
                            work,
                            fit,
                            HeldSkill.said(asked.skill()),
                            new Step.AddSkill(asked.skill())));
            return;
        }
        if (held.level() != null && held.level() != Level.TEACHES) {
            Level next = Level.of(held.level().number() + 1);
            all.add(
                    fitter.after(
                            work, fit, held.at(next), new Step.RaiseLevel(asked.skill(), next)));
        }
        if (held.proof() != Proof.STUDIED) {
            Proof next = Proof.values()[held.proof().ordinal() + 1];
            all.add(
                    fitter.after(
                            work, fit, held.with(next), new Step.AddProof(asked.skill(), next)));
        }
    }
}
