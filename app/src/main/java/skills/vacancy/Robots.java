package skills.vacancy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a site's robots.txt allows us to read (RFC 9309): the rules of our own name, else those for
 * everybody; the longest rule that fits an address decides, and of equally long ones the one that
 * allows.
 */
final class Robots {

    /** Our name as a site can write it; the first part of what the fetcher says it is. */
    static final String NAME = "skills-passport";

    /** More of the file is not read. */
    static final int MOST = 500 * 1024;

    private static final Pattern LINE =
            Pattern.compile("\\s*([A-Za-z-]+)\\s*:\\s*([^#]*?)\\s*(?:#.*)?");
    private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");

    static final Robots ALL = new Robots(List.of());
    static final Robots NOTHING = new Robots(List.of(rule(false, "/")));

    /**
     * @param parts between the stars
     * @param end the address ends where the last part does
     */
    private record Rule(boolean allows, String path, List<String> parts, boolean end) {

        boolean fits(String address) {
            if (!address.startsWith(parts.getFirst())) return false;
            int at = parts.getFirst().length();
            if (parts.size() == 1) return !end || at == address.length();
            for (String part : parts.subList(1, parts.size() - 1)) {
                int found = address.indexOf(part, at);
                if (found < 0) return false;
                at = found + part.length();
            }
            String last = parts.getLast();
            return end
                    ? address.endsWith(last) && address.length() - last.length() >= at
                    : address.indexOf(last, at) >= 0;
        }
    }

    private final List<Rule> rules;

    private Robots(List<Rule> rules) {
        this.rules = rules;
    }

    static Robots read(String text) {
        List<Rule> own = new ArrayList<>();
        List<Rule> everybody = new ArrayList<>();
        boolean named = false;
        Set<String> agents = new HashSet<>();
        boolean inRules = false;
        String part = text.length() > MOST ? text.substring(0, MOST) : text;
        for (String line : part.replace("\ufeff", "").split("\\r\\n|\\r|\\n")) {
            Matcher m = LINE.matcher(line);
            if (!m.matches()) continue;
            String key = m.group(1).toLowerCase(Locale.ROOT);
            String value = m.group(2);
            if (key.equals("user-agent")) {
                // A name after rules begins another group; names in a row share one.
                if (inRules) agents.clear();
                inRules = false;
                agents.add(agent(value));
                named |= agents.contains(NAME);
            } else if (key.equals("allow") || key.equals("disallow")) {
                inRules = true;
                if (!value.startsWith("/") && !value.startsWith("*")) continue;
                Rule rule = rule(key.equals("allow"), value);
                if (agents.contains(NAME)) own.add(rule);
                if (agents.contains("*")) everybody.add(rule);
            }
        }
        return new Robots(List.copyOf(named ? own : everybody));
    }

    /** Without a version: "Skills-Passport/1.0" is us. */
    private static String agent(String value) {
        return value.replaceFirst("[/\\s].*", "").toLowerCase(Locale.ROOT);
    }

    private static Rule rule(boolean allows, String value) {
        String path = same(value);
        boolean end = path.endsWith("$");
        String[] parts = (end ? path.substring(0, path.length() - 1) : path).split("\\*+", -1);
        return new Rule(allows, path, List.of(parts), end);
    }

    boolean allows(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        if (path.isEmpty()) path = "/";
        if (path.equals("/robots.txt")) return true;
        String whole =
                same(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
        Rule best = null;
        for (Rule rule : rules)
            if (rule.fits(whole)
                    && (best == null
                            || rule.path.length() > best.path.length()
                            || rule.path.length() == best.path.length() && rule.allows))
                best = rule;
        return best == null || best.allows;
    }

    /** Written in one way: other than plain ASCII percent-encoded, in capitals, and no more. */
    private static String same(String path) {
        var encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8))
            if (b > 0x20 && b < 0x7f) encoded.append((char) b);
            else encoded.append(String.format("%%%02X", b & 0xff));
        return PERCENT.matcher(encoded)
                .replaceAll(
                        m -> {
                            int c = Integer.parseInt(m.group(1), 16);
                            boolean plain =
                                    c < 0x80
                                            && (Character.isLetterOrDigit(c)
                                                    || "-._~".indexOf(c) >= 0);
                            return Matcher.quoteReplacement(
                                    plain
                                            ? String.valueOf((char) c)
                                            : m.group().toUpperCase(Locale.ROOT));
                        });
    }
}
