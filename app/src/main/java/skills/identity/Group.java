package skills.identity;

/**
 * A class or team of an organisation.
 *
 * @param members how many joined; who they are is theirs to say
 */
public record Group(
        GroupId id,
        OrganizationId organization,
        String organizationName,
        String name,
        int members,
        boolean demo) {}
