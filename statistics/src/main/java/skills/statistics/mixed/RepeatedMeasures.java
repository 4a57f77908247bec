package skills.statistics.mixed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import skills.statistics.Coefficient;
import skills.statistics.Convergence;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.design.Design;
import skills.statistics.matrix.Cholesky;
import skills.statistics.matrix.LeastSquares;
import skills.statistics.matrix.Matrix;
import skills.statistics.matrix.Triangle;

/**
 * A mixed model for repeated measures (MMRM): each person has one value at most at each occasion,
 * and the covariance of the occasions is free (Mallinckrodt and others 2008). By REML and Fisher
 * scoring.
 *
 * @param coefficients with Satterthwaite's degrees of freedom
 * @param occasions in the order of {@code covariance}
 */
public record RepeatedMeasures(
        int n,
        int persons,
        List<Coefficient> coefficients,
        List<TermTest> typeThree,
        List<String> occasions,
        Matrix covariance,
        double logLikelihood,
        Convergence convergence,
        List<Dropped> dropped) {

    /**
     * @param person and
     * @param occasion one name for each case
     * @throws Unusable when a person has two values at an occasion, or two occasions share no
     *     person
     */
    public static RepeatedMeasures fit(
            Design design, double[] outcome, String[] person, String[] occasion, double level) {
        Unusable.sameLength("The persons", person.length, "the design", design.cases());
        Unusable.sameLength("The occasions", occasion.length, "the design", design.cases());
        Design.Complete complete = design.complete(Map.of("The outcome", outcome));
        int[] rows = complete.rows();
        Map<String, Map<Integer, Integer>> members = new LinkedHashMap<>();
        List<String> occasions =
                IntStream.of(rows).mapToObj(i -> occasion[i]).distinct().sorted().toList();
        for (int i = 0; i < rows.length; i++) {
            int when = occasions.indexOf(occasion[rows[i]]);
            if (members.computeIfAbsent(person[rows[i]], k -> new TreeMap<>()).put(when, i) != null)
                throw new Unusable(
                        Unusable.Reason.DUPLICATE,
                        "%s has two values at occasion %s."
                                .formatted(person[rows[i]], occasion[rows[i]]));
        }
        Matrix x = complete.design().matrix();
        double[] y = IntStream.of(rows).mapToDouble(i -> outcome[i]).toArray();
        double[] plain = LeastSquares.of(x, y, complete.design().columns()).solution();
        double[] fitted = x.times(plain);
        int t = occasions.size();
        double[] rest = new double[y.length];
        for (int i = 0; i < rest.length; i++) rest[i] = y[i] - fitted[i];
        Map<List<Integer>, PatternModel.Pattern> patterns = new LinkedHashMap<>();
        double[] sums = new double[t * (t + 1) / 2];
        int[] pairs = new int[sums.length];
        for (Map<Integer, Integer> of : members.values()) {
            int[] when = of.keySet().stream().mapToInt(i -> i).toArray();
            int[] at = of.values().stream().mapToInt(i -> i).toArray();
            for (int a = 0; a < at.length; a++)
                for (int b = 0; b < at.length; b++)
                    if (when[b] <= when[a]) {
                        sums[Triangle.place(when[a], when[b])] += rest[at[a]] * rest[at[b]];
                        pairs[Triangle.place(when[a], when[b])]++;
                    }
            patterns.computeIfAbsent(
                            List.copyOf(of.keySet()),
                            k -> new PatternModel.Pattern(when, x.columns()))
                    .add(x, rest, at);
        }
        for (int a = 0; a < t; a++)
            for (int b = 0; b <= a; b++)
                if (pairs[Triangle.place(a, b)] < 2)
                    throw new Unusable(
                            Unusable.Reason.TOO_FEW,
                            "Occasions %s and %s share fewer than two persons, so how they go together cannot be seen."
                                    .formatted(occasions.get(b), occasions.get(a)));
        PatternModel model =
                new PatternModel(List.copyOf(patterns.values()), x.columns(), rest.length);
        double[] gamma = new double[sums.length];
        for (int r = 0; r < gamma.length; r++) gamma[r] = sums[r] / pairs[r];
        Optional<At> first = model.at(gamma);
        if (first.isEmpty()) {
            // Pairwise covariances need not fit together; variances alone always do.
            for (int a = 0; a < t; a++) for (int b = 0; b < a; b++) gamma[Triangle.place(a, b)] = 0;
            first = model.at(gamma);
        }
        At at =
                first.orElseThrow(
                        () ->
                                new Unusable(
                                        Unusable.Reason.CONSTANT,
                                        "At some occasion the predictors explain everything; no variance is left."));
        int steps = 0;
        double criterion = Double.POSITIVE_INFINITY;
        for (; steps < 100 && criterion > 1e-12; steps++) {
            double[] move =
                    Cholesky.of(at.expected())
                            .orElseThrow(
                                    () ->
                                            new Unusable(
                                                    Unusable.Reason.NO_CONVERGENCE,
                                                    "The covariance of the occasions cannot be estimated from these data."))
                            .solve(at.gradient());
            criterion = Math.abs(Matrix.dot(move, at.gradient()));
            Optional<At> next = Optional.empty();
            for (double share = 1; share > 1e-6 && next.isEmpty(); share /= 2) {
                double[] there = at.gamma().clone();
                for (int r = 0; r < there.length; r++) there[r] -= share * move[r];
                double before = at.deviance();
                next = model.at(there).filter(to -> to.deviance() <= before + 1e-9);
            }
            if (next.isEmpty()) break;
            at = next.get();
        }
        At end = at.plus(plain);
        Inference inference = new Inference(end, IntStream.range(0, gamma.length).toArray());
        return new RepeatedMeasures(
                rows.length,
                members.size(),
                inference.coefficients(complete.design().columns(), level),
                inference.typeThree(complete.design()),
                occasions,
                Matrix.of(t, t, (i, j) -> end.gamma()[Triangle.place(i, j)]),
                -end.deviance() / 2,
                new Convergence(criterion <= 1e-8, steps, criterion),
                complete.dropped());
    }
}
