package skills.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import skills.taxonomy.SkillTable;
import skills.taxonomy.Skillset;
import skills.vacancy.Requirement;
import skills.vacancy.RequirementWeights;

/** Tells the index of vacancies what each requirement counts for in a fit. */
@Component
class FitShares implements RequirementWeights {

    private final SkillTable table;

    FitShares(SkillTable table) {
        this.table = table;
    }

    @Override
    public String version() {
        return Integer.toHexString(
                Arrays.stream(FitWeight.values())
                        .map(w -> w + "=" + w.value())
                        .collect(Collectors.joining(","))
                        .hashCode());
    }

    /**
     * With the weight that every list of skills gets without evidence, as {@link Fitter} has it.
     */
    @Override
    public double[] shares(List<Requirement> requirements) {
        Skillset skillset = table.now();
        double[] shares = new double[requirements.size()];
        double all = FitWeight.CAUTION.value();
        for (int i = 0; i < shares.length; i++) {
            Requirement r = requirements.get(i);
            int s = skillset.at(r.skill());
            shares[i] = FitWork.weight(r.must(), r.origin(), s < 0 ? 1 : skillset.rarity(s));
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) shares[i] /= all;
        return shares;
    }
}
