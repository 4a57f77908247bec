package skills.statistics.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import skills.statistics.adaptive.AdaptiveTest;
import skills.statistics.adaptive.Rules;
import skills.statistics.adaptive.simulation.Simulation;
import skills.statistics.dif.OrdinalDif;
import skills.statistics.factor.OneFactor;
import skills.statistics.factor.OrdinalReliability;
import skills.statistics.irt.Ability;
import skills.statistics.irt.Calibrate;
import skills.statistics.irt.Choice;
import skills.statistics.irt.Eap;
import skills.statistics.irt.GradedResponse;
import skills.statistics.irt.PlackettLuce;
import skills.statistics.irt.ResponsePattern;
import skills.statistics.items.Items;
import skills.statistics.matrix.Symmetric;
import skills.statistics.measurement.Reliability;
import skills.statistics.measurement.ReliableChange;
import skills.statistics.measurement.ScaleScores;

/** The examples of docs/guide/questionnaire-statistics.md, run; the guide shows these lines. */
class QuestionnaireExamplesTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "questionnaire-statistics.md");
    private static final Path SOURCE =
            Path.of(
                    "src",
                    "test",
                    "java",
                    "skills",
                    "statistics",
                    "guide",
                    "QuestionnaireExamplesTest.java");

    private static final double[][] ANSWERS = answers();

    private static double[][] answers() {
        List<GradedResponse> items =
                List.of(
                        GradedResponse.of(1.6, -1, 0, 1),
                        GradedResponse.of(1.2, -.8, .3, 1.2),
                        GradedResponse.of(1.4, -1.2, -.1, .9),
                        GradedResponse.of(1.1, -.6, .4, 1.4));
        Simulation run =
                Simulation.of(items, new Rules(Eap.USUAL, .01, 0, 4, 1, List.of()), 300, 1);
        var random = new java.util.SplittableRandom(2);
        double[][] answers = new double[300][4];
        for (int i = 0; i < 300; i++)
            for (int j = 0; j < 4; j++)
                answers[i][j] =
                        Simulation.answer(
                                items.get(j), run.runs().get(i).truth(), random.nextDouble());
        return answers;
    }

    @Test
    void items() {
        // example: items
        Items items = Items.of(new double[][] {{1, 5, 2}, {4, 2, Double.NaN}, {5, 1, 5}});
        Items keyed = items.reversed(1, 5, 1);
        ScaleScores scores = ScaleScores.mean(keyed, 2);
        System.out.println(scores.scores());
        System.out.println(keyed.complete().dropped());
        // end
        assertThat(scores.scores().get(1)).hasValue(4);
    }

    @Test
    void measurement() {
        // example: measurement
        Reliability reliability = Reliability.of(Items.of(ANSWERS));
        System.out.println(reliability.alpha() + " " + reliability.alphaInterval());
        var change = ReliableChange.onScale(8, 11, reliability.totalSd(), reliability.alpha(), .90);
        System.out.println(change.verdict() + ", needed: " + change.needed());
        // end
        assertThat(reliability.alpha()).isBetween(.5, .9);
        assertThat(change.needed()).isPositive();
    }

    @Test
    void scores() {
        // example: irt, scores with a band
        var items =
                List.of(
                        GradedResponse.of(1.6, -1.9, -.9, .2, 1.3),
                        GradedResponse.of(1.2, -2, -1, 0, 1.5));
        Ability ability = Eap.USUAL.estimate(items, ResponsePattern.of(3, null));
        System.out.println(
                ability.estimate() + " from " + ability.lower() + " to " + ability.upper());
        var choices =
                List.of(
                        Choice.of(List.of("team", "pay", "rest", "learn"), "team", "pay"),
                        Choice.of(List.of("team", "make", "rest", "pay"), "make", "rest"));
        var worths = PlackettLuce.USUAL.fit(choices);
        System.out.println(worths.tiers(.90));
        // end
        assertThat(ability.answered()).isEqualTo(1);
        assertThat(worths.tiers(.90)).isNotEmpty();
    }

    @Test
    void calibration() {
        // example: irt, scaling items on a group
        var calibration = Calibrate.usual(Calibrate.Model.GRADED).fit(Items.of(ANSWERS));
        calibration.items().forEach(System.out::println);
        System.out.println(calibration.logLikelihood() + " " + calibration.convergence());
        // end
        assertThat(calibration.convergence().reached()).isTrue();
    }

    @Test
    void factor() {
        // example: factor
        OneFactor factor = OneFactor.of(Items.of(ANSWERS));
        System.out.println(factor.loadings() + ", omega " + factor.omegaInterval());
        System.out.println("CFI " + factor.fit().cfi() + ", RMSEA " + factor.fit().rmseaInterval());
        OrdinalReliability ordinal = OrdinalReliability.of(Items.of(ANSWERS));
        System.out.println("of the answers themselves: " + ordinal.categoricalOmega());
        // end
        assertThat(factor.proper()).isTrue();
        assertThat(ordinal.categoricalOmega()).isBetween(.4, .95);
    }

    @Test
    void dif() {
        // example: dif
        boolean[] second = new boolean[ANSWERS.length];
        for (int i = 0; i < second.length; i++) second[i] = i % 2 == 1;
        for (OrdinalDif item : OrdinalDif.of(Items.of(ANSWERS), second))
            System.out.printf(
                    "item %d: p %.3f, size %.4f%n", item.item(), item.pBoth(), item.pseudoR2());
        // end
        assertThat(OrdinalDif.of(Items.of(ANSWERS), second)).hasSize(4);
    }

    @Test
    void adaptive() {
        // example: adaptive
        var bank =
                List.of(
                        GradedResponse.of(1.6, -1, 1),
                        GradedResponse.of(1.3, 0, 2),
                        GradedResponse.of(1.1, -2, 0));
        AdaptiveTest test = AdaptiveTest.start(bank, Rules.until(.60, 3));
        while (!test.finished()) test = test.answer(test.next(Math::random).getAsInt(), 1);
        AdaptiveTest resumed = AdaptiveTest.resume(bank, Rules.until(.60, 3), test.answers());
        System.out.println(resumed.ability());
        System.out.println(Simulation.of(bank, Rules.until(.60, 3), 200, 1).exposure());
        // end
        assertThat(resumed.ability()).isEqualTo(test.ability());
    }

    @Test
    void matrix() {
        // example: matrix
        Symmetric matrix = Symmetric.of("The covariance matrix", new double[][] {{4, 2}, {2, 3}});
        System.out.println(matrix.solve(new double[] {1, 0})[0] + " " + matrix.logDeterminant());
        // end
        assertThat(matrix.solve(new double[] {1, 0})[0]).isEqualTo(3 / 8.);
    }

    @Test
    void theGuideShowsTheseExamples() throws IOException {
        List<String> run = new ArrayList<>();
        Matcher example =
                Pattern.compile("// example: [^\n]*\n(.*?)// end", Pattern.DOTALL)
                        .matcher(Files.readString(SOURCE));
        while (example.find()) run.add(plain(example.group(1)));
        List<String> shown = new ArrayList<>();
        Matcher block =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(GUIDE));
        while (block.find()) shown.add(plain(block.group(1)));
        assertThat(shown).isNotEmpty().containsExactlyElementsOf(run);
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }
}
