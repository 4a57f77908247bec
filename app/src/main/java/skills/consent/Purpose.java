package skills.consent;

/** What the recipient may use it for. */
public enum Purpose {
    /** To judge an application. */
    APPLYING,
    /** To talk with a coach or teacher. */
    COACHING,
    /** As the person wrote beside it. */
    OTHER
}
