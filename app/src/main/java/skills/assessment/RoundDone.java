package skills.assessment;

import java.time.Instant;
import skills.kernel.AccountId;

/**
 * The last open question of a round was answered. Told within the transaction of that answer, so
 * that what follows from it is there at once or not at all. Told again when an answer is changed.
 *
 * @param round as in {@link Rounds}
 * @param at when the answer was given
 */
public record RoundDone(AccountId account, String round, Instant at) {}
