package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;
import skills.platform.Words;

/** Joining a class with what somebody typed as its code, not too often. */
@Component
class Joining {

    private final Invitations invitations;
    private final Groups groups;
    private final Limits limits;
    private final Clock clock;

    Joining(Invitations invitations, Groups groups, Limits limits, Clock clock) {
        this.invitations = invitations;
        this.groups = groups;
        this.limits = limits;
        this.clock = clock;
    }

    sealed interface Outcome {}

    /**
     * @param group the class that the person is in now
     */
    record Joined(Group group) implements Outcome {}

    /**
     * @param key message that says why
     * @param date day the code starts or ended to work, for the message; null where it has none
     */
    record Refused(String key, @Nullable LocalDate date, boolean tooOften) implements Outcome {}

    /** What a code leads to, without using it; a wrong one counts as a guess. */
    Outcome look(String typed, HttpServletRequest request) {
        return tried(
                typed, request, invitation -> outcome(invitation, invitation.at(clock.instant())));
    }

    /**
     * Joins when the code is right; a wrong one counts as a guess.
     *
     * @param known the account of this browser; null when it has none
     * @param newcomer opens an account: called only for a code that works
     */
    Outcome join(
            @Nullable AccountId known,
            Supplier<AccountId> newcomer,
            String typed,
            HttpServletRequest request) {
        return tried(
                typed,
                request,
                invitation -> {
                    Invitation.State state = invitation.at(clock.instant());
                    if (known == null && state != Invitation.State.OPEN)
                        return outcome(invitation, state);
                    var redeemed =
                            invitations
                                    .redeem(
                                            invitation.code(),
                                            known == null ? newcomer.get() : known)
                                    .orElseThrow();
                    return outcome(redeemed.invitation(), redeemed.state());
                });
    }

    private Outcome tried(
            String typed, HttpServletRequest request, Function<Invitation, Outcome> then) {
        Optional<InvitationCode> code = InvitationCode.read(typed);
        if (!limits.mayTry(request, code.map(InvitationCode::value).orElse("")))
            return new Refused("limit.code", null, true);
        Optional<Invitation> invitation = code.flatMap(invitations::find);
        if (invitation.isPresent()) {
            limits.right(request);
            return then.apply(invitation.get());
        }
        limits.wrong(request);
        return new Refused(typed.isBlank() ? "code.empty" : "code.unknown", null, false);
    }

    private Outcome outcome(Invitation invitation, Invitation.State state) {
        return switch (state) {
            case OPEN -> new Joined(groups.find(invitation.group()).orElseThrow());
            case NOT_YET -> new Refused("code.notyet", day(invitation.from()), false);
            // The last moment at which it worked.
            case EXPIRED ->
                    new Refused("code.expired", day(invitation.until().minusMillis(1)), false);
            case FULL -> new Refused("code.full", null, false);
            case TAKEN_BACK -> new Refused("code.takenback", null, false);
        };
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Words.PLACE);
    }
}
