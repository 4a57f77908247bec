package skills.matching;

import java.util.List;

/**
 * The place on a page where a person says that a match is not right.
 *
 * @param action where the form goes
 * @param open the form is shown at once
 * @param told something was said a moment ago
 * @param said what this person said here before, with answers
 */
record ContestView(String action, boolean open, boolean told, List<Contest> said) {}
