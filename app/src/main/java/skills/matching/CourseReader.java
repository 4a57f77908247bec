package skills.matching;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;
import tools.jackson.databind.JsonNode;

/**
 * Reads one schema.org Course. Texts are plain afterwards: no tags, no control characters. What is
 * wrong is said in a sentence; what is only missing stays missing.
 */
final class CourseReader {

    /** A row that cannot be used, with the reason. */
    static final class Unusable extends Exception {
        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }

    private static final BigDecimal DEAREST = new BigDecimal(200_000);
    private static final int MOST_HOURS = 10_000;
    private static final int MOST_SKILLS = 60;
    private static final Pattern LENGTH = Pattern.compile("P\\d{1,3}[DWMY]");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private CourseReader() {}

    /**
     * @param skill finds the skill under an ESCO address or a name
     * @param file where it was read, as a source when the course names none
     */
    static Course read(JsonNode node, Function<String, Optional<SkillId>> skill, String file)
            throws Unusable {
        String name = line(text(node.path("name")), 200);
        if (name.isEmpty()) throw new Unusable("name is missing");
        String provider = line(named(node.path("provider")), 120);
        if (provider.isEmpty()) throw new Unusable("provider is missing");
        String url = url(text(node.path("url")));
        List<String> taught = taught(node.path("teaches"));
        if (taught.isEmpty()) throw new Unusable("teaches is missing: which skills does it teach?");
        Set<SkillId> skills = new LinkedHashSet<>();
        for (String t : taught) skill.apply(t).ifPresent(skills::add);
        if (skills.isEmpty())
            throw new Unusable(
                    "teaches no skill that we know: '" + line(taught.getFirst(), 60) + "'");
        JsonNode offer = first(node.path("offers"));
        BigDecimal price = price(node, offer);
        JsonNode instance = first(node.path("hasCourseInstance"));
        String id = line(text(node.path("identifier")), 200);
        String source = line(named(node.path("source")), 100);
        return new Course(
                url != null
                        ? "url|" + url
                        : !id.isEmpty()
                                ? "id|" + provider.toLowerCase(Locale.ROOT) + "|" + id
                                : "name|" + (provider + "|" + name).toLowerCase(Locale.ROOT),
                name,
                provider,
                price,
                price == null ? null : currency(offer),
                hours(node, instance),
                length(text(node.path("timeRequired"))),
                line(place(instance), 80),
                starts(text(instance.path("startDate"))),
                url,
                source.isEmpty() ? file : source,
                skills);
    }

    private static @Nullable String url(String text) throws Unusable {
        if (text.isBlank()) return null;
        try {
            URI uri = URI.create(text.strip());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || text.length() > 500 || uri.getUserInfo() != null)
                throw new Unusable("url is no address of a page: '" + line(text, 60) + "'");
            return uri.toString();
        } catch (IllegalArgumentException e) {
            throw new Unusable("url is no address of a page: '" + line(text, 60) + "'");
        }
    }

    private static List<String> taught(JsonNode node) throws Unusable {
        List<String> found = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            if (one.isString()) found.add(one.stringValue());
            else
                for (String field : List.of("url", "@id", "sameAs", "name"))
                    if (one.path(field).isString()) found.add(one.path(field).stringValue());
        }
        found.removeIf(String::isBlank);
        if (found.size() > MOST_SKILLS)
            throw new Unusable("teaches more than " + MOST_SKILLS + " skills");
        return found;
    }

    private static @Nullable BigDecimal price(JsonNode node, JsonNode offer) throws Unusable {
        String written = text(offer.path("price")).strip();
        boolean free =
                node.path("isAccessibleForFree").asBoolean(false)
                        || "free".equalsIgnoreCase(text(offer.path("category")));
        if (written.isEmpty()) return free ? BigDecimal.ZERO : null;
        String digits = written.replaceAll("(?i)eur|€|,-|\\s", "");
        // "1.250,00" and "1.250" as in Dutch, "1,250.00" as in English.
        if (digits.matches("\\d{1,3}(\\.\\d{3})+(,\\d{1,2})?|\\d+,\\d{1,2}"))
            digits = digits.replace(".", "").replace(',', '.');
        else if (digits.matches("\\d{1,3}(,\\d{3})+(\\.\\d{1,2})?"))
            digits = digits.replace(",", "");
        if (!digits.matches("\\d{1,9}(\\.\\d{1,2})?"))
            throw new Unusable("price is no amount: '" + line(written, 40) + "'");
        BigDecimal price = new BigDecimal(digits);
        if (price.compareTo(DEAREST) > 0)
            throw new Unusable("price is above " + DEAREST + ": '" + line(written, 40) + "'");
        return price;
    }

    private static String currency(JsonNode offer) throws Unusable {
        String currency = text(offer.path("priceCurrency")).strip();
        if (currency.isEmpty()) return "EUR";
        if (!CURRENCY.matcher(currency).matches())
            throw new Unusable("priceCurrency is no code as EUR: '" + line(currency, 20) + "'");
        return currency;
    }

    private static @Nullable Integer hours(JsonNode node, JsonNode instance) throws Unusable {
        String written = text(instance.path("courseWorkload")).strip();
        if (written.isEmpty() && text(node.path("timeRequired")).startsWith("PT"))
            written = text(node.path("timeRequired")).strip();
        if (written.isEmpty()) return null;
        try {
            long hours =
                    written.matches("\\d{1,6}")
                            ? Long.parseLong(written)
                            : Math.ceilDiv(Duration.parse(written).toMinutes(), 60);
            if (hours < 1 || hours > MOST_HOURS)
                throw new Unusable("hours must be 1 to " + MOST_HOURS + ", not " + hours);
            return (int) hours;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new Unusable("hours are no number: '" + line(written, 40) + "'");
        }
    }

    private static @Nullable String length(String written) throws Unusable {
        String text = written.strip();
        if (text.isEmpty() || text.startsWith("PT")) return null;
        if (!LENGTH.matcher(text).matches())
            throw new Unusable("timeRequired is no time as P12W: '" + line(text, 40) + "'");
        return text;
    }

    private static @Nullable LocalDate starts(String written) throws Unusable {
        if (written.isBlank()) return null;
        String text = written.strip();
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            throw new Unusable("startDate is no date as 2026-09-01: '" + line(text, 40) + "'");
        }
    }

    private static String place(JsonNode instance) {
        JsonNode location = first(instance.path("location"));
        if (location.isString()) return location.stringValue();
        JsonNode address = first(location.path("address"));
        if (address.isString()) return address.stringValue();
        String town = text(address.path("addressLocality"));
        return town.isEmpty() ? text(location.path("name")) : town;
    }

    private static String named(JsonNode node) {
        JsonNode one = first(node);
        return one.isString() ? one.stringValue() : text(one.path("name"));
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() && !node.isEmpty() ? node.get(0) : node;
    }

    private static String text(JsonNode node) {
        if (node.isString()) return node.stringValue();
        return node.isNumber() ? node.asString() : "";
    }

    /** One line of plain text. */
    static String line(String text, int longest) {
        String plain =
                text.replaceAll("(?s)<(script|style)\\b.*?</\\1\\s*>", " ")
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
