package skills.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Sees where a text may tell more than its writer means to. It only warns, and errs on both sides:
 * the words are in content/privacy.
 */
@Component
class PrivacyWords {

    /** What a text may reveal. */
    enum Topic {
        FAITH,
        HEALTH,
        UNION,
        ORIENTATION,
        PEOPLE
    }

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+");
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<!\\d)(?:\\+?\\d[ -]?){9,13}(?!\\d)");

    private final Map<Topic, Pattern> words = new EnumMap<>(Topic.class);

    PrivacyWords() {
        Map<Topic, List<String>> lists = new EnumMap<>(Topic.class);
        for (String language : List.of("nl", "en")) read(language, lists);
        lists.forEach(
                (topic, list) ->
                        words.put(topic, topic == Topic.PEOPLE ? beforeName(list) : any(list)));
    }

    /** What the text may reveal, in the order of the topics. */
    Set<Topic> in(String text) {
        var found = EnumSet.noneOf(Topic.class);
        words.forEach(
                (topic, pattern) -> {
                    if (pattern.matcher(text).find()) found.add(topic);
                });
        if (ADDRESS.matcher(text).find() || LONG_NUMBER.matcher(text).find())
            found.add(Topic.PEOPLE);
        return found;
    }

    private static void read(String language, Map<Topic, List<String>> lists) {
        try {
            String file =
                    new ClassPathResource("content/privacy/" + language + ".txt")
                            .getContentAsString(StandardCharsets.UTF_8);
            List<String> list = new ArrayList<>();
            for (String line : file.lines().map(String::strip).toList()) {
                if (line.isEmpty() || line.startsWith("#")) continue;
                if (line.startsWith("[")) {
                    String topic = line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT);
                    list = lists.computeIfAbsent(Topic.valueOf(topic), t -> new ArrayList<>());
                } else list.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole words; a star at the end stands for any ending. */
    private static Pattern any(List<String> list) {
        return Pattern.compile(start() + alternatives(list) + end(), flags());
    }

    /** A word such as "colleague" with a name behind it: a capital, not the start of a sentence. */
    private static Pattern beforeName(List<String> list) {
        return Pattern.compile(
                start()
                        + "(?i:"
                        + alternatives(list)
                        + ")\\.? (?:(?:de|den|der|van|el|al|ten|ter) )*\\p{Lu}\\p{L}+",
                Pattern.UNICODE_CASE);
    }

    private static String alternatives(List<String> list) {
        return list.stream()
                .map(
                        w ->
                                w.endsWith("*")
                                        ? Pattern.quote(w.substring(0, w.length() - 1)) + "\\p{L}*"
                                        : Pattern.quote(w))
                .collect(java.util.stream.Collectors.joining("|", "(?:", ")"));
    }

    private static String start() {
        return "(?<![\\p{L}\\d])";
    }

    private static String end() {
        return "(?![\\p{L}\\d])";
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }
}
