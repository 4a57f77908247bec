package skills.taxonomy;

import skills.kernel.LocalizedText;

/** A skill that a person did not name, and why we think of it. */
public record Hint(SkillId skill, LocalizedText because) {}
