package skills.statistics.inference;

import java.util.Arrays;
import java.util.Objects;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;
import skills.statistics.reference.Tolerance;

/** Cross tables. */
public final class TableCases implements CaseSet {
    private static final Tolerance FISHER = Tolerance.relative(1e-4);

    @Override
    public void register(Cases cases) {
        Tolerance usual = Tolerance.relative(1e-8);
        cases.covers(
                "crosstab.2x2.small",
                usual,
                Change.inline("cells", 1, 4),
                (given, found) -> {
                    double[] c = given.values("cells", 7, 3, 2, 11);
                    table(found, new int[][] {{(int) c[0], (int) c[1]}, {(int) c[2], (int) c[3]}});
                });
        cases.covers(
                "attrition.brandsma.crosstab",
                usual,
                Change.cell("brandsma.csv", 0, "min", 0),
                (given, found) -> {
                    int[][] counts = new int[2][2];
                    Table table = given.table("brandsma.csv");
                    for (int i = 0; i < table.size(); i++) {
                        Table.Row row = table.row(i);
                        if (Arrays.stream(new String[] {"iqv", "ses", "lpr", "min", "sex"})
                                .anyMatch(c -> Double.isNaN(row.number(c)))) continue;
                        counts[(int) row.number("min")][Double.isNaN(row.number("lpo")) ? 1 : 0]++;
                    }
                    table(found, counts);
                });
        cases.covers(
                "study.attrition.crosstab",
                usual,
                Change.cell(Study.PEOPLE, 1, "offered", 1),
                (given, found) -> {
                    Study study = new Study(given);
                    int[][] counts = new int[2][2];
                    for (int i = 0; i < study.people().size(); i++)
                        if (study.answered(i, 1))
                            counts[(int) study.number("offered")[i]][
                                    study.answered(i, 3) ? 0 : 1]++;
                    table(found, counts);
                });
        cases.covers(
                "crosstab.survey",
                usual,
                Change.cell("survey.csv", 0, "Exer", "None"),
                TableCases::survey);
    }

    private static void survey(Given given, Found found) {
        Table table = given.table("survey.csv");
        String[] rows = levels(table, "Smoke");
        String[] columns = levels(table, "Exer");
        int[][] counts = new int[rows.length][columns.length];
        for (int i = 0; i < table.size(); i++) {
            String smoke = table.row(i).text("Smoke");
            String exer = table.row(i).text("Exer");
            if (smoke != null && exer != null)
                counts[Arrays.asList(rows).indexOf(smoke)][Arrays.asList(columns).indexOf(exer)]++;
        }
        Crosstab tab = Crosstab.of(counts);
        common(found, tab);
        found.number("/fisher/p", tab.fisher().p(), Tolerance.relative(1e-6));
    }

    private static String[] levels(Table table, String column) {
        return Arrays.stream(table.texts(column))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static void common(Found found, Crosstab tab) {
        for (int i = 0; i < tab.table().length; i++)
            for (int j = 0; j < tab.table()[i].length; j++)
                found.number("/table/" + i + "/" + j, tab.table()[i][j], Tolerance.exact());
        found.number("/chisq", tab.chiSquared());
        found.number("/df", tab.df());
        found.number("/p", tab.p());
        found.number("/cramers_v", tab.cramersV());
        found.number("/min_expected", tab.minExpected());
        found.number("/g2", tab.g2());
    }

    private static void table(Found found, int[][] counts) {
        Crosstab tab = Crosstab.of(counts);
        common(found, tab);
        Crosstab.TwoByTwo two = tab.twoByTwo().orElseThrow();
        found.number("/yates/chisq", two.yates());
        found.number("/yates/p", two.yatesP());
        FisherExact fisher = tab.fisher();
        found.number("/fisher/p", fisher.p());
        var odds = fisher.oddsRatio().orElseThrow();
        found.number("/fisher/or_conditional_mle", odds.estimate(), FISHER);
        // R finds these limits to within eps^0.25 only: docs/validation/fisher-interval.md.
        found.number("/fisher/ci95/0", odds.interval().low(), rootOfR(odds.interval().low()));
        found.number("/fisher/ci95/1", odds.interval().high(), rootOfR(odds.interval().high()));
        found.number("/or_sample", two.oddsRatio());
        found.numbers("/or_wald_ci95", two.oddsInterval().low(), two.oddsInterval().high());
        found.number("/risk_difference", two.riskDifference());
        found.numbers("/rd_wald_ci95", two.riskInterval().low(), two.riskInterval().high());
        found.number("/phi", two.phi());
    }

    /** What uniroot leaves open: 1.22e-4 in the odds, or above 1 in their inverse. */
    private static Tolerance rootOfR(double odds) {
        double open = Math.sqrt(Math.sqrt(Math.ulp(1.0)));
        return Tolerance.absolute(odds > 1 ? open * odds * odds : open);
    }
}
