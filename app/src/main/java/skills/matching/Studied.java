package skills.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;

/**
 * A diploma of a person.
 *
 * @param eqf level of the European framework, 1 to 8; null when not told
 * @param leadsTo occupations that it prepares for; empty when not known
 * @param gained false: still expected
 */
record Studied(@Nullable Integer eqf, List<OccupationId> leadsTo, boolean gained) {

    Studied {
        leadsTo = List.copyOf(leadsTo);
    }
}
