package skills.evaluation.analysis;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effect of the offer, whoever used it: last wave on first wave and offer, as allocated.
 *
 * @param lead which of the results below leads
 * @param effect the one that leads; the grade rests on it
 * @param persons regression over persons, standard errors HC3: too sure of itself when whole
 *     classes were allocated
 * @param classes class by class; not needed when persons were allocated
 * @param adjustedFor covariates beside the first wave
 */
public record AsOffered(
        Lead lead,
        Part<Effect> effect,
        Part<Effect> persons,
        Part<Classes> classes,
        Part<Effect> clusters,
        java.util.List<String> adjustedFor) {

    public AsOffered {
        adjustedFor = java.util.List.copyOf(adjustedFor);
    }

    public enum Lead {
        /** Persons were allocated. */
        PERSONS,
        /** Fewer than ten classes were allocated: the means of the classes are compared. */
        CLASSES,
        /** Ten classes or more: persons, with standard errors by class (CR2). */
        CLUSTERS
    }

    /**
     * @param effect difference of the class means of what the covariates leave; t with classes - 2
     * @param means of each class; @param offered of each class; @param sizes of each class
     * @param permutation null when there are too many ways to count
     */
    public record Classes(
            Effect effect,
            Map<String, Double> means,
            Map<String, Boolean> offered,
            Map<String, Integer> sizes,
            @Nullable Permutation permutation,
            Wild wild,
            @Nullable Random random) {}

    /**
     * @param smallestPossible no allocation of these classes can give a smaller p
     */
    public record Permutation(long allocations, double p, double smallestPossible) {}

    /** Wild cluster bootstrap. */
    public record Wild(int patterns, boolean complete, double p) {}

    /**
     * A model with a random intercept for each class.
     *
     * @param icc share of the variance between classes
     * @param singular the data show no such variance
     * @param df Kenward-Roger's, at most classes - 2
     */
    public record Random(double estimate, double p, double df, double icc, boolean singular) {}
}
