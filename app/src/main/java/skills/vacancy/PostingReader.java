package skills.vacancy;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads one schema.org JobPosting, with what feeds make of it. */
final class PostingReader {

    private static final Pattern ESCO_SKILL =
            Pattern.compile("https?://data\\.europa\\.eu/esco/skill/[\\w.-]+");
    private static final Pattern ESCO_OCCUPATION =
            Pattern.compile("https?://data\\.europa\\.eu/esco/occupation/[\\w.-]+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}&/.-]*\\p{L}");
    private static final Set<String> NO_TITLE =
            Set.of(
                    "onbekend",
                    "unknown",
                    "n v t",
                    "n a",
                    "titel",
                    "title",
                    "vacature",
                    "geen",
                    "null",
                    "zsm",
                    "in overleg",
                    "ja",
                    "nee");
    private static final Set<String> NO_EMPLOYER =
            Set.of(
                    "onbekend",
                    "unknown",
                    "onze opdrachtgever",
                    "opdrachtgever",
                    "n v t",
                    "n a",
                    "null",
                    "none",
                    "confidential",
                    "anoniem");
    private static final Set<String> NO_PLACE =
            Set.of(
                    "in overleg",
                    "onbekend",
                    "unknown",
                    "null",
                    "zsm",
                    "z s m",
                    "n v t",
                    "remote",
                    "thuiswerken");

    private PostingReader() {}

    static Posting read(JsonNode node) throws Unusable {
        String title = title(node);
        String url = url(node);
        String source = source(node, url);
        String employer = employer(node.path("hiringOrganization"));
        JsonNode location = first(node.path("jobLocation"));
        JsonNode address =
                location.path("address").isString()
                        ? MissingNode.getInstance()
                        : first(location.path("address"));
        String locality = locality(node, location, address);
        Optional<LocalDate> posted = date(node, "datePosted");
        Optional<LocalDate> until = date(node, "validThrough");
        String raw = description(node);
        CleanText text = CleanText.of(raw);
        return new Posting(
                key(node, source, url, title, employer, locality),
                source,
                url,
                title,
                employer,
                locality,
                country(address),
                postcode(address),
                point(location.path("geo")),
                pay(first(node.path("baseSalary"))),
                Amounts.hours(CleanText.line(text(node.path("workHours")))),
                contract(node.path("employmentType")),
                posted.orElse(null),
                until.orElse(null),
                text,
                language(node, title, text),
                false,
                stated(node.path("skills")),
                occupation(node),
                education(node));
    }

    /** The key of a row that is otherwise unusable; empty when only its contents would tell. */
    static Optional<String> key(JsonNode node) {
        String url = url(node);
        String key = key(node, source(node, url), url, "", null, "");
        return key.startsWith("job|") ? Optional.empty() : Optional.of(key);
    }

    private static String title(JsonNode node) throws Unusable {
        String title = CleanText.line(text(node.path("title")));
        if (title.isEmpty()) throw new Unusable("title is missing");
        boolean words =
                LETTERS.matcher(title).find() && !title.matches("(?i)https?://.*|[\\d./: -]+");
        if (!words || NO_TITLE.contains(Folded.fold(title)))
            throw new Unusable("title is no title: '" + shorter(title, 60) + "'");
        return shorter(title, 200);
    }

    private static @Nullable String url(JsonNode node) {
        String text = text(node.path("url")).strip();
        if (text.isEmpty()) text = text(first(node.path("mainEntityOfPage"))).strip();
        if (text.length() > 2000) return null;
        try {
            URI uri = new URI(text);
            boolean web =
                    "https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? text : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String source(JsonNode node, @Nullable String url) {
        for (String field : List.of("source", "publisher")) {
            String name = CleanText.line(name(node.path(field)));
            if (!name.isEmpty()) return shorter(name, 100);
        }
        return url == null ? "import" : URI.create(url).getHost().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String employer(JsonNode node) {
        String name = CleanText.line(name(first(node)));
        if (name.isEmpty() || name.startsWith("http") || NO_EMPLOYER.contains(Folded.fold(name)))
            return null;
        return shorter(name, 150);
    }

    private static String locality(JsonNode node, JsonNode location, JsonNode address) {
        for (JsonNode place :
                List.of(
                        address.path("addressLocality"),
                        location.path("address"),
                        location.path("name"),
                        location,
                        address.path("addressRegion"))) {
            String text = place.isString() ? CleanText.line(place.stringValue()) : "";
            boolean name = LETTERS.matcher(text).find() && !NO_PLACE.contains(Folded.fold(text));
            if (name) return shorter(text, 100);
        }
        return "";
    }

    private static @Nullable String country(JsonNode address) {
        String text = name(first(address.path("addressCountry"))).strip();
        return switch (Folded.fold(text)) {
            case "" -> null;
            case "nl", "nld", "nederland", "netherlands", "the netherlands" -> "NL";
            case "be", "bel", "belgie", "belgium", "belgique" -> "BE";
            default -> text.length() == 2 ? text.toUpperCase(Locale.ROOT) : "??";
        };
    }

    private static @Nullable String postcode(JsonNode address) {
        Matcher m =
                Pattern.compile("(?:B-|NL-)?([1-9]\\d{3})(?:\\s?[A-Za-z]{2})?")
                        .matcher(text(address.path("postalCode")).strip());
        return m.matches() ? m.group(1) : null;
    }

    private static @Nullable Point point(JsonNode geo) {
        try {
            var at =
                    new Point(
                            Double.parseDouble(text(first(geo).path("latitude"))),
                            Double.parseDouble(text(first(geo).path("longitude"))));
            // Null island is where missing coordinates lie.
            return Math.abs(at.lat()) < 0.01 && Math.abs(at.lon()) < 0.01 ? null : at;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Pay pay(JsonNode salary) {
        if (salary.isString() || salary.isNumber())
            return Amounts.pay(CleanText.line(text(salary)), null, null);
        String currency = text(salary.path("currency")).strip().toUpperCase(Locale.ROOT);
        if (!currency.matches("[A-Z]{3}")) currency = null;
        JsonNode value = first(salary.path("value"));
        Pay.Per per =
                Amounts.per(text(value.path("unitText")) + " " + text(salary.path("unitText")));
        if (value.isString() || value.isNumber())
            return Amounts.pay(CleanText.line(text(value)), currency, per);
        BigDecimal min = amount(value.path("minValue"), salary.path("minValue"));
        BigDecimal max = amount(value.path("maxValue"), salary.path("maxValue"));
        if (min != null || max != null) return Amounts.pay(min, max, currency, per);
        JsonNode single = value.path("value");
        return single.isMissingNode()
                ? null
                : Amounts.pay(CleanText.line(text(single)), currency, per);
    }

    private static @Nullable BigDecimal amount(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node.isNumber()) return node.decimalValue();
            List<BigDecimal> found = Amounts.numbers(text(node));
            if (found.size() == 1) return found.getFirst();
        }
        return null;
    }

    static Set<Contract> contract(JsonNode node) {
        Set<Contract> found = EnumSet.noneOf(Contract.class);
        for (JsonNode one : many(node)) {
            String text = " " + Folded.fold(CleanText.line(text(one))) + " ";
            if (text.matches(".* (full time|fulltime|voltijd|voltijds) .*"))
                found.add(Contract.FULL_TIME);
            if (text.matches(".* (part time|parttime|deeltijd|deeltijds) .*"))
                found.add(Contract.PART_TIME);
            if (text.matches(
                    ".*( uitzicht op vast | daarna vaak vast | vast na | temp to perm ).*"))
                found.add(Contract.TEMPORARY_TO_PERMANENT);
            else if (text.matches(".* (permanent|vast|vaste|onbepaalde) .*"))
                found.add(Contract.PERMANENT);
            else if (text.matches(
                    ".* (temporary|tijdelijk|tijdelijke|time specific|fixed term|contract|interim|seizoen|bepaalde) .*"))
                found.add(Contract.TEMPORARY);
            if (text.matches(".* (per diem|oproep|oproepkracht|nul uren|flex|on call) .*"))
                found.add(Contract.ON_CALL);
            if (text.matches(
                    ".* (leerbaan|bbl|leerling|leerwerkplek|apprenticeship|apprentice) .*"))
                found.add(Contract.APPRENTICESHIP);
            if (text.matches(".* (intern|internship|stage) .*")) found.add(Contract.INTERNSHIP);
            if (text.matches(".* (contractor|freelance|zzp) .*")) found.add(Contract.FREELANCE);
            if (text.matches(".* (volunteer|vrijwillig|vrijwilliger) .*"))
                found.add(Contract.VOLUNTEER);
        }
        return Collections.unmodifiableSet(found);
    }

    private static Optional<LocalDate> date(JsonNode node, String field) throws Unusable {
        return Dates.read(text(first(node.path(field))), field);
    }

    /** The description and, where a feed keeps them apart, what one does and what is asked. */
    private static String description(JsonNode node) {
        var all = new StringBuilder(text(node.path("description")));
        for (String field : List.of("responsibilities", "qualifications")) {
            String more = text(node.path(field)).strip();
            if (!more.isEmpty() && all.indexOf(more) < 0)
                all.append(all.isEmpty() ? "" : "\n\n").append(more);
        }
        return all.toString();
    }

    private static List<Posting.Stated> stated(JsonNode node) {
        Set<String> uris = new LinkedHashSet<>();
        for (JsonNode one : many(node)) {
            for (String field : List.of("", "@id", "url", "sameAs", "termCode", "identifier")) {
                JsonNode value = field.isEmpty() ? one : one.path(field);
                Matcher m = ESCO_SKILL.matcher(text(value));
                while (m.find()) uris.add(m.group());
            }
        }
        return uris.stream()
                .limit(40)
                .map(
                        uri ->
                                new Posting.Stated(
                                        SkillId.of(uri.replace("https://", "http://")), true))
                .toList();
    }

    private static @Nullable OccupationId occupation(JsonNode node) {
        for (String field : List.of("occupationalCategory", "relevantOccupation")) {
            for (JsonNode one : many(node.path(field))) {
                Matcher m = ESCO_OCCUPATION.matcher(one.toString());
                if (m.find()) return OccupationId.of(m.group().replace("https://", "http://"));
            }
        }
        return null;
    }

    /** schema.org has texts and credentials with a category, a name, or both. */
    private static String education(JsonNode node) {
        var all = new StringBuilder();
        for (JsonNode one : many(node.path("educationRequirements")))
            for (JsonNode part : List.of(one, one.path("credentialCategory"), one.path("name")))
                if (part.isString()) all.append(all.isEmpty() ? "" : " / ").append(text(part));
        return shorter(CleanText.line(all.toString()), 200);
    }

    private static String language(JsonNode node, String title, CleanText text) {
        String given = text(first(node.path("inLanguage"))).strip().toLowerCase(Locale.ROOT);
        return given.matches("[a-z]{2}([-_].*)?") ? given.substring(0, 2) : language(title, text);
    }

    /** Dutch or English, by the words that both are full of. */
    static String language(String title, CleanText text) {
        String words =
                " " + Folded.fold(title + " " + text.html().replaceAll("<[^>]+>", " ")) + " ";
        return count(words, "the|and|you|with|for|our|will")
                        > count(words, "de|het|een|en|van|je|voor")
                ? "en"
                : "nl";
    }

    /**
     * Words that stand between spaces; neighbours share one, so the right one is only looked at.
     */
    private static long count(String text, String words) {
        return Pattern.compile(" (?:" + words + ")(?= )").matcher(text).results().count();
    }

    private static String key(
            JsonNode node,
            String source,
            @Nullable String url,
            String title,
            @Nullable String employer,
            String locality) {
        JsonNode identifier = first(node.path("identifier"));
        String value =
                identifier.isObject()
                        ? CleanText.line(
                                text(identifier.path("name"))
                                        + " "
                                        + text(identifier.path("value")))
                        : CleanText.line(text(identifier));
        boolean named =
                identifier.isObject()
                        ? !text(identifier.path("value")).isBlank()
                        : !value.isEmpty();
        if (named) return "id|" + source + "|" + shorter(value, 300);
        if (url != null) return "url|" + url;
        return "job|"
                + source
                + "|"
                + Folded.fold(title)
                + "|"
                + Folded.fold(employer == null ? "" : employer)
                + "|"
                + Folded.fold(locality);
    }

    private static String name(JsonNode node) {
        return node.isObject() ? text(node.path("name")) : text(node);
    }

    private static String text(JsonNode node) {
        return node.isString()
                ? node.stringValue()
                : node.isNumber()
                        ? node.decimalValue().toPlainString()
                        : node.isArray() && !node.isEmpty() ? text(node.get(0)) : "";
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray()
                ? node.isEmpty() ? MissingNode.getInstance() : first(node.get(0))
                : node;
    }

    private static List<JsonNode> many(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.isArray()) node.forEach(found::add);
        else found.add(node);
        return found;
    }

    private static String shorter(String text, int most) {
        if (text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
