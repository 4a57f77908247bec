package skills.statistics.causal;

import skills.statistics.Interval;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Tolerance;

public final class EValueCases implements CaseSet {
    @Override
    public void register(Cases cases) {
        cases.covers(
                "evalue",
                Tolerance.relative(1e-10),
                Change.inline("/input/rr", 2, 1.6),
                (given, found) -> {
                    double[] rr = given.numbers("/input/rr");
                    for (int i = 0; i < rr.length; i++)
                        found.number("/rr_point/" + i, EValue.of(rr[i]));
                    for (int i = 0; i < 4; i++) {
                        String at = "/smd/" + i;
                        found.leftOut(at + "/d", "input");
                        found.leftOut(at + "/se", "input");
                        EValue e =
                                EValue.standardizedDifference(
                                        given.json("/expected" + at + "/d").asDouble(),
                                        given.json("/expected" + at + "/se").asDouble());
                        found.number(at + "/rr", e.riskRatio());
                        found.number(at + "/rr_low", e.interval().low());
                        found.number(at + "/rr_high", e.interval().high());
                        found.number(at + "/e_point", e.point());
                        found.number(at + "/e_ci", e.limit());
                    }
                    for (int i = 0; i < 2; i++) {
                        String at = "/or/" + i;
                        for (String input : new String[] {"/or", "/low", "/high"})
                            found.leftOut(at + input, "input");
                        var row = given.json("/expected" + at);
                        double or = row.get("or").asDouble();
                        EValue e =
                                EValue.commonOdds(
                                        or,
                                        new Interval(
                                                row.get("low").asDouble(),
                                                row.get("high").asDouble(),
                                                .95));
                        found.number(at + "/rr_common", e.riskRatio());
                        found.number(at + "/e_common", e.point());
                        found.number(at + "/e_ci_common", e.limit());
                        found.number(at + "/e_rare", EValue.of(or));
                    }
                });
    }
}
