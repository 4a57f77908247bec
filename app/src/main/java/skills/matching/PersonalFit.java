package skills.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person fits an occupation beside skills. It orders what that person sees a little; it is
 * never shown as a number, never hides an occupation, and is never part of what others see.
 *
 * @param counterpart title of the O*NET occupation it was held against; null: there is none
 * @param components those that count now
 */
record PersonalFit(@Nullable String counterpart, List<ComponentFit> components) {

    static final PersonalFit NONE = new PersonalFit(null, List.of());

    PersonalFit {
        components = List.copyOf(components);
    }

    /** What it adds to {@link Match#score()}. */
    double shift() {
        return components.stream().mapToDouble(ComponentFit::shift).sum();
    }

    /**
     * What may be said in one line: the part that counts most of those that are sure. A drive that
     * counts little for the person is left to the tree.
     */
    Optional<FitPart> clearest() {
        return components.stream()
                .flatMap(
                        c ->
                                c.telling(c.parts().size()).stream()
                                        .filter(
                                                p ->
                                                        c.component() == Component.TRAITS
                                                                || p.own().value() > 0))
                .filter(p -> p.own().isSure())
                .max(Comparator.comparingDouble(p -> Math.abs(p.counts())));
    }
}
