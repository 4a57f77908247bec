package skills.evaluation.pool;

import java.util.List;
import java.util.Objects;

/**
 * What an installation tells: nothing about any person.
 *
 * @param planHash fingerprint of the frozen plan
 * @param installation its name, as others will see it
 * @param byLot whether the arms came out of a logged lot
 * @param outcomes ids of the scales
 * @param sd standard deviation of the first wave within the arms, in points, of each outcome
 * @param merged classes that were too small and are told of together with others of their school
 *     and arm
 * @param leftOutClasses too small even so; @param leftOutPersons in these
 */
public record PoolContent(
        String planHash,
        String installation,
        boolean byLot,
        List<String> outcomes,
        List<Double> sd,
        List<ClassSummary> classes,
        int merged,
        int leftOutClasses,
        int leftOutPersons) {

    public PoolContent {
        Objects.requireNonNull(planHash);
        Objects.requireNonNull(installation);
        outcomes = List.copyOf(outcomes);
        sd = List.copyOf(sd);
        classes = List.copyOf(classes);
    }
}
