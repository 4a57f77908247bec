package skills.matching;

import java.util.List;
import skills.consent.MinimumCellSize;

/**
 * Which of the persons who agreed are counted in a figure about their group, so that nobody learns
 * from two figures what one of them can do.
 *
 * <p>Persons are counted by fives, in the order in which they agreed: with 14 who agreed the first
 * 10 count, with 15 all of them. So two figures of one group, whenever they are made, are about the
 * same persons or about sets that differ by at least two: sets of the same size differ by an even
 * number, sets of different size by five or more. A person who takes it back is out at once, and
 * the one who waited next comes in, or four others go out as well. That no figure ever differs from
 * another by one single person is what rounding alone or waiting for the next day would not give:
 * over a border of rounding, or overnight, one person could still be read off. How many agreed is
 * told by fives too.
 *
 * <p>What this does not stop: somebody who counts herself, takes it back and so lets one other in,
 * knows one of the two. That is why {@link GroupDoors} tells doors by fives as well.
 *
 * @param counted the persons that count, first to agree first; none when there are fewer than
 *     {@link MinimumCellSize#PEOPLE}
 * @param needed how many more are needed at most before there is a figure; 0 when there is one
 */
record Cohort<P>(List<P> counted, int needed) {

    /** Persons come and go in figures by so many. */
    static final int STEP = 5;

    Cohort {
        counted = List.copyOf(counted);
    }

    /**
     * @param agreed first to agree first, each once
     */
    static <P> Cohort<P> of(List<P> agreed) {
        int size = agreed.size() - agreed.size() % STEP;
        return MinimumCellSize.allows(size)
                ? new Cohort<>(agreed.subList(0, size), 0)
                : new Cohort<>(List.of(), MinimumCellSize.PEOPLE - size);
    }

    boolean isEnough() {
        return needed == 0;
    }
}
