package skills.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against values reckoned by hand. */
class RankMetricsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void oneQuery() {
        // Right: b (2), d (1) and z, which is never found.
        RankMetrics m =
                RankMetrics.of(
                        List.of("a", "b", "c", "d", "e", "f"),
                        List.of("A", "C", "B"),
                        Map.of("b", 2, "d", 1, "z", 1),
                        Set.of("B", "Z"));
        assertThat(m.mrr()).isEqualTo(0.5, CLOSE);
        assertThat(m.mrrConcept()).isEqualTo(1.0 / 3, CLOSE);
        assertThat(m.map()).isEqualTo((1.0 / 2 + 2.0 / 4) / 3, CLOSE);
        // Gains 3 at rank 2 and 1 at rank 4, against 3, 1, 1 at ranks 1, 2, 3.
        double gained = 3 / 1.584962500721156 + 1 / 2.321928094887362;
        double best = 3 + 1 / 1.584962500721156 + 1 / 2.0;
        assertThat(m.ndcg5()).isEqualTo(gained / best, CLOSE);
        assertThat(m.hit1()).isZero();
        assertThat(m.hit5()).isEqualTo(1);
    }

    @Test
    void nothingFoundIsWorthNothing() {
        RankMetrics m = RankMetrics.of(List.of("a"), List.of("A"), Map.of("b", 1), Set.of("B"));
        assertThat(m).isEqualTo(new RankMetrics(1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aHitAtTenIsNoHitAtFive() {
        RankMetrics m =
                RankMetrics.of(
                        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "x"),
                        List.of("X"),
                        Map.of("x", 1),
                        Set.of("X"));
        assertThat(m.hit5()).isZero();
        assertThat(m.hit10()).isEqualTo(1);
        assertThat(m.mrr()).isEqualTo(0.1, CLOSE);
        assertThat(m.ndcg5()).isZero();
    }

    @Test
    void theMeanCountsEachQueryOnce() {
        RankMetrics one = RankMetrics.of(List.of("a"), List.of("A"), Map.of("a", 1), Set.of("A"));
        RankMetrics none = RankMetrics.of(List.of("a"), List.of("A"), Map.of("b", 1), Set.of("B"));
        RankMetrics mean =
                RankMetrics.mean(List.of(RankMetrics.mean(List.of(one, one, one)), none));
        assertThat(mean.queries()).isEqualTo(4);
        assertThat(mean.mrr()).isEqualTo(0.75, CLOSE);
        assertThat(RankMetrics.mean(List.of()).mrr()).isZero();
    }
}
