package skills.profile;

import org.jspecify.annotations.Nullable;

/**
 * A diploma, gained or expected.
 *
 * @param eqf level 1 to 8 of the European framework, which is the level of the Dutch one too; null
 *     when not told
 * @param crebo number in the Dutch register of vocational qualifications; null for another diploma
 * @param field what it is about, in the person's own words; empty when not told
 */
public record Education(
        EntryId id,
        String title,
        String organization,
        Period period,
        @Nullable Integer eqf,
        @Nullable String crebo,
        String field)
        implements Entry {

    @Override
    public String words() {
        return field;
    }
}
