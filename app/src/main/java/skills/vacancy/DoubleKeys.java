package skills.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the titles and employers of the same job have in common, however they are dressed up. */
final class DoubleKeys {

    private static final Set<String> IN_TITLE =
            Set.of(
                    "m",
                    "v",
                    "x",
                    "f",
                    "d",
                    "h",
                    "man",
                    "vrouw",
                    "mv",
                    "mvx",
                    "vmx",
                    "uur",
                    "uren",
                    "per",
                    "week",
                    "fulltime",
                    "parttime",
                    "tot",
                    "vanaf",
                    "euro",
                    "regio",
                    "omgeving",
                    "vacature",
                    "gezocht",
                    "in",
                    "te",
                    "de",
                    "het",
                    "een",
                    "voor",
                    "and",
                    "en",
                    "of",
                    "full",
                    "part",
                    "time",
                    "hours",
                    "job",
                    "baan");

    private static final Set<String> IN_EMPLOYER =
            Set.of(
                    "bv",
                    "nv",
                    "b",
                    "v",
                    "n",
                    "vof",
                    "holding",
                    "groep",
                    "group",
                    "nederland",
                    "netherlands",
                    "the",
                    "de",
                    "het",
                    "stichting",
                    "ltd",
                    "gmbh",
                    "inc",
                    "sa",
                    "srl",
                    "bvba");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private DoubleKeys() {}

    /** The words of a title without what only decorates it: (m/v), hours, pay, place, employer. */
    static List<String> title(String title, @Nullable String employer, String place) {
        Set<String> known = new java.util.HashSet<>(IN_TITLE);
        known.addAll(words(place));
        if (employer != null) known.addAll(words(employer));
        List<String> all = words(title);
        List<String> core =
                all.stream()
                        .filter(w -> !known.contains(w) && !NUMBER.matcher(w).matches())
                        .toList();
        return core.isEmpty() ? all : core;
    }

    static List<String> employer(@Nullable String employer) {
        if (employer == null) return List.of();
        List<String> all = words(employer);
        List<String> core = all.stream().filter(w -> !IN_EMPLOYER.contains(w)).toList();
        return core.isEmpty() ? all : core;
    }

    static List<String> words(String text) {
        String folded = Folded.fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** An address without what only counts visitors. */
    static @Nullable String address(@Nullable String url) {
        if (url == null) return null;
        String plain =
                url.replaceFirst("#.*$", "")
                        .replaceAll("(?<=[?&])(?:utm_\\w+|source|ref|src)=[^&]*&?", "")
                        .replaceFirst("[?&]$", "")
                        .replaceFirst("/$", "");
        return plain.replaceFirst("^https?://(?:www\\.)?", "").toLowerCase(Locale.ROOT);
    }

    static Long[] of(Vacancy v) {
        String title = String.join("", title(v.title(), v.employer(), v.place()));
        String employer = String.join("", employer(v.employer()));
        String place = Folded.fold(v.place());
        List<String> keys = new ArrayList<>();
        keys.add("title place " + title + " " + place);
        if (!employer.isEmpty()) {
            keys.add("employer place " + employer + " " + place);
            keys.add("title employer " + title + " " + employer);
        }
        String address = address(v.url());
        if (address != null) keys.add("address " + address);
        return keys.stream().map(DoubleKeys::hash).collect(Collectors.toSet()).toArray(Long[]::new);
    }

    /** FNV-1a, 64 bits: the same on every machine and in every version. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash ^= text.charAt(i);
            hash *= 0x100000001b3L;
        }
        return hash;
    }
}
