package skills.study;

import org.springframework.stereotype.Component;
import skills.identity.Secret;

/** Draws names that say nothing: eight characters that are not mistaken for each other. */
@Component
class Pseudonyms {

    private static final String SIGNS = "23456789CDFGHJKMNPQRTVWX";
    private static final int LENGTH = 8;

    String draw() {
        return Secret.letters(SIGNS, LENGTH);
    }
}
