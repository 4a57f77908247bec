package skills.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skillset;

/** The rule of what is within reach, over the taxonomies as they are loaded now. */
@Component
class Reaches {

    private final SkillTable table;
    private final OccupationProfiles profiles;
    private volatile @Nullable Reach reach;

    Reaches(SkillTable table, OccupationProfiles profiles) {
        this.table = table;
        this.profiles = profiles;
    }

    Reach now() {
        return of(table.now());
    }

    /** Over a table that somebody holds already. */
    Reach of(Skillset all) {
        Reach known = reach;
        if (known != null && known.all() == all) return known;
        Reach made = new Reach(all, Set.copyOf(profiles.written()));
        reach = made;
        return made;
    }
}
