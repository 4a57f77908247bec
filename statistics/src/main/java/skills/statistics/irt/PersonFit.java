package skills.statistics.irt;

import java.util.List;
import skills.statistics.Unusable;

/**
 * Whether a person's answers fit the model: lz of Drasgow, Levine and Williams (1985),
 * doi:10.1111/j.2044-8317.1985.tb00817.x: the log likelihood of the answers less its expectation,
 * over its standard deviation. Low values are unlikely patterns. With theta estimated from the same
 * answers its spread is below 1, so that few persons pass any limit: a sign for researchers, no
 * verdict on a person.
 *
 * @param logLikelihood of the answers at theta
 * @param expected mean of the log likelihood at theta
 * @param deviation standard deviation of the log likelihood at theta, above 0
 * @param lz (logLikelihood - expected) / deviation
 * @param answered number of answers
 */
public record PersonFit(
        double logLikelihood, double expected, double deviation, double lz, int answered) {

    /**
     * @param theta where the person stands, finite
     * @throws Unusable when there is no answer, or the answers are certain at theta
     */
    public static PersonFit at(double theta, List<? extends Item> items, ResponsePattern pattern) {
        Eap.check(items, pattern);
        Unusable.finite("Theta", new double[] {theta});
        Unusable.atLeast(1, pattern.answered(), "answers");
        double log = 0;
        double expected = 0;
        double variance = 0;
        for (int j = 0; j < items.size(); j++) {
            Integer answer = pattern.answers().get(j);
            if (answer == null) continue;
            Item item = items.get(j);
            log += item.logProbability(answer, theta);
            double mean = 0;
            double square = 0;
            for (int k = 0; k < item.categories(); k++) {
                double l = item.logProbability(k, theta);
                mean += Math.exp(l) * l;
                square += Math.exp(l) * l * l;
            }
            expected += mean;
            variance += square - mean * mean;
        }
        if (!(variance > 1e-12))
            throw new Unusable(
                    Unusable.Reason.CONSTANT,
                    "At theta %s every answer is certain: nothing can misfit.".formatted(theta));
        double deviation = Math.sqrt(variance);
        return new PersonFit(
                log, expected, deviation, (log - expected) / deviation, pattern.answered());
    }
}
