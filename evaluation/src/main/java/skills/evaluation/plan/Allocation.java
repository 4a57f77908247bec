package skills.evaluation.plan;

import java.util.List;

/**
 * How it is decided who gets which arm.
 *
 * @param strata columns of what is known beforehand, within which the arms are balanced; with pairs
 *     the units of a pair are sought within a stratum
 * @param blockSizes sizes of the permuted blocks, each drawn with equal chance; multiples of the
 *     sum of the arms' shares; empty with pairs and without a lot
 */
public record Allocation(Unit unit, Method method, List<String> strata, List<Integer> blockSizes) {

    public Allocation {
        strata = List.copyOf(strata);
        blockSizes = List.copyOf(blockSizes);
    }

    /** What is allocated as a whole. */
    public enum Unit {
        PERSON,
        CLASS
    }

    public enum Method {
        /** By lot in permuted blocks, within each stratum. */
        BLOCKS,
        /** By lot within pairs of units that are alike. */
        PAIRS,
        /** Somebody chose: then the study is no experiment, whatever else is done well. */
        CHOSEN
    }

    public boolean isByLot() {
        return method != Method.CHOSEN;
    }
}
