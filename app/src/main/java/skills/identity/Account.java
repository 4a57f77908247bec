package skills.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.kernel.AccountId;

/**
 * One person's account. A controller method gets the account of the session as a parameter of this
 * type; it is never ambient.
 *
 * @param keptAt when a way to sign in was added; null for a guest
 * @param ageGroup as last asked; null when never asked
 */
public record Account(
        AccountId id,
        Instant createdAt,
        @Nullable Instant keptAt,
        @Nullable AgeGroup ageGroup,
        Set<Role> roles,
        boolean demo) {

    /** Beside being a holder, which everybody is. */
    public enum Role {
        TEACHER,
        ADMIN
    }

    /** The only thing that is stored of a date of birth. */
    public enum AgeGroup {
        UNDER_16,
        FROM_16_TO_17,
        ADULT
    }

    public boolean isGuest() {
        return keptAt == null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
