package skills.identity;

/** An organisation is no longer a verified employer: what it posted is no longer offered. */
public record EmployerEnded(OrganizationId organization) {}
