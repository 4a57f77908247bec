package skills.evaluation.pool;

import java.util.List;
import java.util.Objects;

/**
 * What is told of one class. It is not named: schools and classes are numbered.
 *
 * @param school "S1", within the file; @param unit "C1", within the school
 * @param arm id in the plan
 * @param n persons with first and last wave of every primary outcome, at least {@link
 *     Summaries#SMALLEST}
 * @param means of the last wave, as if the class had started where the installation did, in points,
 *     in the order of the file's outcomes
 * @param covariance of these within the class, over n - 1; as many rows and columns
 */
public record ClassSummary(
        String school,
        String unit,
        String arm,
        boolean offered,
        int n,
        List<Double> means,
        List<List<Double>> covariance) {

    public ClassSummary {
        Objects.requireNonNull(school);
        means = List.copyOf(means);
        covariance = covariance.stream().map(List::copyOf).toList();
    }
}
