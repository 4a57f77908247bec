package skills.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Whether the order of drives comes out as it went in: simulated persons with known orders, through
 * the blocks that ship and the application's own scoring. What comes out is written to
 * docs/validation/drives.md.
 */
class DrivesRecoveryTest {

    private static final Path PAGE = Path.of("../docs/validation/drives.md");
    private static final int TAPPERS = 200;

    private final Instrument drives = Shipped.read(Questionnaires.DRIVES);

    private record Known(String scale, double truth, ScaleScore score) {}

    @Test
    void knownOrdersComeBackAndTheBandsHoldWhatTheySay() throws IOException {
        List<Double> correlations = new ArrayList<>();
        int bands = 0;
        int inside = 0;
        int told = 0;
        int right = 0;
        int pairs = 0;
        int above = 0;
        int aboveRight = 0;
        int topFound = 0;
        int agree = 0;
        double width = 0;
        for (Simulated.Scored one : Simulated.thousand(drives)) {
            List<Known> all =
                    one.scores().scales().stream()
                            .map(s -> new Known(s.scale(), one.person().truth().get(s.scale()), s))
                            .toList();
            correlations.add(spearman(all));
            for (Known k : all) {
                bands++;
                width += k.score.upper() - k.score.lower();
                if (k.truth >= k.score.lower() && k.truth <= k.score.upper()) inside++;
                if (k.score.lower() > 0) {
                    above++;
                    if (k.truth > 0) aboveRight++;
                }
                for (Known other : all)
                    if (k.score.place() < other.score.place()) {
                        told++;
                        if (k.truth > other.truth) right++;
                    }
            }
            pairs += all.size() * (all.size() - 1) / 2;
            Known best = all.stream().max(Comparator.comparingDouble(Known::truth)).orElseThrow();
            if (best.score.place() == 1) topFound++;
            if (one.scores().agreement().isBeyondChance()) agree++;
        }
        int chance = tappersThatAgree();
        int people = correlations.size();
        correlations.sort(Comparator.naturalOrder());
        double mean = correlations.stream().mapToDouble(v -> v).average().orElseThrow();
        double coverage = (double) inside / bands;
        String page =
                String.format(
                        Locale.ROOT,
                        """
                # Drives: does a known order come back?

                Written by `DrivesRecoveryTest` at each run; the same seed gives the same numbers. %d simulated persons, ten worths drawn standard normal and centred on the person's mean, choices of the most and the least important drawn by Plackett and Luce through the 15 blocks that ship, scored by the application.

                | what | outcome |
                |---|---|
                | rank correlation of the true and the estimated order, mean | %.3f |
                | the same: 5%%, half, 95%% of the persons have at most | %.3f, %.3f, %.3f |
                | 90%% bands that hold the true worth | %.1f%% of %,d |
                | mean width of a band, in log worth | %.2f |
                | pairs that get different places | %.1f%% of %,d |
                | of these, pairs in the true order | %.1f%% |
                | drives said to lie above the person's mean | %.2f a person, %.1f%% of them truly |
                | persons whose true first drive is on the first place, alone or shared | %.1f%% |
                | persons whose choices agree beyond chance (p at most 0.05) | %.1f%% |
                | the same for %d who tap at random | %.1f%% |

                The bands rest on a normal prior with deviation 2 and on the curvature at the maximum. True worths of real persons may be spread less or more than standard normal; with less spread more drives share a place.
                """,
                        people,
                        mean,
                        correlations.get(people / 20),
                        correlations.get(people / 2),
                        correlations.get(people * 19 / 20),
                        100 * coverage,
                        bands,
                        width / bands,
                        100.0 * told / pairs,
                        pairs,
                        100.0 * right / told,
                        (double) above / people,
                        100.0 * aboveRight / above,
                        100.0 * topFound / people,
                        100.0 * agree / people,
                        TAPPERS,
                        100.0 * chance / TAPPERS);
        System.out.println(page);
        if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page))
            Files.writeString(PAGE, page);
        assertThat(mean).isGreaterThan(.75);
        assertThat(coverage).isBetween(.87, .96);
        assertThat((double) right / told).isGreaterThan(.9);
        assertThat((double) chance / TAPPERS).isLessThan(.10);
    }

    private int tappersThatAgree() {
        RandomGenerator random = Simulated.seeded(7);
        int agree = 0;
        for (int person = 0; person < TAPPERS; person++) {
            Map<String, Answer> answers = new HashMap<>();
            for (Instrument.Block block : drives.blocks()) {
                int best = random.nextInt(4);
                answers.put(
                        block.id(), new Answer.BestWorst(best, (best + 1 + random.nextInt(3)) % 4));
            }
            if (Scorer.score(drives, answers).agreement().isBeyondChance()) agree++;
        }
        return agree;
    }

    /** No ties: worths and estimates are continuous. */
    private static double spearman(List<Known> all) {
        List<String> truth =
                all.stream()
                        .sorted(Comparator.comparingDouble(Known::truth))
                        .map(Known::scale)
                        .toList();
        List<String> found =
                all.stream()
                        .sorted(Comparator.comparingDouble((Known k) -> k.score.estimate()))
                        .map(Known::scale)
                        .toList();
        double squares = 0;
        for (int i = 0; i < truth.size(); i++) {
            double d = i - found.indexOf(truth.get(i));
            squares += d * d;
        }
        int n = truth.size();
        return 1 - 6 * squares / (n * (n * (double) n - 1));
    }
}
