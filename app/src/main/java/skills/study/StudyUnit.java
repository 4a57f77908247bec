package skills.study;

import org.jspecify.annotations.Nullable;
import skills.evaluation.allocation.Unit;
import skills.identity.GroupId;

/**
 * A class that may take part.
 *
 * @param group its group here; null when it was only named
 * @param arm chosen by somebody; null where the lot decides
 */
record StudyUnit(Unit unit, @Nullable GroupId group, @Nullable String arm) {}
