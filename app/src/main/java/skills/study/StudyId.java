package skills.study;

import java.util.UUID;

/** Identifies a study, from its first plan on. */
public record StudyId(UUID value) {}
