package skills.vacancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * A vacancy as its source tells it, read and cleaned, not yet connected to places and occupations.
 *
 * @param key what makes it the same vacancy when it comes again
 * @param locality as written; may be empty
 * @param country ISO 3166, two letters; null when not given
 * @param text what is shown
 * @param stated skills that the source names itself
 * @param occupation the one that the source names itself
 * @param education what the source gives as education asked, as written; may be empty
 */
record Posting(
        String key,
        String source,
        @Nullable String url,
        String title,
        @Nullable String employer,
        String locality,
        @Nullable String country,
        @Nullable String postcode,
        @Nullable Point at,
        @Nullable Pay pay,
        @Nullable Hours hours,
        Set<Contract> contract,
        @Nullable LocalDate posted,
        @Nullable LocalDate validThrough,
        CleanText text,
        String language,
        boolean demo,
        List<Stated> stated,
        @Nullable OccupationId occupation,
        String education) {

    /** A skill that the source names by its ESCO address. */
    record Stated(SkillId skill, boolean must) {}

    /**
     * The same posting as one of a feed: under the feed's name and with a key of its own, so that
     * no feed can change what another one brought.
     *
     * @param page where it was found, for one that names no address
     */
    Posting of(String feed, String keyStart, @Nullable String page) {
        return new Posting(
                keyStart + key,
                feed,
                url == null ? page : url,
                title,
                employer,
                locality,
                country,
                postcode,
                at,
                pay,
                hours,
                contract,
                posted,
                validThrough,
                text,
                language,
                demo,
                stated,
                occupation,
                education);
    }

    /** Without a last day a vacancy is open this long. */
    static final int DAYS_OPEN = 60;

    /** No advertisement stays true longer than this, whatever its last day says. */
    static final int MOST_DAYS_OPEN = 365;

    /** The last day on which one can apply; null when undated. */
    @Nullable LocalDate openUntil() {
        if (posted == null) return null;
        if (validThrough == null) return posted.plusDays(DAYS_OPEN);
        LocalDate most = posted.plusDays(MOST_DAYS_OPEN);
        return validThrough.isAfter(most) ? most : validThrough;
    }
}
