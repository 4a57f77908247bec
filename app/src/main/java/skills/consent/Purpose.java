package skills.consent;

import java.util.List;

/** What the recipient may use it for. */
public enum Purpose {
    /** To judge an application. */
    APPLYING,
    /** To talk with a coach or teacher. */
    COACHING,
    /** As the person wrote beside it. */
    OTHER,
    /** To count in figures about a group in which nobody can be seen; nobody reads anything. */
    GROUP_FIGURES,
    /** To have answers used in a study under a pseudonym; nobody reads them as this person's. */
    STUDY;

    /** The purposes for which somebody reads what is the person's. */
    public static final List<Purpose> OF_READERS = List.of(APPLYING, COACHING, OTHER);
}
