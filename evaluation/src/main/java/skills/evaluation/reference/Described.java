package skills.evaluation.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import skills.evaluation.plan.Scale;
import skills.statistics.factor.LongitudinalInvariance;
import skills.statistics.factor.OrdinalFactor;
import skills.statistics.factor.OrdinalReliability;
import skills.statistics.factor.Polychoric;
import skills.statistics.items.Items;
import skills.statistics.measurement.Reliability;
import skills.statistics.measurement.ReliableChange;

/** Who took part, and how well the scales measure. */
final class Described {

    private final Frame frame;

    Described(Frame frame) {
        this.frame = frame;
    }

    Object spec() {
        Map<String, Object> scales = new LinkedHashMap<>();
        for (Scale s : frame.plan().scales())
            scales.put(s.id(), Fields.of("k", s.items(), "reversed", s.reversed()));
        return scales;
    }

    Object flow() {
        double[] offered = frame.offered();
        double[] user = frame.user();
        Map<String, Object> flow =
                Fields.of(
                        "enrolled", frame.size(),
                        "control", frame.count(i -> offered[i] == 0),
                        "offered", frame.count(i -> offered[i] == 1),
                        "offered_used", frame.count(i -> offered[i] == 1 && user[i] == 1));
        List<String> waves = frame.waves();
        String first = Frame.name(frame.first()).toLowerCase(java.util.Locale.ROOT);
        String last = Frame.name(frame.last()).toLowerCase(java.util.Locale.ROOT);
        String both = first + "_" + last;
        for (String wave : waves)
            flow.put(
                    Frame.name(wave).toLowerCase(java.util.Locale.ROOT),
                    frame.count(i -> frame.answered(i, wave)));
        flow.put(first + "_and_" + last, frame.count(frame::answeredBoth));
        flow.put("users_" + both, frame.count(i -> frame.answeredBoth(i) && user[i] == 1));
        flow.put("nonusers_" + both, frame.count(i -> frame.answeredBoth(i) && user[i] == 0));
        flow.put(
                waves.size() == 3 ? "all_three" : "all_" + waves.size(),
                frame.count(i -> waves.stream().allMatch(w -> frame.answered(i, w))));
        flow.put(
                last + "_without_" + first,
                frame.count(
                        i -> frame.answered(i, frame.last()) && !frame.answered(i, frame.first())));
        flow.put(
                "by_offered_wave",
                Fields.of("control", byWave(offered, 0), "offered", byWave(offered, 1)));
        return flow;
    }

    private List<Integer> byWave(double[] offered, int arm) {
        return frame.waves().stream()
                .map(w -> frame.count(i -> frame.answered(i, w) && offered[i] == arm))
                .toList();
    }

    Object reliability(String scale, String wave) {
        Reliability r = Reliability.of(frame.items(scale, wave));
        var items = r.items();
        double error = ReliableChange.onScale(0, 0, r.totalSd(), r.alpha(), .95).standardError();
        return Fields.of(
                "n", r.n(),
                "k", r.k(),
                "item_mean", items.stream().mapToDouble(i -> i.mean()).toArray(),
                "item_sd", items.stream().mapToDouble(i -> i.sd()).toArray(),
                "total_mean", r.totalMean(),
                "total_sd", r.totalSd(),
                "alpha", r.alpha(),
                "alpha_std", r.alphaStandardised(),
                "alpha_ci95_feldt", Groups.ends(r.alphaInterval()),
                "alpha_if_deleted",
                        items.stream().mapToDouble(i -> or(i.alphaIfDeleted())).toArray(),
                "item_total_r", items.stream().mapToDouble(i -> i.withTotal()).toArray(),
                "item_rest_r", items.stream().mapToDouble(i -> i.withRest()).toArray(),
                "mean_interitem_r", r.meanCorrelation(),
                "lambda2", r.lambda2(),
                "lambda6_smc", or(r.lambda6()),
                "split_half_odd_even_r", r.oddEven().r(),
                "split_half_spearman_brown", r.oddEven().spearmanBrown(),
                "split_half_guttman", r.oddEven().guttman(),
                "sem_alpha", r.standardErrorOfMeasurement(),
                "rci95_needed_difference", 1.96 * error);
    }

    Object invariance(String scale) {
        Items both = frame.bothItems(scale);
        Scale s = frame.plan().scale(scale);
        // The factor points the way of item 1 as it is asked.
        if (s.reversed().contains(1))
            both =
                    both.reversed(
                            s.lowest(), s.highest(), IntStream.range(0, both.items()).toArray());
        LongitudinalInvariance found = LongitudinalInvariance.of(both);
        List<Object> converged = new ArrayList<>();
        Map<String, Object> fits = new LinkedHashMap<>();
        for (var step : found.steps()) {
            var fit = step.fit();
            converged.add(step.converged());
            fits.put(
                    step.name(),
                    Fields.of(
                            "chisq", fit.chiSquared(),
                            "df", fit.df(),
                            "pvalue", or(fit.p()),
                            "cfi", fit.cfi(),
                            "rmsea", or(fit.rmsea()),
                            "srmr", fit.srmr(),
                            "logl", fit.logLikelihood()));
        }
        return Fields.of(
                "n", found.n(),
                "too_few", found.tooSmall(),
                "converged", converged,
                "fit", fits,
                "latent_mean_change",
                        Fields.of(
                                "est", found.meanChange().value(),
                                "se", found.meanChange().error(),
                                "p", found.meanChangeP()));
    }

    Object ordinal(String scale, String wave) {
        Items items = frame.items(scale, wave);
        OrdinalFactor factor = OrdinalFactor.of(items);
        Polychoric polychoric = factor.polychoric();
        OrdinalReliability reliability = OrdinalReliability.of(items);
        return Fields.of(
                "n", polychoric.n(),
                "empty_cells", polychoric.emptyCells(),
                "thresholds", polychoric.thresholds(),
                "polychoric", polychoric.correlations(),
                "eigenvalues", polychoric.eigenvalues(),
                "alpha_raw", reliability.alpha(),
                "ordinal_alpha", reliability.ordinalAlpha(),
                "ml_loadings", reliability.omegaLoadings(),
                "ordinal_omega", reliability.ordinalOmega(),
                "wlsmv",
                        Fields.of(
                                "loading", factor.loadings(),
                                "loading_se", factor.loadingErrors(),
                                "fit",
                                        Fields.of(
                                                "chisq", factor.chiSquared(),
                                                "df", factor.df(),
                                                "chisq.scaled", factor.scaled(),
                                                "df.scaled", factor.df(),
                                                "pvalue.scaled", or(factor.p()),
                                                "chisq.scaling.factor", factor.scaling(),
                                                "cfi.scaled", factor.cfi(),
                                                "tli.scaled", or(factor.tli()),
                                                "rmsea.scaled", or(factor.rmsea()),
                                                "srmr", factor.srmr())),
                "omega_categorical_green_yang", reliability.categoricalOmega(),
                "omega_semTools", reliability.categoricalOmega());
    }

    private static double or(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
