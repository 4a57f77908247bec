package skills.evaluation.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.evaluation.analysis.AmongUsers.Assumption;
import skills.evaluation.analysis.AmongUsers.Holds;
import skills.evaluation.analysis.AmongUsers.What;
import skills.evaluation.plan.UseDefinition;
import skills.statistics.Coefficient;
import skills.statistics.Interval;
import skills.statistics.causal.Instrument;
import skills.statistics.cluster.ClassInstrument;
import skills.statistics.design.Design;
import skills.statistics.linear.LinearModel;

/** What use does among those who use it because it is offered, and how much use goes with what. */
final class UseStep {
    private final People people;
    private final String scale;
    private final double[] pre;
    private final double[] post;

    UseStep(People people, String scale) {
        this.people = people;
        this.scale = scale;
        this.pre = people.score(scale, people.first);
        this.post = people.score(scale, people.last);
    }

    Part<AmongUsers> amongUsers() {
        return amongUsers(people.plan.mainUse());
    }

    Part<AmongUsers> amongUsers(UseDefinition definition) {
        double[] use = people.uses(definition);
        if (IntStream.range(0, use.length).allMatch(i -> Double.isNaN(use[i])))
            return Part.not(
                    Part.Reason.NOT_MEASURED,
                    "Nobody's use was measured by the definition " + definition.id() + ".");
        return Part.attempt(() -> amongUsers(definition, use));
    }

    private AmongUsers amongUsers(UseDefinition definition, double[] use) {
        Design covariates = people.adjusted(pre, post);
        Instrument iv = Instrument.of(covariates, post, use, people.offered, people.level);
        int[] rows = covariates.complete(Map.of("The outcome", post, "Use", use)).rows();
        int offered = (int) IntStream.of(rows).filter(people::isOffered).count();
        int users = (int) IntStream.of(rows).filter(i -> use[i] == 1).count();
        int control =
                (int) IntStream.of(rows).filter(i -> use[i] == 1 && !people.isOffered(i)).count();
        Coefficient effect = iv.effect();
        AmongUsers.Set persons = set(iv.andersonRubin(), people.level);
        @Nullable ClassInstrument classes =
                people.byClass
                        ? ClassInstrument.of(
                                covariates,
                                post,
                                use,
                                people.clusters,
                                people.offered,
                                people.level)
                        : null;
        Interval interval =
                classes == null
                        ? effect.interval()
                        : classes.around(effect.estimate(), people.level);
        return new AmongUsers(
                iv.n(),
                offered,
                users,
                control,
                iv.firstStage().estimate(),
                Double.isFinite(iv.f()) ? iv.f() : null,
                iv.weak(),
                iv.weak()
                        ? null
                        : new AmongUsers.Estimate(
                                effect.estimate(),
                                effect.standardError(),
                                iv.hc1(),
                                effect.estimate() / people.unit(scale),
                                Range.of(interval)),
                classes == null ? persons : set(classes.set(), people.level).with(persons),
                persons,
                assumptions(definition, control),
                leftOut(use));
    }

    private List<LeftOut> leftOut(double[] use) {
        return people.leftOut(pre, post, true, Map.of(LeftOut.Why.NO_USE, use));
    }

    private static AmongUsers.Set set(Instrument.ConfidenceSet set, double level) {
        return switch (set) {
            case Instrument.ConfidenceSet.Bounded b ->
                    new AmongUsers.Set(
                            AmongUsers.Kind.BOUNDED,
                            b.interval().low(),
                            b.interval().high(),
                            level);
            case Instrument.ConfidenceSet.TwoRays r ->
                    new AmongUsers.Set(AmongUsers.Kind.TWO_RAYS, r.upTo(), r.from(), level);
            case Instrument.ConfidenceSet.WholeLine w ->
                    new AmongUsers.Set(AmongUsers.Kind.EVERYTHING, null, null, level);
        };
    }

    private List<Assumption> assumptions(UseDefinition definition, int controlUsers) {
        return List.of(
                new Assumption(
                        What.OFFER_BY_CHANCE,
                        people.data.byLot() ? Holds.BY_DESIGN : Holds.VIOLATED),
                // The lesson in which it is explained may work on its own.
                new Assumption(
                        What.ONLY_THROUGH_USE,
                        definition.place() == UseDefinition.Place.OUTSIDE_LESSON
                                ? Holds.DOUBTFUL
                                : Holds.NOT_TESTABLE),
                new Assumption(
                        What.NO_DEFIERS, controlUsers == 0 ? Holds.BY_DESIGN : Holds.NOT_TESTABLE),
                new Assumption(
                        What.NO_SPILL_OVER, people.byClass ? Holds.NOT_TESTABLE : Holds.DOUBTFUL));
    }

    List<OutcomeFinding.Dose> dose() {
        return List.of(
                new OutcomeFinding.Dose(
                        OutcomeFinding.Dose.Kind.SITTINGS,
                        dose(
                                people.filled(
                                        i ->
                                                people.person(i).sittings() == null
                                                        ? Double.NaN
                                                        : people.person(i).sittings()))),
                new OutcomeFinding.Dose(
                        OutcomeFinding.Dose.Kind.LOG_MINUTES,
                        dose(
                                people.filled(
                                        i ->
                                                people.person(i).minutes() == null
                                                        ? Double.NaN
                                                        : Math.log1p(
                                                                people.person(i).minutes())))));
    }

    private Part<Effect> dose(double[] amount) {
        if (IntStream.range(0, amount.length).allMatch(i -> Double.isNaN(amount[i])))
            return Part.not(Part.Reason.NOT_MEASURED, "Nobody's use was measured in this way.");
        return Part.attempt(
                () -> {
                    LinearModel fit =
                            LinearModel.fit(
                                    people.adjusted(pre, post).numeric("dose", amount), post);
                    int[] rows = fit.rows();
                    return Effect.of(
                            fit.robust(LinearModel.Robust.HC3, people.level).getLast(),
                            rows.length,
                            (int) IntStream.of(rows).filter(i -> amount[i] > 0).count(),
                            people.unit(scale),
                            leftOut(amount));
                });
    }
}
