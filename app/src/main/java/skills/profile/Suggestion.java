package skills.profile;

import org.jspecify.annotations.Nullable;
import skills.kernel.LocalizedText;
import skills.taxonomy.Skill;

/**
 * A skill that an entry may have taught.
 *
 * @param taken whether the person took it (true) or said that it is not so (false); null when open
 */
record Suggestion(Skill skill, LocalizedText because, @Nullable Boolean taken) {}
