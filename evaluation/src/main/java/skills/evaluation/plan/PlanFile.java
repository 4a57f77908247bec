package skills.evaluation.plan;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan as JSON. */
public final class PlanFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    // What follows from the parts is no part, such as isByLot.
                    .changeDefaultVisibility(
                            v -> v.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                    .build();

    private PlanFile() {}

    /**
     * A plan that may be used.
     *
     * @throws PlanFault when the text is no plan, or the parts of the plan do not fit together
     */
    public static Plan read(String json) {
        Plan plan = draft(json);
        PlanRules.check(plan);
        return plan;
    }

    /**
     * A plan that somebody is still working on: {@link PlanRules#faults} says what it lacks.
     *
     * @throws PlanFault when the text is no plan
     */
    public static Plan draft(String json) {
        try {
            return JSON.readValue(json, Plan.class);
        } catch (JacksonException e) {
            throw new PlanFault(
                    e.getPathReference() == null ? "" : e.getPathReference(),
                    e.getOriginalMessage());
        } catch (NullPointerException e) {
            throw new PlanFault("", "A part of the plan is missing: " + e.getMessage());
        }
    }

    /** The same plan is always the same text: keys in alphabetical order, no spaces. */
    public static String write(Plan plan) {
        return JSON.writeValueAsString(plan);
    }

    /** For people: as {@link #write}, with lines. */
    public static String pretty(Plan plan) {
        return JSON.rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(plan);
    }

    /** Fingerprint of {@link #write}: SHA-256 in hexadecimal. */
    public static String hash(Plan plan) {
        return sha256(write(plan));
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
