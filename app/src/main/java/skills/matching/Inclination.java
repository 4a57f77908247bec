package skills.matching;

import java.util.Map;

/**
 * What counts now of who a person is, beside skills: answered, and not switched off.
 *
 * @param of by scale
 */
record Inclination(Map<Component, Map<String, Estimate>> of) {

    static final Inclination NONE = new Inclination(Map.of());

    Inclination {
        of = Map.copyOf(of);
    }

    boolean isEmpty() {
        return of.isEmpty();
    }
}
