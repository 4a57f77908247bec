package skills.profile;

/** A hobby or volunteer work. */
public record Activity(
        EntryId id, Kind kind, String title, String organization, Period period, String words)
        implements Entry {

    /** Whether it is done for oneself or for others. */
    public enum Kind {
        HOBBY,
        VOLUNTEER
    }
}
