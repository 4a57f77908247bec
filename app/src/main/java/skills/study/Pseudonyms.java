package skills.study;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws names that say nothing: eight characters that are not mistaken for each other. */
@Component
class Pseudonyms {

    private static final String SIGNS = "23456789CDFGHJKMNPQRTVWX";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String draw() {
        var name = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) name.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return name.toString();
    }
}
