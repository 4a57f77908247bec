package skills.vacancy;

import java.time.Instant;
import java.util.UUID;

/**
 * Where vacancies come from by schedule.
 *
 * @param place a web address, or a path inside the folder of feeds
 * @param onlyWith of a sitemap: only addresses that hold this text; may be empty
 * @param everyHours 1 to 720
 * @param running somebody reads it at this moment
 */
record Feed(
        UUID id,
        String name,
        Kind kind,
        String place,
        String onlyWith,
        int everyHours,
        boolean stopped,
        Instant nextAt,
        boolean running) {

    enum Kind {
        FILE,
        FOLDER,
        URL,
        /** The sitemap of an employer, whose pages carry JobPostings. */
        SITEMAP;

        boolean web() {
            return this == URL || this == SITEMAP;
        }
    }

    /** What the keys of its vacancies start with. */
    String keyStart() {
        return "feed|" + id + "|";
    }
}
