package skills.statistics.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import skills.statistics.Dropped;
import skills.statistics.Unusable;
import skills.statistics.distribution.Tail;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;

/**
 * Signs of careless responding, for researchers: Meade and Craig (2012), doi:10.1037/a0028085. No
 * sign proves carelessness and none may be used against a person.
 *
 * @param persons the complete persons, in their order
 * @param dropped persons left out, and why
 */
public record CarelessResponding(List<Person> persons, List<Dropped> dropped) {

    /**
     * @param place in the data, from 0
     * @param longString longest run of the same answer in the order of the items
     * @param variability standard deviation of the person's own answers (divisor items - 1)
     * @param mahalanobis squared distance from the mean of all
     * @param mahalanobisP its tail in the chi-squared distribution with one df an item
     * @param evenOdd agreement of the two halves of each scale over the scales, stepped up by
     *     Spearman-Brown and not below -1; absent where one half is the same for all scales
     */
    public record Person(
            int place,
            int longString,
            double variability,
            double mahalanobis,
            double mahalanobisP,
            OptionalDouble evenOdd) {}

    /**
     * @param raw answers as they were given, in the order of the items
     * @param lowest lowest answer of the scale
     * @param highest highest answer of the scale
     * @param reversed places of the items keyed the other way
     * @param scales places of the items of each scale; at least two scales of two items
     * @throws Unusable when there are too few scales or items, or an item follows from the others
     */
    public static CarelessResponding of(
            Items raw, double lowest, double highest, int[] reversed, List<int[]> scales) {
        Unusable.atLeast(2, scales.size(), "scales");
        for (int[] scale : scales) Unusable.atLeast(2, scale.length, "items in each scale");
        Items complete = raw.complete();
        Items keyed = complete.reversed(lowest, highest, reversed);
        double[] mean = complete.means();
        Symmetric s = Symmetric.of("The covariance matrix of the items", complete.covariance());
        List<Person> persons = new ArrayList<>();
        int row = 0;
        for (int place = 0; place < raw.persons(); place++) {
            double[] answers = raw.person(place);
            if (Arrays.stream(answers).anyMatch(Double::isNaN)) continue;
            double[] off =
                    IntStream.range(0, mean.length)
                            .mapToDouble(j -> answers[j] - mean[j])
                            .toArray();
            double[] solved = s.solve(off);
            double distance =
                    IntStream.range(0, off.length).mapToDouble(j -> off[j] * solved[j]).sum();
            persons.add(
                    new Person(
                            place,
                            longString(answers),
                            deviation(answers),
                            distance,
                            Tail.chiSquared(distance, off.length),
                            evenOdd(keyed.person(row++), scales)));
        }
        return new CarelessResponding(List.copyOf(persons), complete.dropped());
    }

    private static int longString(double[] answers) {
        int longest = 0;
        int run = 0;
        for (int j = 0; j < answers.length; j++) {
            run = j > 0 && answers[j] == answers[j - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static double deviation(double[] answers) {
        double mean = Arrays.stream(answers).average().orElse(0);
        double sum = Arrays.stream(answers).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(sum / (answers.length - 1));
    }

    private static OptionalDouble evenOdd(double[] keyed, List<int[]> scales) {
        double[] odd = new double[scales.size()];
        double[] even = new double[scales.size()];
        for (int s = 0; s < odd.length; s++) {
            int[] scale = scales.get(s);
            for (int i = 0; i < scale.length; i++) {
                int size = i % 2 == 0 ? (scale.length + 1) / 2 : scale.length / 2;
                if (i % 2 == 0) odd[s] += keyed[scale[i]] / size;
                else even[s] += keyed[scale[i]] / size;
            }
        }
        OptionalDouble r = Profiles.correlation(odd, even);
        return r.isEmpty()
                ? r
                : OptionalDouble.of(Math.max(-1, 2 * r.getAsDouble() / (1 + r.getAsDouble())));
    }
}
