package skills.identity;

import java.util.UUID;

/** Identifies a class or team. */
public record GroupId(UUID value) {}
