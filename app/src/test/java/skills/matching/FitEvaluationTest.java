package skills.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skills.taxonomy.Skillset;

/**
 * A small seeded part of {@code ./skills bench fit}, on occupations that were not used to choose
 * the weights.
 */
class FitEvaluationTest {

    private static final int OCCUPATIONS = 150;

    @Test
    void anOccupationIsFoundByHalfOfItsSkillsAndRelatedOnesComeFirst() throws IOException {
        Skillset skillset = EscoFiles.skillset();
        assertThat(skillset.occupations()).isGreaterThan(3000);
        var evaluation = new FitEvaluation(skillset, 20261125);
        List<Map.Entry<String, Rankers.Ranker>> rankers = new Rankers(skillset).all();
        List<Integer> occupations = evaluation.occupations(OCCUPATIONS, false);

        var found = evaluation.leaveOut(rankers, occupations);
        assertThat(mean(found, "fit", "hit1")).isGreaterThan(.93);
        assertThat(mean(found, "fit", "hit10")).isGreaterThan(.97);
        for (String other : List.of("bm25", "overlap"))
            assertThat(mean(found, "fit", "hit10"))
                    .as(other)
                    .isGreaterThanOrEqualTo(mean(found, other, "hit10"));

        var related = evaluation.related(rankers, occupations, EscoFiles.related());
        assertThat(mean(related, "fit", "ndcg10")).isGreaterThan(.3);
        assertThat(mean(related, "fit", "ndcg10"))
                .isGreaterThan(mean(related, "overlap", "ndcg10"));
    }

    private static double mean(
            List<FitEvaluation.Outcome> outcomes, String ranker, String measure) {
        return outcomes.stream()
                .filter(o -> o.ranker().equals(ranker) && o.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .mean();
    }
}
