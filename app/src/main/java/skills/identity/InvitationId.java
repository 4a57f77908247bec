package skills.identity;

import java.util.UUID;

record InvitationId(UUID value) {}
