package skills.passport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in the address of a shared page: 128 random bits as 22 letters, digits, minus and low
 * line.
 */
record ShareToken(String text) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ShareToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256: enough without salt, as the token itself is random. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "token";
    }
}
