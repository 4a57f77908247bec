package skills.statistics.dif;

import java.util.List;
import skills.statistics.reference.CaseItems;
import skills.statistics.reference.CaseSet;
import skills.statistics.reference.Cases;
import skills.statistics.reference.Change;
import skills.statistics.reference.Tolerance;

public final class DifCases implements CaseSet {

    @Override
    public void register(Cases cases) {
        cases.covers(
                "dif.olr.bfi.N",
                Tolerance.absolute(.02),
                Change.cell("bfi.csv", 0, "N2", 1),
                (given, found) -> {
                    var table = given.table("bfi.csv");
                    boolean[] second = new boolean[table.size()];
                    for (int i = 0; i < second.length; i++)
                        second[i] = table.row(i).is("gender", "2");
                    List<String> names = List.of("N1", "N2", "N3", "N4", "N5");
                    var all = OrdinalDif.of(CaseItems.of(table, names), second);
                    for (int j = 0; j < 5; j++) {
                        String at = "/" + names.get(j) + "/";
                        found.number(at + "loglik0", all.get(j).logLikelihoodRest());
                        found.number(at + "loglik2", all.get(j).logLikelihoodBoth());
                        found.number(at + "lr", all.get(j).both(), Tolerance.absolute(.05));
                        found.number(at + "p", all.get(j).pBoth(), Tolerance.absolute(1e-3));
                    }
                });
    }
}
