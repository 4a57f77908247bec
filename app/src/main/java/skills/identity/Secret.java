package skills.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Things that only the person may know; here they are kept as hashes. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** 256 random bits for an address. */
    public static String token() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Of an alphabet, each with the same chance. */
    public static String letters(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++)
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        return text.toString();
    }

    /**
     * Without salt or stretching: what is hashed here has over 70 random bits, so it cannot be
     * guessed.
     */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
