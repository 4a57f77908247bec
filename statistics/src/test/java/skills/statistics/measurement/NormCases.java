package skills.statistics.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import skills.statistics.items.Items;
import skills.statistics.reference.CaseItems;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Found;
import skills.statistics.reference.Given;
import skills.statistics.reference.Tolerance;

public final class NormCases implements CaseSet {

    private static final List<String> EXTRAVERSION = List.of("-E1", "-E2", "E3", "E4", "E5");

    @Override
    public void register(Cases cases) {
        Change change = Change.cell("bfi.csv", 0, "E3", 6);
        cases.covers("score.bfi.mean80", Tolerance.relative(1e-12), change, NormCases::scores);
        cases.covers("norm.bfi.Extraversion", Tolerance.relative(1e-9), change, NormCases::norms);
        cases.covers(
                "norm.regression.bfi.E", Tolerance.relative(1e-8), change, NormCases::regression);
        cases.covers(
                "riasec.profile",
                new Tolerance(1e-10, 1e-10),
                Change.inline("/expected/0/person", 1, 30),
                NormCases::riasec);
        cases.covers(
                "careless.bfi",
                new Tolerance(1e-8, 1e-8),
                Change.cell("bfi.csv", 0, "A3", 1),
                NormCases::careless);
    }

    private static void scores(Given given, Found found) {
        Map<String, ScaleScores> all = new LinkedHashMap<>();
        given.json("/input/keys")
                .propertyNames()
                .forEach(
                        scale -> {
                            Items items =
                                    CaseItems.bfi(
                                            given, CaseItems.names(given, "/input/keys/" + scale));
                            all.put(scale, ScaleScores.mean(items, 4));
                        });
        all.forEach(
                (scale, scores) -> {
                    double[] x = scores.present();
                    NormTable norms = NormTable.of(x);
                    found.number("/n_scored/" + scale, x.length);
                    found.number("/mean/" + scale, norms.mean());
                    found.number("/sd/" + scale, norms.sd());
                    for (int i = 0; i < 10; i++) {
                        OptionalDouble score = scores.scores().get(i);
                        if (score.isPresent())
                            found.number("/first10/" + i + "/" + scale, score.getAsDouble());
                    }
                });
    }

    private static void norms(Given given, Found found) {
        NormTable norms =
                NormTable.of(ScaleScores.mean(CaseItems.bfi(given, EXTRAVERSION), 4).present());
        found.number("/n", norms.n());
        found.number("/mean", norms.mean());
        found.number("/sd", norms.sd());
        for (int i = 0; i < norms.rows().size(); i++) {
            NormTable.Row row = norms.rows().get(i);
            String at = "/table/" + i + "/";
            found.number(at + "score", row.score());
            found.number(at + "count", row.count());
            found.number(at + "percentile_rank", row.percentileRank());
            found.number(at + "z_normalised", row.z());
            found.number(at + "T_normalised", row.t());
            found.number(at + "stanine", row.stanine());
            found.number(at + "sten", row.sten());
            found.number(at + "z_linear", row.zLinear());
        }
    }

    private static void regression(Given given, Found found) {
        var scores = ScaleScores.mean(CaseItems.bfi(given, EXTRAVERSION), 4).scores();
        var table = given.table("bfi.csv");
        List<Double> y = new ArrayList<>();
        List<double[]> x = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++)
            if (scores.get(i).isPresent()) {
                y.add(scores.get(i).getAsDouble());
                x.add(background(table.row(i).number("age"), table.row(i).number("gender")));
            }
        var norms =
                RegressionNorms.of(
                        y.stream().mapToDouble(v -> v).toArray(), x.toArray(double[][]::new));
        found.number("/n", norms.n());
        String[] terms = {"(Intercept)", "a", "I(a^2)", "g"};
        for (int j = 0; j < 4; j++) {
            found.number("/coef/" + terms[j], norms.coefficients().get(j));
            found.number("/se/" + terms[j], norms.standardErrors().get(j));
        }
        found.number("/r2", norms.rSquared());
        found.number("/sigma", norms.sigma());
        found.numbers("/cut_points", norms.cutPoints().stream().mapToDouble(v -> v).toArray());
        found.numbers("/sd_by_group", norms.sdByQuarter().stream().mapToDouble(v -> v).toArray());
        found.number("/bp_nR2", norms.unequal());
        found.number("/bp_p", norms.unequalP());
        Tolerance persons = Tolerance.relative(1e-6);
        for (int i = 0; i < given.json("/expected/persons").size(); i++) {
            String at = "/persons/" + i + "/";
            var person = given.json("/expected" + "/persons/" + i);
            for (String input : List.of("age", "gender", "score"))
                found.leftOut(at + input, "input");
            var place =
                    norms.place(
                            person.get("score").asDouble(),
                            background(
                                    person.get("age").asDouble(), person.get("gender").asDouble()));
            found.number(at + "pred", place.predicted(), persons);
            found.number(at + "sd", place.sd(), persons);
            found.number(at + "z", place.z(), persons);
            found.number(at + "T", place.t(), persons);
            double reference = given.json("/expected" + at + "percentile_empirical").asDouble();
            double[] asked =
                    background(person.get("age").asDouble(), person.get("gender").asDouble());
            double score = person.get("score").asDouble();
            double equal = 0;
            for (int k = 0; k < x.size(); k++)
                if (java.util.Arrays.equals(x.get(k), asked) && Math.abs(y.get(k) - score) < 1e-9)
                    equal++;
            double off = norms.n() * Math.abs(reference - place.percentileEmpirical());
            if (equal == 0) {
                found.number(at + "percentile_empirical", place.percentileEmpirical(), persons);
            } else {
                found.leftOut(
                        at + "percentile_empirical",
                        "not the mid-rank that the case describes: statistics-doubts.md");
                found.behaves(
                        at + "the reference is half of the equal ones away",
                        Math.abs(off - equal / 2) < 1e-6);
                found.also(at + "percentile_empirical", place.percentileEmpirical());
            }
            found.number(at + "percentile_normal", place.percentileNormal(), persons);
        }
    }

    private static double[] background(double age, double gender) {
        double a = (age - 30) / 10;
        return new double[] {a, a * a, gender - 1};
    }

    private static void riasec(Given given, Found found) {
        for (int i = 0; i < given.json("/expected").size(); i++) {
            String at = "/" + i + "/";
            found.leftOut(at + "person", "input");
            found.leftOut(at + "occupation", "input");
            var person = InterestProfile.of(given.numbers("/expected" + at + "person"));
            var occupation = InterestProfile.of(given.numbers("/expected" + at + "occupation"));
            for (int k = 0; k < 3; k++) {
                found.text(at + "code_person/" + k, "" + person.code().charAt(k));
                found.text(at + "code_occupation/" + k, "" + occupation.code().charAt(k));
            }
            var agreement = person.with(occupation);
            found.number(at + "brown_gore_C", agreement.c());
            found.number(at + "iachan_M", agreement.m());
            boolean flat = person.differentiation() == 0;
            if (flat) {
                found.behaves(
                        at + "a flat profile has no direction",
                        agreement.r().isEmpty()
                                && agreement.rho().isEmpty()
                                && agreement.distance().isEmpty()
                                && person.hexagonDegrees().isEmpty());
                found.leftOut(
                        at + "hex_angle_deg", "noise of rounding, says the case: absent here");
            } else {
                found.number(at + "profile_r", agreement.r().orElseThrow());
                found.number(at + "profile_rho", agreement.rho().orElseThrow());
                found.number(at + "euclid_z", agreement.distance().orElseThrow());
                found.number(at + "hex_angle_deg", person.hexagonDegrees().orElseThrow());
            }
            found.number(at + "differentiation", person.differentiation());
            found.number(at + "consistency", person.consistency());
            found.number(at + "hex_x", person.hexagonX());
            found.number(at + "hex_y", person.hexagonY());
            found.number(at + "hex_length", person.hexagonLength());
            found.number(at + "prediger/things_people.R", person.thingsPeople());
            found.number(at + "prediger/data_ideas.E", person.dataIdeas());
        }
    }

    private static void careless(Given given, Found found) {
        List<String> names = CaseItems.names(given, "/input/items");
        int[] reversed =
                CaseItems.names(given, "/input/reversed").stream()
                        .mapToInt(names::indexOf)
                        .toArray();
        List<int[]> scales = new ArrayList<>();
        for (int s = 0; s < 5; s++)
            scales.add(new int[] {5 * s, 5 * s + 1, 5 * s + 2, 5 * s + 3, 5 * s + 4});
        Items raw = CaseItems.of(given.table("bfi.csv"), names);
        var careless = CarelessResponding.of(raw, 1, 6, reversed, scales);
        var persons = careless.persons();
        String[] ids = given.table("bfi.csv").texts("id");
        Map<Integer, Integer> runs = new LinkedHashMap<>();
        persons.forEach(p -> runs.merge(p.longString(), 1, Integer::sum));
        found.number("/n", persons.size());
        for (int i = 0; i < 20; i++) {
            var p = persons.get(i);
            found.number("/ids_first20/" + i, Double.parseDouble(ids[p.place()]));
            found.number("/longstring_first20/" + i, p.longString());
            found.number("/irv_first20/" + i, p.variability());
            found.number("/mahal_first20/" + i, p.mahalanobis());
            if (given.json("/expected/evenodd_first20/" + i).isNumber())
                found.number("/evenodd_first20/" + i, p.evenOdd().orElse(Double.NaN));
        }
        runs.forEach((run, count) -> found.number("/longstring_table/" + run, count));
        found.number(
                "/n_longstring_ge10", persons.stream().filter(p -> p.longString() >= 10).count());
        found.number(
                "/n_mahal_p001", persons.stream().filter(p -> p.mahalanobisP() < .001).count());
        found.number(
                "/mean_irv",
                persons.stream()
                        .mapToDouble(CarelessResponding.Person::variability)
                        .average()
                        .orElse(0));
        found.number(
                "/n_evenodd_lt0",
                persons.stream()
                        .filter(p -> p.evenOdd().isPresent() && p.evenOdd().getAsDouble() < 0)
                        .count());
        found.number("/n_evenodd_na", persons.stream().filter(p -> p.evenOdd().isEmpty()).count());
    }
}
