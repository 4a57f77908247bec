package skills.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

@Configuration
class SessionConfig {

    /**
     * A double click writes the same attribute of a session twice: the second replaces the first.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sameAttributeTwice() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
