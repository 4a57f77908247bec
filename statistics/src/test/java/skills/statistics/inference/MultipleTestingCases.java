package skills.statistics.inference;

import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Tolerance;

public final class MultipleTestingCases implements CaseSet {
    @Override
    public void register(Cases cases) {
        cases.covers(
                "padjust",
                Tolerance.relative(1e-12),
                Change.inline("/expected/p", 3, .05),
                (given, found) -> {
                    double[] p = given.numbers("/expected/p");
                    found.leftOut("/p", "input");
                    found.leftOut("/with_na/p", "input");
                    found.numbers("/bonferroni", MultipleTesting.BONFERRONI.adjust(p));
                    found.numbers("/holm", MultipleTesting.HOLM.adjust(p));
                    found.numbers("/hochberg", MultipleTesting.HOCHBERG.adjust(p));
                    found.numbers("/BH", MultipleTesting.BENJAMINI_HOCHBERG.adjust(p));
                    found.numbers("/BY", MultipleTesting.BENJAMINI_YEKUTIELI.adjust(p));
                    double[] some = given.numbers("/expected/with_na/p");
                    double[] holm = MultipleTesting.HOLM.adjust(some);
                    double[] bh = MultipleTesting.BENJAMINI_HOCHBERG.adjust(some);
                    for (int i : new int[] {0, 2, 3}) {
                        found.number("/with_na/holm/" + i, holm[i]);
                        found.number("/with_na/BH/" + i, bh[i]);
                    }
                    found.behaves(
                            "a missing p stays missing",
                            Double.isNaN(holm[1]) && Double.isNaN(bh[1]));
                });
    }
}
