package skills.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfile;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.Skill;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Ties the suggestions of a report to the skills and occupations of the passport. */
@Component
class Tips {

    private final OccupationProfiles occupations;
    private final Skills skills;

    Tips(OccupationProfiles occupations, Skills skills) {
        this.occupations = occupations;
        this.skills = skills;
    }

    /** By scale; a scale without suggestions is not in it. */
    Map<String, List<ResultsView.Tip>> of(ScoreReport report) {
        Map<String, List<ResultsView.Tip>> tips = new HashMap<>();
        for (Finding finding : report.findings())
            if (!finding.suggestions().isEmpty())
                tips.put(
                        finding.scale().id(),
                        finding.suggestions().stream().map(this::tip).toList());
        return tips;
    }

    private ResultsView.Tip tip(ReportText.Suggestion suggestion) {
        Optional<SkillId> skill = occupations.skillByKey(suggestion.skill());
        Optional<OccupationId> occupation = occupations.bySlug(suggestion.occupation());
        return new ResultsView.Tip(
                suggestion.text(),
                skill.orElse(null),
                skill.flatMap(skills::find).map(Skill::name).orElse(null),
                occupation.orElse(null),
                occupation
                        .flatMap(occupations::written)
                        .map(OccupationProfile::title)
                        .orElse(null));
    }
}
