package skills.study;

import java.util.Set;

/**
 * What one part of this room keeps of the persons in a study. Each table that holds something about
 * a test person belongs to one part, so that nothing of a dry run is left when the study starts.
 */
interface DryRunPart {

    /** Tables of this part, so that a test finds the table that nobody clears. */
    Set<String> tables();

    /**
     * Deletes everything of this study's test persons, their answers in other rooms included. Parts
     * are called in the order of their beans ({@code @Order}): who points at others comes first.
     *
     * @return how many rows went
     */
    int erase(StudyId study);
}
