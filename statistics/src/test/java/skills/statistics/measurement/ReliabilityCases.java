package skills.statistics.measurement;

import java.util.List;
import java.util.function.Function;
import skills.statistics.items.Items;
import skills.statistics.reference.CaseItems;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Tolerance;

public final class ReliabilityCases implements CaseSet {

    @Override
    public void register(Cases cases) {
        for (String scale :
                List.of(
                        "Agreeableness",
                        "Conscientiousness",
                        "Extraversion",
                        "Neuroticism",
                        "Openness"))
            reliability(
                    cases,
                    "rel.bfi." + scale,
                    Change.cell("bfi.csv", 0, scale.charAt(0) + "2", 1),
                    given -> CaseItems.bfi(given, CaseItems.names(given, "/input/items")));
        reliability(
                cases,
                "rel.science4",
                Change.cell("science.csv", 0, "Work", 1),
                given ->
                        CaseItems.of(
                                given.table("science.csv"),
                                List.of("Comfort", "Work", "Future", "Benefit")));
        for (String scale : List.of("selfinsight", "jobinsecurity", "proactivity", "haphazard"))
            for (int wave : new int[] {1, 3})
                reliability(
                        cases,
                        "study.rel." + scale + ".T" + wave,
                        Change.cell("study_responses.csv", wave == 1 ? 0 : 200, scale + "_2", 5),
                        given -> CaseItems.study(given, scale, wave));
        cases.covers(
                "icc.orthodont",
                Tolerance.relative(1e-6),
                Change.cell("orthodont.csv", 0, "distance", 30),
                ReliabilityCases::icc);
    }

    private static void reliability(
            Cases cases, String id, Change change, Function<Given, Items> data) {
        cases.covers(
                id,
                Tolerance.relative(1e-10),
                change,
                (given, found) -> {
                    Reliability r = Reliability.of(data.apply(given));
                    var items = r.items();
                    found.number("/n", r.n());
                    found.number("/k", r.k());
                    found.numbers(
                            "/item_mean", items.stream().mapToDouble(i -> i.mean()).toArray());
                    found.numbers("/item_sd", items.stream().mapToDouble(i -> i.sd()).toArray());
                    found.number("/total_mean", r.totalMean());
                    found.number("/total_sd", r.totalSd());
                    found.number("/alpha", r.alpha());
                    found.number("/alpha_std", r.alphaStandardised());
                    found.numbers(
                            "/alpha_ci95_feldt", r.alphaInterval().low(), r.alphaInterval().high());
                    found.numbers(
                            "/alpha_if_deleted",
                            items.stream()
                                    .mapToDouble(i -> i.alphaIfDeleted().orElseThrow())
                                    .toArray());
                    found.numbers(
                            "/item_total_r",
                            items.stream().mapToDouble(i -> i.withTotal()).toArray());
                    found.numbers(
                            "/item_rest_r",
                            items.stream().mapToDouble(i -> i.withRest()).toArray());
                    found.number("/mean_interitem_r", r.meanCorrelation());
                    found.number("/lambda2", r.lambda2());
                    found.number("/lambda6_smc", r.lambda6().orElseThrow());
                    found.number("/split_half_odd_even_r", r.oddEven().r());
                    found.number("/split_half_spearman_brown", r.oddEven().spearmanBrown());
                    found.number("/split_half_guttman", r.oddEven().guttman());
                    found.number("/sem_alpha", r.standardErrorOfMeasurement());
                    double error =
                            ReliableChange.onScale(0, 0, r.totalSd(), r.alpha(), .95)
                                    .standardError();
                    found.number("/rci95_needed_difference", 1.96 * error);
                });
    }

    private static void icc(Given given, Found found) {
        var table = given.table("orthodont.csv");
        List<String> subjects = java.util.Arrays.stream(table.texts("Subject")).distinct().toList();
        double[][] ratings = new double[subjects.size()][4];
        for (int i = 0; i < table.size(); i++) {
            int age = (int) table.row(i).number("age");
            ratings[subjects.indexOf(table.row(i).text("Subject"))][(age - 8) / 2] =
                    table.row(i).number("distance");
        }
        var icc = IntraclassCorrelation.of(Items.of(ratings), .95);
        var all =
                List.of(
                        icc.single(),
                        icc.random(),
                        icc.fixed(),
                        icc.singleMean(),
                        icc.randomMean(),
                        icc.fixedMean());
        for (int i = 0; i < 6; i++) {
            var c = all.get(i);
            found.number("/" + i + "/icc", c.value());
            found.number("/" + i + "/F", c.f());
            found.number("/" + i + "/df1", c.df1());
            found.number("/" + i + "/df2", c.df2());
            found.number("/" + i + "/p", c.p());
            found.number("/" + i + "/low", c.interval().low());
            found.number("/" + i + "/high", c.interval().high());
        }
    }
}
