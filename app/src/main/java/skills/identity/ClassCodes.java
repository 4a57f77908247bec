package skills.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The code that lets people into a class now, for a page that shows it on the board. */
@Component
public class ClassCodes {

    private final Invitations invitations;
    private final Clock clock;
    private final String origin;

    ClassCodes(Invitations invitations, Clock clock, @Value("${skills.origin}") String origin) {
        this.invitations = invitations;
        this.clock = clock;
        this.origin = origin;
    }

    /**
     * @param code as it stands on the board
     * @param link that a QR code leads to
     * @param address to type, without the code
     * @param until first moment at which it no longer works
     */
    public record Open(String code, String link, String address, Instant until) {}

    /** The code made last of those that work at this moment; empty without one. */
    public Optional<Open> open(GroupId group) {
        Instant now = clock.instant();
        return invitations.of(group).stream()
                .filter(i -> i.at(now) == Invitation.State.OPEN)
                .findFirst()
                .map(
                        i ->
                                new Open(
                                        i.code().value(),
                                        origin + "/join/" + i.code(),
                                        origin.replaceFirst("https?://", "") + "/join",
                                        i.until()));
    }
}
