package skills.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.WebAuthnConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import skills.kernel.AccountId;

/**
 * Passkeys: browsers allow them on https, and on localhost. Over plain http in a home network there
 * are none; the page's script then hides the button.
 */
@Configuration
class PasskeyConfig {

    private static final String PRODUCT = "Skillspaspoort";

    private final String origin;
    private final String port;
    private final Accounts accounts;
    private final Sittings sittings;

    PasskeyConfig(
            @Value("${skills.origin}") String origin,
            @Value("${server.port:8080}") String port,
            Accounts accounts,
            Sittings sittings) {
        this.origin = origin;
        this.port = port;
        this.accounts = accounts;
        this.sittings = sittings;
    }

    void into(WebAuthnConfigurer<HttpSecurity> passkeys) {
        boolean safe = origin.startsWith("https://");
        passkeys.rpName(PRODUCT)
                .rpId(safe ? URI.create(origin).getHost() : "localhost")
                .allowedOrigins(safe ? Set.of(origin) : Set.of("http://localhost:" + port))
                .disableDefaultRegistrationPage(true)
                .withObjectPostProcessor(
                        new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
                            @Override
                            public <F extends WebAuthnAuthenticationFilter> F postProcess(
                                    F filter) {
                                filter.setAuthenticationSuccessHandler(
                                        (request, response, who) -> {
                                            // The same session as every other way in makes: new id,
                                            // nothing but the account.
                                            sittings.begin(
                                                    AccountId.parse(who.getName()),
                                                    request,
                                                    response);
                                            response.setContentType("application/json");
                                            response.getWriter()
                                                    .write(
                                                            "{\"authenticated\":true,\"redirectUrl\":\"/signin/onward\"}");
                                        });
                                filter.setAuthenticationFailureHandler(
                                        (request, response, why) ->
                                                response.setStatus(
                                                        HttpServletResponse.SC_UNAUTHORIZED));
                                return filter;
                            }
                        });
    }

    /** A passkey signs in whatever account it was made for, as long as that account is there. */
    @Bean
    UserDetailsService accountsByName() {
        return name -> {
            if (isAccount(name)) return new User(name, "", List.of());
            throw new UsernameNotFoundException("no such account");
        };
    }

    private boolean isAccount(String name) {
        try {
            return accounts.find(AccountId.parse(name)).isPresent();
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    @Bean
    UserCredentialRepository passkeyCredentials(JdbcOperations jdbc) {
        return new JdbcUserCredentialRepository(jdbc);
    }

    /**
     * The phone's list of passkeys shows the product's name, where Spring would show the account's
     * id. In the table the name is the account's id; what goes to the browser has that only as a
     * random number.
     */
    @Bean
    PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations jdbc) {
        var stored = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
        return new PublicKeyCredentialUserEntityRepository() {
            @Override
            public PublicKeyCredentialUserEntity findById(Bytes id) {
                return stored.findById(id);
            }

            @Override
            public PublicKeyCredentialUserEntity findByUsername(String username) {
                if (stored.findByUsername(username) == null && isAccount(username))
                    save(
                            ImmutablePublicKeyCredentialUserEntity.builder()
                                    .id(Bytes.random())
                                    .name(username)
                                    .build());
                var owner = stored.findByUsername(username);
                return owner == null
                        ? null
                        : ImmutablePublicKeyCredentialUserEntity.builder()
                                .id(owner.getId())
                                .name(PRODUCT)
                                .displayName(PRODUCT)
                                .build();
            }

            @Override
            public void save(PublicKeyCredentialUserEntity owner) {
                stored.save(owner);
            }

            @Override
            public void delete(Bytes id) {
                stored.delete(id);
            }
        };
    }
}
