package skills.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * How a person and a piece of work fit: named components, each with its weight and its band,
 * combined to one value with a band. It orders what is shown to that person and is never shown as a
 * number, never a verdict, and never used to order persons.
 *
 * <p>With W the weights of the components that take a share, K those of which the facts are known
 * and M the others:
 *
 * <pre>
 * value = sum over K of W value / sum over K of W
 * lower = sum over K of W lower / sum over K and M of W
 * upper = (sum over K of W upper + sum over M of W) / sum over K and M of W
 * </pre>
 *
 * @param components those that take a share first, in the order of {@link FitFactor}
 */
record Fit(List<FitComponent> components) {

    Fit {
        components = List.copyOf(components);
    }

    /** All components that take a share, combined. */
    Band band() {
        return combined(components);
    }

    static Band combined(List<FitComponent> components) {
        double all = 0;
        double known = 0;
        double lower = 0;
        double value = 0;
        double upper = 0;
        for (FitComponent c : components) {
            if (!c.factor().isShare()) continue;
            all += c.weight();
            Band band = c.band();
            if (band == null) {
                upper += c.weight();
                continue;
            }
            known += c.weight();
            lower += c.weight() * band.lower();
            value += c.weight() * band.value();
            upper += c.weight() * band.upper();
        }
        if (known == 0) return new Band(0, 0, 1);
        return new Band(lower / all, value / known, Math.min(1, upper / all));
    }

    /**
     * What orders: the lower end of the band, where of the skills of an occupation only so much
     * counts as skills speak for it, moved a little by what counts in the person's own view only.
     * Of two that fit as well the one of which more is known comes first.
     */
    double cautious() {
        return cautious(components) + shift();
    }

    static double cautious(List<FitComponent> components) {
        double all = 0;
        double sum = 0;
        for (FitComponent c : components) {
            if (!c.factor().isShare()) continue;
            all += c.weight();
            sum += c.weight() * c.cautious();
        }
        return all == 0 ? 0 : sum / all;
    }

    /** What traits and drives move: each at most what half a skill of ten would. */
    double shift() {
        double step = 0;
        double all = 0;
        double shift = 0;
        for (FitComponent c : components) {
            if (c.factor().isShare()) all += c.weight();
            if (c.factor() == FitFactor.SKILLS) step = c.weight() * c.step();
            if (!c.factor().isShare() && c.band() != null) shift += 2 * c.band().value() - 1;
        }
        return all == 0 ? 0 : shift * step / all;
    }

    FitComponent of(FitFactor factor) {
        return components.stream()
                .filter(c -> c.factor() == factor)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + factor));
    }

    boolean has(FitFactor factor) {
        return components.stream().anyMatch(c -> c.factor() == factor);
    }

    List<FitComponent> missing() {
        return components.stream().filter(c -> !c.isKnown()).toList();
    }

    /** The same with what counts in the person's own view only. */
    Fit with(PersonalFit personal) {
        List<FitComponent> all = new ArrayList<>(components);
        for (ComponentFit c : personal.components()) all.add(c.asComponent());
        return new Fit(all);
    }
}
