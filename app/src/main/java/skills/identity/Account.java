package skills.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.kernel.AccountId;

/**
 * One person's account. A controller method gets the account of the session as a parameter of this
 * type; it is never ambient.
 *
 * @param keptAt when a way to sign in was added and age allowed it; null for a guest
 * @param ageGroup as last asked; null when never asked
 * @param ageAskedAt when that was; null when never asked
 */
public record Account(
        AccountId id,
        Instant createdAt,
        @Nullable Instant keptAt,
        @Nullable AgeGroup ageGroup,
        @Nullable Instant ageAskedAt,
        Set<Role> roles,
        boolean demo) {

    /** Beside being a holder, which everybody is. */
    public enum Role {
        TEACHER,
        RESEARCHER,
        /** Posts vacancies for an organisation. */
        EMPLOYER,
        ADMIN
    }

    /** The only thing that is stored of a date of birth. */
    public enum AgeGroup {
        UNDER_16,
        FROM_16_TO_17,
        ADULT;

        /**
         * On the birthday itself one has the new age; who was born on 29 February has it on 1 March
         * of a year without that day.
         *
         * @param today the date where the person is
         */
        public static AgeGroup of(LocalDate birth, LocalDate today) {
            int years = Period.between(birth, today).getYears();
            return years < 16 ? UNDER_16 : years < 18 ? FROM_16_TO_17 : ADULT;
        }
    }

    public boolean isGuest() {
        return keptAt == null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * A page that others may open: not for a child under 16, nor for whoever did not say an age.
     */
    public boolean mayHavePublicPage() {
        return ageGroup != null && ageGroup != AgeGroup.UNDER_16;
    }
}
