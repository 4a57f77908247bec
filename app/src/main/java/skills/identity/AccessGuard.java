package skills.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import skills.platform.Problem;
import skills.platform.Viewer;

/** Lets a request through when {@link Access} allows it, and hands the account to the handler. */
@Component
class AccessGuard implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String ACCOUNT = Account.class.getName();

    private final Sittings sittings;
    private final Keeping keeping;

    AccessGuard(Sittings sittings, Keeping keeping) {
        this.sittings = sittings;
        this.keeping = keeping;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method)) return true;
        Optional<Account> account = sittings.current(request);
        request.setAttribute(
                Viewer.ATTRIBUTE, account.map(AccessGuard::viewer).orElse(Viewer.NOBODY));
        account.ifPresent(a -> request.setAttribute(ACCOUNT, a));
        Access.By needed = needed(method);
        if (needed == Access.By.EVERYONE) return true;
        // What is personal is kept by no cache, so that Back after signing out shows nothing.
        response.setHeader("Cache-Control", "no-store");
        if (needed == Access.By.LOCALHOST) {
            if (fromThisMachine(request)) return true;
            throw Problem.notFound();
        }
        if (account.isEmpty() && request.getHeader("X-Queue") != null) {
            // The phone keeps the answer and sends it again, for the same person only.
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return false;
        }
        if (account.isEmpty()) {
            // What was typed is kept in the session and goes on after signing in.
            sittings.remember(request, response);
            response.sendRedirect("/signin?away");
            return false;
        }
        boolean allowed =
                switch (needed) {
                    case KEPT -> !account.get().isGuest();
                    case TEACHER -> account.get().is(Account.Role.TEACHER);
                    case RESEARCHER -> account.get().is(Account.Role.RESEARCHER);
                    case EMPLOYER -> account.get().is(Account.Role.EMPLOYER);
                    case ADMIN -> account.get().is(Account.Role.ADMIN);
                    default -> true;
                };
        if (allowed && asksAge(account.get(), request)) {
            sittings.remember(request, response);
            response.sendRedirect("/keep/age");
            return false;
        }
        if (allowed) return true;
        if (needed == Access.By.KEPT) throw new Problem(HttpStatus.FORBIDDEN, "keepfirst");
        throw Problem.notFound();
    }

    static Access.@Nullable By declared(HandlerMethod method) {
        Access onMethod =
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class);
        Access found =
                onMethod != null
                        ? onMethod
                        : AnnotatedElementUtils.findMergedAnnotation(
                                method.getBeanType(), Access.class);
        return found == null ? null : found.value();
    }

    /**
     * Once a year, between two pages; never in the way of what was typed, of one's own data or of
     * leaving.
     */
    private boolean asksAge(Account account, HttpServletRequest request) {
        String path = request.getRequestURI();
        return !account.isGuest()
                && request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && !path.startsWith("/keep")
                && !path.startsWith("/me")
                && !path.startsWith("/signin")
                && keeping.ageIsDue(account);
    }

    private static Access.By needed(HandlerMethod method) {
        Access.By declared = declared(method);
        // Only the framework's own handlers (error page, health) come without; those are for
        // everyone.
        return declared == null ? Access.By.EVERYONE : declared;
    }

    private static Viewer viewer(Account a) {
        return new Viewer(
                true,
                !a.isGuest(),
                a.is(Account.Role.TEACHER),
                a.is(Account.Role.RESEARCHER),
                a.is(Account.Role.EMPLOYER),
                a.is(Account.Role.ADMIN),
                mark(a));
    }

    /** A name of its own, since the id of an account stays with us. */
    private static String mark(Account a) {
        String name = "device " + a.id().value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static boolean fromThisMachine(HttpServletRequest request) throws Exception {
        boolean local = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        // A reverse proxy on the machine speaks for others.
        return local
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isLocalName(URI.create(request.getRequestURL().toString()).getHost());
    }

    /** A page of another site must not reach us through a name of its own that points here. */
    private static boolean isLocalName(@Nullable String host) {
        return host != null
                && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Account.class
                || (parameter.getParameterType() == Optional.class
                        && parameter.getGenericParameterType().getTypeName().contains(ACCOUNT));
    }

    /**
     * {@code Account} where the handler needs one; {@code Optional<Account>} where it is for
     * everyone.
     */
    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Object account = request.getAttribute(ACCOUNT, NativeWebRequest.SCOPE_REQUEST);
        return parameter.getParameterType() == Optional.class
                ? Optional.ofNullable(account)
                : account;
    }
}
