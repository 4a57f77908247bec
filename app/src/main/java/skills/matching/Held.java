package skills.matching;

import skills.kernel.LocalizedText;

/**
 * A skill that a person holds at least in part.
 *
 * @param because in words of the person's own: what was tapped, said or done
 */
record Held(Hold hold, LocalizedText because) {}
