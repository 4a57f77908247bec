package skills.passport;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import skills.consent.AccessLog;
import skills.consent.Consent;

/** Writes readings to the log that the holder sees: each visit once, and only visits of people. */
@Component
class Readers {

    /** Reading again within this time is the same visit. */
    static final Duration VISIT = Duration.ofMinutes(10);

    /** Programs that fetch a link to show a picture of it in a chat, and search engines. */
    private static final Pattern MACHINE =
            Pattern.compile(
                    "bot\\b|crawler|spider|facebookexternalhit|facebookcatalog|facebot|whatsapp/|skypeuripreview|linkpreview|"
                            + "link preview|embedly|iframely|vkshare|slack-imgproxy",
                    Pattern.CASE_INSENSITIVE);

    private final AccessLog log;

    Readers(AccessLog log) {
        this.log = log;
    }

    /** A machine that makes a preview, or a browser that fetches ahead of a tap. */
    boolean nobodyLooks(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent != null && MACHINE.matcher(agent).find()) return true;
        return Arrays.asList("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz").stream()
                .map(request::getHeader)
                .anyMatch(
                        purpose ->
                                purpose != null
                                        && (purpose.contains("prefetch")
                                                || purpose.contains("preview")));
    }

    /**
     * One row a visit. The reader's browser carries the id of that row for ten minutes and nothing
     * else; a made-up id counts as a new visit.
     */
    void opened(
            Consent consent,
            String what,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = "seen-" + what;
        Optional<UUID> seen = cookie(request, name);
        if (seen.isPresent()
                && log.has(consent.id(), what, AccessLog.Outcome.OPENED, seen.get(), VISIT)) return;
        AccessLog.Entry entry = log.add(consent, what, AccessLog.Outcome.OPENED);
        ResponseCookie cookie =
                ResponseCookie.from(name, entry.id().toString())
                        .path("/s/")
                        .maxAge(VISIT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** One row in ten minutes, whoever it is. */
    void refused(Consent consent, String what) {
        if (!log.has(consent.id(), what, AccessLog.Outcome.REFUSED, null, VISIT))
            log.add(consent, what, AccessLog.Outcome.REFUSED);
    }

    private static Optional<UUID> cookie(HttpServletRequest request, String name) {
        Cookie[] all = request.getCookies();
        if (all == null) return Optional.empty();
        try {
            return Arrays.stream(all)
                    .filter(c -> c.getName().equals(name))
                    .map(c -> UUID.fromString(c.getValue()))
                    .findFirst();
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }
}
