package skills.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Carries a new recovery code from the answer that made it to the page that shows it. It lies in
 * the person's own browser for a quarter of an hour at most; here there is only the hash.
 */
final class RecoveryCookie {

    private static final String NAME = "recovery";

    private RecoveryCookie() {}

    static void give(String code, HttpServletRequest request, HttpServletResponse response) {
        set(code, Duration.ofMinutes(15), request, response);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(c -> c.getName().equals(NAME))
                .map(Cookie::getValue)
                .findAny();
    }

    private static void set(
            String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/keep")
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(request.isSecure())
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
