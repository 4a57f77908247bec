package skills.vacancy;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skills.kernel.Language;
import skills.taxonomy.OccupationId;
import skills.taxonomy.TitleSearch;

/**
 * The occupation behind a title, or none: a wrong one is worse. Remembers titles: made for one
 * import.
 */
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

    private final TitleSearch titles;
    private final Map<String, Optional<Vacancy.MappedOccupation>> known = new HashMap<>();

    OccupationGuess(TitleSearch titles) {
        this.titles = titles;
    }

    Vacancy.@Nullable MappedOccupation guess(String title, String language) {
        Language in = language.equals("en") ? Language.EN : Language.NL;
        return known.computeIfAbsent(in + title, k -> search(title, in)).orElse(null);
    }

    private Optional<Vacancy.MappedOccupation> search(String title, Language language) {
        for (String candidate : candidates(title)) {
            Set<String> asked = words(candidate);
            if (asked.isEmpty()) continue;
            TitleSearch.Found found = titles.search(String.join(" ", asked), language, 5);
            for (TitleSearch.Hit hit : found.hits()) {
                String label = hit.kind() == TitleSearch.Kind.OCCUPATION ? label(asked, hit) : null;
                if (label != null)
                    return Optional.of(
                            new Vacancy.MappedOccupation(
                                    OccupationId.parse(hit.id()), label, true));
            }
        }
        return Optional.empty();
    }

    /** The whole title first, then what stands before its first break. */
    static Set<String> candidates(String title) {
        String bare = ASIDE.matcher(title).replaceAll(" ").replaceAll("[\\s–—-]+$", "").strip();
        return Stream.of(bare, BREAK.split(bare, 2)[0])
                .filter(t -> Folded.fold(t).length() > 2)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable String label(Set<String> asked, TitleSearch.Hit hit) {
        for (String label :
                hit.also() == null ? List.of(hit.title()) : List.of(hit.also(), hit.title())) {
            if (fits(asked, words(label))) return hit.title();
        }
        return null;
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
