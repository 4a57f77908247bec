package skills.vacancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;

/**
 * Finds skills that a text names by one of their labels. It knows words, not meanings: what is
 * written otherwise than in the taxonomy is missed, and a page that shows the result says so.
 */
final class SkillFinder {

    /**
     * @param label in the language of the texts to be read
     */
    record Label(SkillId skill, String label, boolean knowledge) {}

    /**
     * @param exactly a name that must be written just so (LESS is no "less"); null where case does
     *     not matter
     */
    private record Entry(String[] tokens, SkillId skill, @Nullable String exactly) {}

    /** No vacancy really asks more; what follows is most often about the employer. */
    static final int MOST = 12;

    private static final Set<String> STOP =
            Set.of(
                    "de", "het", "een", "van", "en", "of", "in", "op", "met", "voor", "aan", "te",
                    "the", "a", "an", "and", "or", "on", "with", "for", "to");

    /** Names of skills that in a vacancy nearly always mean something else. */
    private static final Set<String> TOO_COMMON =
            Set.of(
                    "communicatie",
                    "communication",
                    "recht",
                    "filosofie",
                    "philosophy",
                    "muziek",
                    "psychologie",
                    "logistiek",
                    "logistics",
                    "transport",
                    "techniek",
                    "technology",
                    "onderwijs",
                    "veiligheid",
                    "kwaliteit",
                    "organisatie",
                    "marketing",
                    "innovatie",
                    "innovation",
                    "history",
                    "education",
                    "service",
                    "security",
                    "business",
                    "management",
                    "engineering",
                    "nederlands",
                    "verkoop",
                    "productie",
                    "production",
                    "economie",
                    "economics",
                    "design",
                    "planning",
                    "training",
                    "medicine",
                    "nursing",
                    "international",
                    "therapie",
                    "therapy",
                    "surgery",
                    "research",
                    "statistics",
                    "evaluation",
                    "supervision",
                    "leadership",
                    "vakmanschap",
                    "bouwsector",
                    "persoonlijke ontwikkeling",
                    "sollicitatieprocedure",
                    "overdracht",
                    "geschiedenis",
                    "voeding",
                    "politiek",
                    "reflectie",
                    "personal development",
                    "application process",
                    "consultation",
                    "show commitment",
                    "meet commitments",
                    "interact verbally in welsh",
                    "ondernemerschap",
                    "computer equipment");

    private static final Pattern NICE =
            Pattern.compile(
                    "\\b(een pre|is pre|pre is|pluspunt|meegenomen|(een|groot|grote|dikke) plus|a plus|nice to have|desirable|advantage|advantageous|preferred|bij voorkeur|voordeel|een must is het niet)\\b");
    private static final Pattern NOT =
            Pattern.compile(
                    "\\b(niet nodig|niet vereist|geen vereiste|hoeft niet|hoef je niet|niet noodzakelijk|not required|not needed|not necessary|no [a-z]+ (needed|required))\\b");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+");
    private static final Pattern WRITTEN_APART =
            Pattern.compile(".*\\p{Ll}\\p{Lu}.*|\\p{Lu}{3,}.*|.*\\d.*");

    private final Map<String, List<Entry>> byFirst = new HashMap<>();

    SkillFinder(List<Label> labels) {
        for (Label label : labels) {
            String[] tokens = tokens(label.label());
            boolean usable =
                    tokens.length > 1 || tokens.length == 1 && distinctive(label, tokens[0]);
            if (!usable || TOO_COMMON.contains(Folded.fold(label.label()))) continue;
            String exactly =
                    tokens.length == 1 && isName(label.label()) ? label.label().strip() : null;
            byFirst.computeIfAbsent(tokens[0], k -> new ArrayList<>(1))
                    .add(new Entry(tokens, label.skill(), exactly));
        }
        byFirst.values().forEach(e -> e.sort((a, b) -> b.tokens.length - a.tokens.length));
    }

    /**
     * One word is enough when it is a name (AutoCAD, HACCP) or a long word for a field of
     * knowledge.
     */
    private static boolean distinctive(Label label, String token) {
        if (TOO_COMMON.contains(token) || label.label().strip().contains(" ")) return false;
        return isName(label.label()) ? token.length() > 2 : label.knowledge() && token.length() > 6;
    }

    private static boolean isName(String label) {
        return WRITTEN_APART.matcher(label).matches();
    }

    /**
     * Skills in the order in which the text names them.
     *
     * @param lines as by {@link CleanText#lines}: headings begin with "# "
     * @return each with true for what is needed, false for what is welcome
     */
    Map<SkillId, Boolean> find(List<String> lines) {
        Map<SkillId, Boolean> found = new LinkedHashMap<>();
        boolean niceBlock = false;
        for (String line : lines) {
            if (line.startsWith("# ")) {
                niceBlock = NICE.matcher(line.toLowerCase()).find();
                continue;
            }
            for (String sentence : SENTENCE.split(line)) {
                String lower = sentence.toLowerCase();
                if (NOT.matcher(lower).find()) continue;
                boolean nice = niceBlock || NICE.matcher(lower).find();
                // Named twice, once as needed: needed.
                find(sentence).forEach(s -> found.merge(s, !nice, Boolean::logicalOr));
            }
            if (found.size() >= MOST) break;
        }
        Map<SkillId, Boolean> most = new LinkedHashMap<>();
        found.entrySet().stream().limit(MOST).forEach(e -> most.put(e.getKey(), e.getValue()));
        return most;
    }

    private List<SkillId> find(String sentence) {
        String[] tokens = tokens(sentence);
        List<SkillId> found = new ArrayList<>();
        for (int i = 0; i < tokens.length; ) {
            Entry entry = longest(tokens, i, sentence);
            if (entry == null) {
                i++;
            } else {
                found.add(entry.skill);
                i += entry.tokens.length;
            }
        }
        return found;
    }

    private @Nullable Entry longest(String[] tokens, int at, String sentence) {
        for (Entry entry : byFirst.getOrDefault(tokens[at], List.of())) {
            if (matches(entry.tokens, tokens, at)
                    && (entry.exactly == null || sentence.contains(entry.exactly))) return entry;
        }
        return null;
    }

    private static boolean matches(String[] entry, String[] tokens, int at) {
        if (at + entry.length > tokens.length) return false;
        for (int i = 0; i < entry.length; i++) if (!entry[i].equals(tokens[at + i])) return false;
        return true;
    }

    private static String[] tokens(String text) {
        return Stream.of(Folded.fold(text).split(" "))
                .filter(t -> !t.isEmpty() && !STOP.contains(t))
                .toArray(String[]::new);
    }
}
