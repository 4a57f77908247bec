package skills.statistics.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import skills.statistics.Unusable;
import skills.statistics.items.Items;

/**
 * Scale scores: the mean of the answers that a person gave to the keyed items.
 *
 * @param scores of each person; absent when fewer than {@code least} items were answered
 * @param least answers needed for a score
 */
public record ScaleScores(List<OptionalDouble> scores, int least) {

    public ScaleScores {
        scores = List.copyOf(scores);
    }

    /**
     * @param least 1 to the number of items
     * @throws Unusable when least is outside that
     */
    public static ScaleScores mean(Items items, int least) {
        if (least < 1 || least > items.items())
            throw new Unusable(
                    Unusable.Reason.OUT_OF_RANGE,
                    "The answers needed must lie from 1 to %d items, not %d."
                            .formatted(items.items(), least));
        return new ScaleScores(
                IntStream.range(0, items.persons())
                        .mapToObj(i -> score(items.person(i), least))
                        .toList(),
                least);
    }

    private static OptionalDouble score(double[] answers, int least) {
        double[] given = Arrays.stream(answers).filter(v -> !Double.isNaN(v)).toArray();
        return given.length < least
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(given).sum() / given.length);
    }

    /** The scores that there are, in the order of the persons. */
    public double[] present() {
        return scores.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }
}
