package skills.profile;

/** Something a person did that shows skills: work, a diploma, free time. */
public sealed interface Entry permits Experience, Education, Activity {

    EntryId id();

    /** The job, the diploma or what one does, in the person's own words. */
    String title();

    /** Employer, school or club; empty when not told. */
    String organization();

    Period period();

    /** What the person wrote about it; empty when nothing. */
    String words();
}
