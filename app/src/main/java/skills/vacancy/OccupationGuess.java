package skills.vacancy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skills.kernel.Language;
import skills.taxonomy.TitleSearch;

/** The occupation behind a title, or none: a wrong one is worse. Several threads may use it. */
final class OccupationGuess {

    private static final Pattern ASIDE =
            Pattern.compile(
                    "\\([^)]*\\)|\\[[^]]*]|\\b[mvfwd]\\s?/\\s?[mvfwd](\\s?/\\s?[xd])?\\b|\\b\\d+([.,-]\\d+)?\\s*(-\\s*\\d+\\s*)?(uur|hours|u|fte|%).*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK =
            Pattern.compile(
                    "\\s+[-–—|@]\\s+|\\s*[|:;,]\\s+|\\s+(?:bij|in|te|voor|regio|at|for)\\s+",
                    Pattern.CASE_INSENSITIVE);

    /** How experienced or how urgent: says nothing about which occupation. */
    private static final Set<String> GRADES =
            Set.of(
                    "junior",
                    "senior",
                    "medior",
                    "sr",
                    "jr",
                    "ervaren",
                    "aankomend",
                    "leerling",
                    "allround",
                    "1e",
                    "2e",
                    "eerste",
                    "gezocht",
                    "vacature",
                    "fulltime",
                    "parttime",
                    "trainee",
                    "experienced",
                    "assistent in opleiding",
                    "band",
                    "5",
                    "6",
                    "7",
                    "8",
                    "ii",
                    "iii",
                    "bank",
                    "part",
                    "full",
                    "time",
                    "tijdelijk",
                    "zelfstandig",
                    "starter",
                    "startende",
                    "bijbaan",
                    "weekend",
                    "and",
                    "en",
                    "de",
                    "of",
                    "the");

    /** Alone these name no occupation: beside another word they must not carry the guess. */
    private static final Set<String> VAGUE =
            Set.of(
                    "manager",
                    "medewerker",
                    "assistent",
                    "assistant",
                    "adviseur",
                    "advisor",
                    "consultant",
                    "specialist",
                    "engineer",
                    "operator",
                    "monteur",
                    "technicus",
                    "leider",
                    "director",
                    "directeur",
                    "coordinator",
                    "officer",
                    "worker",
                    "hoofd",
                    "lead",
                    "support",
                    "administrator",
                    "analist",
                    "analyst",
                    "supervisor",
                    "teamleider",
                    "projectleider",
                    "stagiair",
                    "vrijwilliger",
                    "leraar",
                    "docent",
                    "teacher",
                    "trainer",
                    "coach",
                    "begeleider",
                    "practitioner",
                    "technician",
                    "agent",
                    "hulp",
                    "helper",
                    "clerk",
                    "field",
                    "clinical",
                    "academic",
                    "fellow",
                    "service",
                    "team",
                    "general",
                    "project",
                    "product",
                    "business",
                    "international");

    private static final double LEAST_SHARE = 0.5;

    private static final int MOST_KEPT = 50_000;

    /** A name of an occupation with the words that a title must hold to say it. */
    private record Entry(Set<String> words, TitleSearch.Name name) {}

    /** By the word of each name that the fewest names have. */
    private final Map<String, List<Entry>> byRarest = new HashMap<>();

    /** Says what a title means when no name stands in it word for word. */
    interface Meaning {

        /** The occupation that fits best, or null when none fits well enough. */
        Vacancy.@Nullable MappedOccupation of(String title, Language language);
    }

    private final Meaning meaning;

    /** Vacancies of one trade say the same again and again. */
    private final Map<String, Optional<Vacancy.MappedOccupation>> meant = new ConcurrentHashMap<>();

    OccupationGuess(List<TitleSearch.Name> names) {
        this(names, (title, language) -> null);
    }

    OccupationGuess(List<TitleSearch.Name> names, Meaning meaning) {
        this.meaning = meaning;
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<TitleSearch.Name> bestFirst =
                names.stream()
                        .sorted(Comparator.comparingDouble((TitleSearch.Name n) -> -n.weight()))
                        .toList();
        for (TitleSearch.Name name : bestFirst) {
            // The name that we show finds its occupation too.
            for (String text : List.of(name.name(), name.title().in(name.language()))) {
                Set<String> words = words(text);
                if (words.isEmpty() || !seen.add(name.occupation() + " " + words)) continue;
                entries.add(new Entry(words, name));
                words.forEach(w -> counts.merge(w, 1, Integer::sum));
            }
        }
        for (Entry entry : entries)
            byRarest.computeIfAbsent(
                            Collections.min(entry.words, Comparator.comparing(counts::get)),
                            k -> new ArrayList<>(2))
                    .add(entry);
    }

    Vacancy.@Nullable MappedOccupation guess(String title, String language) {
        Language in = language.equals("en") ? Language.EN : Language.NL;
        for (String candidate : candidates(title)) {
            Set<String> asked = words(candidate);
            Entry best = null;
            for (String word : asked)
                for (Entry entry : byRarest.getOrDefault(word, List.of()))
                    if (fits(asked, entry.words)
                            && (best == null || BEST.compare(key(best, in), key(entry, in)) > 0))
                        best = entry;
            if (best != null)
                return new Vacancy.MappedOccupation(
                        best.name.occupation(), best.name.title().in(in), true);
        }
        if (meant.size() > MOST_KEPT) meant.clear();
        return meant.computeIfAbsent(in + bare(title), k -> Optional.ofNullable(meaning(title, in)))
                .orElse(null);
    }

    /** Without the words that say nothing; a title that is vague even then means nothing. */
    private Vacancy.@Nullable MappedOccupation meaning(String title, Language language) {
        Set<String> words = words(bare(title));
        boolean named = words.stream().anyMatch(w -> w.length() > 3 && !VAGUE.contains(w));
        return named ? meaning.of(String.join(" ", words), language) : null;
    }

    /** The longest name first, then the better one, then one in the language of the title. */
    private record Key(int words, double weight, String id) {}

    private static final Comparator<Key> BEST =
            Comparator.comparingInt((Key k) -> -k.words)
                    .thenComparingDouble(k -> -k.weight)
                    .thenComparing(k -> k.id);

    private static Key key(Entry entry, Language in) {
        double own = entry.name.language() == in ? .02 : 0;
        return new Key(
                entry.words.size(), entry.name.weight() + own, entry.name.occupation().toString());
    }

    /** The whole title first, then what stands before its first break. */
    static Set<String> candidates(String title) {
        String bare = bare(title);
        return Stream.of(bare, BREAK.split(bare, 2)[0])
                .filter(t -> Folded.fold(t).length() > 2)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String bare(String title) {
        return ASIDE.matcher(title).replaceAll(" ").replaceAll("[\\s–—-]+$", "").strip();
    }

    /** The title says the whole label, and the label says at least half of the title. */
    static boolean fits(Set<String> asked, Set<String> label) {
        if (label.isEmpty() || !asked.containsAll(label)) return false;
        if (label.size() == asked.size()) return true;
        boolean named = label.stream().anyMatch(w -> w.length() > 4 && !VAGUE.contains(w));
        return named && label.size() >= LEAST_SHARE * asked.size();
    }

    static Set<String> words(String text) {
        return Stream.of(Folded.fold(text.toLowerCase(Locale.ROOT)).split(" "))
                .filter(w -> !w.isEmpty() && !GRADES.contains(w))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
