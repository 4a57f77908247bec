package skills.statistics.causal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import skills.statistics.Unusable;

/**
 * Pairs of one treated and one control person, nearest on the logit of the propensity score,
 * without replacement, treated persons from the largest score down (Austin 2011).
 *
 * @param pairs places of the two, in the order they were made
 * @param caliper largest distance allowed; infinite for none
 */
public record Matching(List<Pair> pairs, double caliper) {

    /**
     * @param distance on the logit
     */
    public record Pair(int treated, int control, double distance) {}

    /**
     * @param share of the standard deviation of the logit over all persons, usually 0.2
     */
    public static Matching withCaliper(double[] scores, boolean[] treated, double share) {
        if (!(share > 0))
            throw new Unusable(Unusable.Reason.OUT_OF_RANGE, "A caliper must be above 0.");
        double[] logit = logits(scores);
        double mean =
                IntStream.range(0, logit.length).mapToDouble(i -> logit[i]).average().orElse(0);
        double ss = 0;
        for (double l : logit) ss += (l - mean) * (l - mean);
        return match(logit, treated, share * Math.sqrt(ss / (logit.length - 1)));
    }

    public static Matching nearest(double[] scores, boolean[] treated) {
        return match(logits(scores), treated, Double.POSITIVE_INFINITY);
    }

    private static double[] logits(double[] scores) {
        double[] logit = new double[scores.length];
        for (int i = 0; i < logit.length; i++)
            logit[i] = Math.log(Unusable.share("A propensity score", scores[i]) / (1 - scores[i]));
        return logit;
    }

    private static Matching match(double[] logit, boolean[] treated, double caliper) {
        Unusable.sameLength("The scores", logit.length, "the groups", treated.length);
        List<Integer> order =
                IntStream.range(0, logit.length)
                        .filter(i -> treated[i])
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -logit[i]))
                        .toList();
        boolean[] taken = new boolean[logit.length];
        List<Pair> pairs = new ArrayList<>();
        for (int t : order) {
            int best = -1;
            for (int c = 0; c < logit.length; c++)
                if (!treated[c]
                        && !taken[c]
                        && (best < 0
                                || Math.abs(logit[c] - logit[t])
                                        < Math.abs(logit[best] - logit[t]))) best = c;
            if (best < 0) break;
            double distance = Math.abs(logit[best] - logit[t]);
            if (distance > caliper) continue;
            taken[best] = true;
            pairs.add(new Pair(t, best, distance));
        }
        return new Matching(List.copyOf(pairs), caliper);
    }
}
