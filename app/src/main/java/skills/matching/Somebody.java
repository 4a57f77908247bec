package skills.matching;

import java.util.Set;
import skills.taxonomy.OccupationId;

/**
 * A person as she is now, gathered once for everything that one page asks.
 *
 * @param hidden occupations that she hid
 */
record Somebody(Person person, Fitter fitter, Set<OccupationId> hidden) {}
