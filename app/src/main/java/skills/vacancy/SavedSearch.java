package skills.vacancy;

import java.time.Instant;
import java.util.UUID;
import skills.kernel.LocalizedText;

/**
 * A search that a person keeps.
 *
 * @param query as in the address of the search page; never empty
 * @param words what is looked for, as it was called when saved
 * @param lookedAt when the person last saw what it finds; at first when it was saved
 */
public record SavedSearch(
        UUID id, String query, LocalizedText words, Instant savedAt, Instant lookedAt) {}
