package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skills.evaluation.analysis.Sensitivity.Kind;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.UseDefinition;
import skills.statistics.Coefficient;
import skills.statistics.design.Design;

/** The leading as-offered result of one outcome, each time with one choice made differently. */
final class SensitivityStep {
    private final People people;
    private final String scale;
    private final boolean[] careless;

    /**
     * @param careless whether the answers of a place look careless
     */
    SensitivityStep(People people, String scale, boolean[] careless) {
        this.people = people;
        this.scale = scale;
        this.careless = careless;
    }

    List<Sensitivity> of() {
        Scale of = people.plan.scale(scale);
        double[] pre = people.score(scale, people.first);
        double[] post = people.score(scale, people.last);
        List<Sensitivity> all = new ArrayList<>();
        if (anyOf(careless))
            all.add(
                    new Sensitivity(
                            Kind.WITHOUT_CARELESS,
                            "",
                            without(pre, post, careless, LeftOut.Why.CARELESS),
                            null));
        boolean[] contaminated = new boolean[people.n];
        for (int i = 0; i < people.n; i++) contaminated[i] = people.person(i).contaminated();
        if (anyOf(contaminated))
            all.add(
                    new Sensitivity(
                            Kind.WITHOUT_CONTAMINATED,
                            "",
                            without(pre, post, contaminated, LeftOut.Why.CONTAMINATED),
                            null));
        if (of.minAnswered() < of.items())
            all.add(new Sensitivity(Kind.EVERY_ITEM, "" + of.items(), rule(of.items()), null));
        int half = (of.items() + 1) / 2;
        if (of.minAnswered() > half)
            all.add(new Sensitivity(Kind.HALF_OF_ITEMS, "" + half, rule(half), null));
        all.add(new Sensitivity(Kind.UNADJUSTED, "", unadjusted(post), null));
        for (UseDefinition use : people.plan.uses())
            if (!use.id().equals(people.plan.analysis().mainUse()))
                all.add(
                        new Sensitivity(
                                Kind.OTHER_USE,
                                use.id(),
                                Part.not(
                                        Part.Reason.NOT_NEEDED,
                                        "The effect of the offer does not depend on what use is."),
                                new UseStep(people, scale).amongUsers(use)));
        return all;
    }

    private static boolean anyOf(boolean[] flags) {
        for (boolean flag : flags) if (flag) return true;
        return false;
    }

    private Part<Effect> without(double[] pre, double[] post, boolean[] out, LeftOut.Why why) {
        double[] kept = post.clone();
        double[] stays = new double[kept.length];
        for (int i = 0; i < kept.length; i++) if (out[i]) kept[i] = stays[i] = Double.NaN;
        return again(pre, kept, people.leftOut(pre, post, true, Map.of(why, stays)));
    }

    private Part<Effect> again(double[] pre, double[] post, List<LeftOut> leftOut) {
        Part<Effect> effect = new OfferStep(people, scale, pre, post).of().effect();
        if (!effect.isThere()) return effect;
        Effect e = effect.orThrow();
        return Part.of(
                new Effect(
                        e.n(),
                        e.group(),
                        e.reference(),
                        e.estimate(),
                        e.standardError(),
                        e.df(),
                        e.interval(),
                        e.p(),
                        e.sd(),
                        e.sdInterval(),
                        leftOut));
    }

    private Part<Effect> rule(int minAnswered) {
        double[] pre = people.scores.score(scale, people.first, minAnswered);
        double[] post = people.scores.score(scale, people.last, minAnswered);
        return again(pre, post, people.leftOut(pre, post));
    }

    private Part<Effect> unadjusted(double[] post) {
        return Part.attempt(
                () -> {
                    double[] nothing = people.filled(i -> 0);
                    OfferStep step = new OfferStep(people, scale, nothing, post);
                    Coefficient c = step.coefficient(step.lead(), Design.of(people.n), post);
                    int[] rows = People.where(post, i -> true);
                    return Effect.of(
                            c,
                            rows.length,
                            People.where(post, people::isOffered).length,
                            people.unit(scale),
                            people.leftOut(nothing, post, false, Map.of()));
                });
    }
}
