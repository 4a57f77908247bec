package skills.profile;

/** Paid work, an internship or an own business. */
public record Experience(EntryId id, String title, String organization, Period period, String words)
        implements Entry {}
