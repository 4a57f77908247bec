package skills.evaluation.pool;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import skills.evaluation.plan.PlanFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed content. The signature (Ed25519, RFC 8032) is over the content as JSON with keys in
 * alphabetical order and no spaces. Anybody can make a key: who pools compares the fingerprint with
 * what the other installation says of its own.
 *
 * @param key public key, X.509 in Base64
 * @param signature in Base64
 */
public record PoolFile(PoolContent content, String key, String signature) {

    public PoolFile {
        Objects.requireNonNull(content);
        Objects.requireNonNull(key);
        Objects.requireNonNull(signature);
    }

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final String ALGORITHM = "Ed25519";

    /**
     * @param keys an Ed25519 pair
     */
    public static PoolFile sign(PoolContent content, KeyPair keys) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(keys.getPrivate());
            signer.update(bytes(content));
            return new PoolFile(
                    content,
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                    Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The keys are no Ed25519 pair.", e);
        }
    }

    private static byte[] bytes(PoolContent content) {
        return JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    }

    public String write() {
        return JSON.writeValueAsString(this);
    }

    /**
     * @throws PoolFault when it is no such file; its signature is not looked at yet
     */
    public static PoolFile read(String json) {
        try {
            return JSON.readValue(json, PoolFile.class);
        } catch (JacksonException | NullPointerException e) {
            throw new PoolFault(
                    PoolFault.Kind.NOT_A_FILE, "", "This is no file of a pooled study.");
        }
    }

    /** Whether the content is as it was when the owner of the key signed it. */
    public boolean verifies() {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            verifier.update(bytes(content));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** SHA-256 of the public key, in hexadecimal with a space after every four digits. */
    public String fingerprint() {
        return PlanFile.sha256(key).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
