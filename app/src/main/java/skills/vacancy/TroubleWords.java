package skills.vacancy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a row or page of a feed could not be used, in the language of the page. Reports are kept in
 * English, as files of rejected rows are; a reason that is not known here is shown as it is.
 */
final class TroubleWords {

    /**
     * @param key of a message
     */
    record Said(String key, Object[] arguments) {}

    private record Rule(Pattern pattern, String key) {}

    private static final List<Rule> RULES =
            List.of(
                    rule("(\\w+) is not a date: '(.*)'", "date"),
                    rule("title is missing", "notitle"),
                    rule("title is no title: '(.*)'", "badtitle"),
                    rule("the same vacancy as line (\\d+)(?: \\(.*\\))?", "same"),
                    rule("a quotation mark opens or closes in the wrong place.*", "quote"),
                    rule("the row ends before its title", "short"),
                    rule("more cells than columns.*", "cells"),
                    rule("no JobPosting", "noposting"),
                    rule("not valid JSON: (.*)", "json"),
                    rule("(\\d+) pages were not read: too many", "many"),
                    rule("not on (.*): left out", "elsewhere"),
                    rule("not an address", "address"),
                    rule("(.*) is a web page without a JobPosting in it\\.", "nopage"));

    /** A page that could not be read, as "status: 404": the words for it are those of a feed. */
    private static final Pattern PAGE =
            Pattern.compile("([a-z]+(?: [a-z]+)?): (.*)", Pattern.DOTALL);

    private static final List<String> OF_PAGES =
            List.of(
                    "ADDRESS",
                    "SCHEME",
                    "INNER",
                    "UNKNOWN_HOST",
                    "NO_CONNECTION",
                    "TOO_SLOW",
                    "TOO_LARGE",
                    "BOMB",
                    "STATUS",
                    "REDIRECTS",
                    "TYPE",
                    "BROKEN",
                    "ROBOTS",
                    "FILE");

    private TroubleWords() {}

    private static Rule rule(String pattern, String key) {
        return new Rule(Pattern.compile(pattern, Pattern.DOTALL), "feed.trouble." + key);
    }

    /** Empty for a reason that is not known. */
    static Optional<Said> of(String reason) {
        for (Rule rule : RULES) {
            Matcher m = rule.pattern.matcher(reason);
            if (m.matches()) return Optional.of(new Said(rule.key, groups(m)));
        }
        Matcher m = PAGE.matcher(reason);
        if (!m.matches()) return Optional.empty();
        String code = m.group(1).toUpperCase(Locale.ROOT).replace(' ', '_');
        return OF_PAGES.contains(code)
                ? Optional.of(new Said("feed.failed." + code, new Object[] {m.group(2)}))
                : Optional.empty();
    }

    private static Object[] groups(Matcher m) {
        Object[] groups = new Object[m.groupCount()];
        for (int i = 0; i < groups.length; i++) groups[i] = m.group(i + 1);
        return groups;
    }
}
