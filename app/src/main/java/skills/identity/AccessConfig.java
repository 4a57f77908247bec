package skills.identity;

import static org.springframework.security.web.access.IpAddressAuthorizationManager.hasIpAddress;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Security headers, tokens against forged requests, and the guard at every route. */
@Configuration
class AccessConfig implements WebMvcConfigurer {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final AccessGuard guard;
    private final PasskeyConfig passkeys;

    AccessConfig(AccessGuard guard, PasskeyConfig passkeys) {
        this.guard = guard;
        this.passkeys = passkeys;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(guard);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        // In a cookie, so that a form outlives the session and a page for everyone opens none.
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(c -> c.sameSite("Lax"));
        return http.authorizeHttpRequests(
                        all ->
                                all.requestMatchers("/actuator/metrics", "/actuator/metrics/**")
                                        .access(
                                                AuthorizationManagers.anyOf(
                                                        hasIpAddress("127.0.0.1"),
                                                        hasIpAddress("::1")))
                                        .anyRequest()
                                        .permitAll()) // AccessGuard decides
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(tokens)
                                        // Mail programs stop the mail by one POST without cookies
                                        // (RFC 8058); the secret in the address is what allows it.
                                        .ignoringRequestMatchers("/vacancies/stop/*"))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                csp -> csp.policyDirectives(CONTENT_POLICY))
                                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .permissionsPolicyHeader(
                                                p ->
                                                        p.policy(
                                                                "camera=(), microphone=(), geolocation=()")))
                .logout(logout -> logout.logoutUrl("/signout").logoutSuccessUrl("/"))
                .webAuthn(passkeys::into)
                .requestCache(cache -> cache.requestCache(new HttpSessionRequestCache()))
                .build();
    }

    /** Deny by default: a handler of ours that does not say who may call it stops the start. */
    @Bean
    SmartInitializingSingleton everyHandlerSaysWhoMayCall(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return () ->
                mapping.getHandlerMethods()
                        .forEach(
                                (route, method) -> {
                                    boolean ours =
                                            method.getBeanType()
                                                    .getPackageName()
                                                    .startsWith("skills.");
                                    boolean frame =
                                            method.getBeanType()
                                                    .getPackageName()
                                                    .equals("skills.platform");
                                    if (ours && !frame && AccessGuard.declared(method) == null)
                                        throw new IllegalStateException(
                                                route
                                                        + " does not say who may call it: add @Access");
                                });
    }
}
