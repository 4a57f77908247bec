package skills.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import skills.kernel.AccountId;

/**
 * A link sent to an address. Opening it shows a page with one button; the button uses it up, so
 * that a mail scanner that opens links does no harm.
 */
record MailLink(
        Purpose purpose,
        @Nullable AccountId account,
        @Nullable OrganizationId organization,
        String address,
        @Nullable AccountId askedBy,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    enum Purpose {
        KEEP(Duration.ofMinutes(30)),
        SIGN_IN(Duration.ofMinutes(30)),
        /** As long as a guest account lives. */
        PARENT(Duration.ofHours(24)),
        /** Until the youngest child is 16. */
        PARENT_WITHDRAW(Duration.ofDays(5 * 366)),
        TEACHER(Duration.ofDays(7)),
        RESEARCHER(Duration.ofDays(7)),
        EMPLOYER(Duration.ofDays(7));

        final Duration valid;

        Purpose(Duration valid) {
            this.valid = valid;
        }
    }

    boolean worksAt(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }
}
