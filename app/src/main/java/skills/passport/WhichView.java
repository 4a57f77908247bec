package skills.passport;

import java.util.List;
import java.util.Map;
import skills.taxonomy.Occupation;
import skills.taxonomy.OccupationId;

/**
 * @param leads occupations that the course leads to, closest first; may be empty
 */
record WhichView(
        String chosen, Map<OccupationId, Occupation> occupations, List<OccupationId> leads) {}
