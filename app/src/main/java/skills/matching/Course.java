package skills.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;

/**
 * A course on offer (schema.org Course).
 *
 * @param key tells it from others: its address or identifier, else name and provider
 * @param price in {@code currency}; 0 when it is free; null when the source does not say
 * @param currency ISO 4217, as EUR; null without a price
 * @param hours of study in all; null when not known
 * @param length how long it lasts as an ISO 8601 period or duration, as P12W; null when not known
 * @param place empty when not known
 * @param starts next start; null when not known
 * @param url where to read more; null when the source gave none
 * @param source name of the file or site it came from
 * @param skills what it teaches; never empty
 */
record Course(
        String key,
        String name,
        String provider,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable Integer hours,
        @Nullable String length,
        String place,
        @Nullable LocalDate starts,
        @Nullable String url,
        String source,
        Set<SkillId> skills) {

    Course {
        skills = Set.copyOf(skills);
    }

    /** How many of a unit it lasts, as "12" of P12W; empty without a length. */
    String count() {
        return length == null ? "" : length.replaceAll("\\D", "");
    }

    /** The unit of its length: w, d, m or y; empty without a length. */
    String unit() {
        return length == null
                ? ""
                : length.substring(length.length() - 1).toLowerCase(java.util.Locale.ROOT);
    }
}
