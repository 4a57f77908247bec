package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;

/** Binds a browser's session to an account and reads it back. */
@Component
public class Sittings {

    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();
    private final Accounts accounts;

    Sittings(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account of this session, a new guest account if there is none yet. */
    public Account currentOrGuest(HttpServletRequest request, HttpServletResponse response) {
        return current()
                .orElseGet(
                        () -> {
                            Account guest = accounts.newGuest();
                            begin(guest.id(), request, response);
                            return guest;
                        });
    }

    /** Signs this browser out: its session is gone, here and in the database. */
    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** The account of this session; a session whose account was erased ends here. */
    Optional<Account> current(HttpServletRequest request) {
        Optional<Account> account = current();
        if (account.isEmpty()
                && accountId(SecurityContextHolder.getContext().getAuthentication()).isPresent())
            end(request);
        return account;
    }

    private Optional<Account> current() {
        return accountId(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(accounts::find);
    }

    /**
     * Signs this browser in to the account under a new session id; what the session held moves
     * along.
     */
    void begin(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        account.toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Keeps what was asked for, so that it goes on after signing in. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        asked.saveRequest(request, response);
    }

    /** Whether something that was typed waits in this session. */
    boolean remembersTyped(HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null) return false;
        SavedRequest saved = asked.getRequest(request, response);
        return saved != null && !saved.getMethod().equals("GET");
    }

    /**
     * The path at which the remembered request goes on, typed fields and all; otherwise {@code
     * elsewhere}. Only ever a path of this application: the name of the machine is not looked at.
     */
    String onward(HttpServletRequest request, HttpServletResponse response, String elsewhere) {
        SavedRequest saved =
                request.getSession(false) == null ? null : asked.getRequest(request, response);
        if (saved == null) return elsewhere;
        URI whole = URI.create(saved.getRedirectUrl());
        String path =
                whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery());
        return path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\")
                ? path
                : elsewhere;
    }

    private static Optional<AccountId> accountId(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) return Optional.empty();
        try {
            return Optional.of(AccountId.parse(authentication.getName()));
        } catch (IllegalArgumentException anonymous) {
            return Optional.empty();
        }
    }
}
