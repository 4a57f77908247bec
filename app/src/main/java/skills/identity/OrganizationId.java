package skills.identity;

import java.util.UUID;

/** Identifies a school or employer. */
public record OrganizationId(UUID value) {}
