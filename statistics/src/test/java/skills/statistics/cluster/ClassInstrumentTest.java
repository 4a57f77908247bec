package skills.statistics.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import skills.statistics.Progress;
import skills.statistics.causal.Instrument;
import skills.statistics.design.Design;

class ClassInstrumentTest {

    /** Classes of one person are persons: without covariates the set is that of persons. */
    @Test
    void classesOfOneArePersons() {
        Random random = new Random(4);
        int n = 60;
        double[] y = new double[n];
        double[] use = new double[n];
        double[] given = new double[n];
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = "c" + i;
            given[i] = i % 2;
            use[i] = i % 2 == 1 && random.nextDouble() < .6 ? 1 : 0;
            y[i] = use[i] * .8 + random.nextGaussian();
        }
        ClassInstrument classes = ClassInstrument.of(Design.of(n), y, use, names, given, .95);
        Instrument persons = Instrument.of(Design.of(n), y, use, given, .95);
        assertThat(classes.estimate()).isEqualTo(persons.effect().estimate(), within(1e-9));
        assertThat(classes.f()).isEqualTo(persons.f(), within(1e-7));
        var a = ((Instrument.ConfidenceSet.Bounded) classes.set()).interval();
        var b = ((Instrument.ConfidenceSet.Bounded) persons.andersonRubin()).interval();
        assertThat(a.low()).isEqualTo(b.low(), within(1e-9));
        assertThat(a.high()).isEqualTo(b.high(), within(1e-9));
    }

    /** Likeness in classes: the set of classes holds the truth at its rate, that of persons not. */
    @Test
    void onlyTheSetOfClassesKeepsItsLevel() {
        Random random = new Random(5);
        int studies = 400;
        int classes = 12;
        int size = 10;
        int held = 0;
        int heldByPersons = 0;
        for (int s = 0; s < studies; s++) {
            int n = classes * size;
            double[] y = new double[n];
            double[] use = new double[n];
            double[] given = new double[n];
            String[] names = new String[n];
            for (int c = 0; c < classes; c++) {
                double of = .5 * random.nextGaussian();
                for (int i = c * size; i < (c + 1) * size; i++) {
                    names[i] = "c" + c;
                    given[i] = c % 2;
                    use[i] = c % 2 == 1 && random.nextDouble() < .6 ? 1 : 0;
                    y[i] = use[i] * .5 + of + random.nextGaussian();
                }
            }
            if (holds(ClassInstrument.of(Design.of(n), y, use, names, given, .95).set())) held++;
            if (holds(Instrument.of(Design.of(n), y, use, given, .95).andersonRubin()))
                heldByPersons++;
        }
        double error = Math.sqrt(.95 * .05 / studies);
        assertThat((double) held / studies).isEqualTo(.95, within(3 * error));
        assertThat((double) heldByPersons / studies).isLessThan(.85);
    }

    private static boolean holds(Instrument.ConfidenceSet set) {
        return switch (set) {
            case Instrument.ConfidenceSet.Bounded b -> b.interval().holds(.5);
            case Instrument.ConfidenceSet.TwoRays r -> r.upTo() >= .5 || r.from() <= .5;
            case Instrument.ConfidenceSet.WholeLine w -> true;
        };
    }

    /** Drawn and counted permutations agree where both can be had. */
    @Test
    void drawnPermutationsComeCloseToAllOfThem() {
        Random random = new Random(6);
        int n = 12;
        double[] y = new double[n];
        double[] given = new double[n];
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = "c" + i;
            given[i] = i % 2;
            y[i] = .9 * given[i] + random.nextGaussian();
        }
        Classes classes = Classes.of(Design.of(n), y, names, given);
        double all = classes.permutation().p();
        Classes.Permutation drawn = classes.drawnPermutation(20_000, 1, Progress.NONE);
        assertThat(drawn.p()).isEqualTo(all, within(.012));
        assertThat(drawn.allocations()).isEqualTo(20_001);
        assertThat(drawn).isEqualTo(classes.drawnPermutation(20_000, 1, Progress.NONE));
    }
}
