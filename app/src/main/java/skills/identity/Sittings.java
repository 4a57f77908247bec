package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import skills.kernel.AccountId;

/** Binds a browser's session to an account and reads it back. */
@Component
public class Sittings {

    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();
    private final Accounts accounts;

    Sittings(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account of this session, a new guest account if there is none yet. */
    public Account currentOrGuest(HttpServletRequest request, HttpServletResponse response) {
        return current().orElseGet(() -> {
            Account guest = accounts.newGuest();
            begin(guest.id(), request, response);
            return guest;
        });
    }

    Optional<Account> current() {
        return accountId(SecurityContextHolder.getContext().getAuthentication()).flatMap(accounts::find);
    }

    /** Signs this browser in to the account under a new session id; what the session held moves along. */
    void begin(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Optional<AccountId> accountId(Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) return Optional.empty();
        try {
            return Optional.of(AccountId.parse(authentication.getName()));
        } catch (IllegalArgumentException anonymous) {
            return Optional.empty();
        }
    }
}
