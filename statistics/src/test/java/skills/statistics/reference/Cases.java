package skills.statistics.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which code reproduces which case; see {@link CaseSet} for how to register one. */
public final class Cases {

    /** Computes the case through the public methods of the library. */
    @FunctionalInterface
    public interface Reproduction {
        void run(Given given, Found found);
    }

    record Covered(Tolerance tolerance, Change change, Reproduction reproduction) {}

    private final Map<String, Covered> covered = new LinkedHashMap<>();

    /**
     * @param tolerance the usual one of the case; a value with another takes it at {@link
     *     Found#number(String, double, Tolerance)}
     * @param change one value of the data, after which at least one result must differ
     */
    public void covers(String id, Tolerance tolerance, Change change, Reproduction reproduction) {
        if (covered.put(id, new Covered(tolerance, change, reproduction)) != null)
            throw new IllegalStateException("case " + id + " is registered twice");
    }

    Map<String, Covered> covered() {
        return covered;
    }
}
