package skills.statistics.power;

import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Tolerance;

public final class PowerCases implements CaseSet {
    @Override
    public void register(Cases cases) {
        cases.covers(
                "power.t",
                Tolerance.relative(1e-6),
                Change.inline("n", 1, 30),
                (given, found) -> {
                    double[] n = given.values("n", 45, 26, 89, 54, 64, 64);
                    String[] names = {"/n45_26", "/n89_54", "/n64_64"};
                    for (int i = 0; i < 3; i++) {
                        TwoGroupPower power =
                                new TwoGroupPower((int) n[2 * i], (int) n[2 * i + 1], .05);
                        found.number(names[i] + "/mde80", power.minimumDetectable(.8));
                        found.numbers(
                                names[i] + "/power_d",
                                power.power(.2),
                                power.power(.5),
                                power.power(.8));
                    }
                });
        cases.covers(
                "power.cluster",
                Tolerance.relative(1e-8),
                Change.inline("offered", 0, .5),
                (given, found) -> {
                    double offered = given.value("offered", .6);
                    for (int i = 0; i < given.json("/expected").size(); i++) {
                        var row = given.json("/expected/" + i);
                        for (String input : new String[] {"J", "n", "icc"})
                            found.leftOut("/" + i + "/" + input, "input");
                        ClusterPower power =
                                new ClusterPower(
                                        row.get("J").asInt(),
                                        row.get("n").asDouble(),
                                        row.get("icc").asDouble(),
                                        offered);
                        found.number("/" + i + "/mdes", power.minimumDetectable(.8, .05));
                        found.number("/" + i + "/design_effect", power.designEffect());
                    }
                });
    }
}
