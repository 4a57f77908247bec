package skills.vacancy;

import java.util.List;

/**
 * What each requirement of a vacancy counts for. The room that compares persons with vacancies says
 * so, and the index keeps it: then the best fitting can be found without comparing all.
 */
public interface RequirementWeights {

    /** Another text whenever the same requirements would count otherwise. */
    String version();

    /** One share for each requirement, in order: 0 or more, together at most 1. */
    double[] shares(List<Requirement> requirements);
}
