package skills.passport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.matching.ExploreView;
import skills.matching.MeterView;
import skills.matching.SearchArea;
import skills.platform.Rosette;
import skills.taxonomy.OccupationId;

/**
 * @param rosette drawn from the passport's own number
 */
record FirstResultView(
        boolean guest,
        int answers,
        List<Skill> found,
        List<Reach> reach,
        ExploreView.@Nullable Job job,
        @Nullable SearchArea area,
        Rosette rosette) {

    /**
     * @param askedIn in how many occupations ESCO asks this skill
     */
    record Skill(Start.Found found, LocalizedText name, int askedIn) {}

    /**
     * @param missing up to two skills that are still missing
     */
    record Reach(
            OccupationId occupation,
            LocalizedText title,
            MeterView meter,
            List<LocalizedText> missing) {}
}
