package skills.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the skills that a long text asks, each with the words that say so. A skill is met when the
 * words of one of its names stand close together in a sentence, in any order and form: "je stelt
 * offertes op" meets "offertes opstellen". How many of the words are needed is weighed by how rare
 * they are among all names; of skills that the reader of the text expects (those of the occupation)
 * fewer. Unchangeable, may be used by many threads.
 */
public final class SkillSpans {

    /**
     * A name of a skill.
     *
     * @param id anything that tells skills apart
     * @param sure met by its words alone, without a cue such as "ervaring met" (a phrase chosen for
     *     what vacancies say)
     */
    public record Name(String id, String text, boolean sure) {}

    /**
     * A skill where a text asks it.
     *
     * @param start first char (UTF-16) in the text
     * @param end the char after its last
     * @param must false for what is welcome but not needed
     * @param weight how much evidence there is: rises with the number and rarity of the words met
     */
    public record Span(String id, int start, int end, boolean must, double weight) {}

    /** Share of a name's weight that must be met. */
    private static final double ENOUGH = .85;

    /** The same for a skill that is expected. */
    private static final double ENOUGH_EXPECTED = .6;

    /** What a chosen phrase, and what an expected skill, weighs more than other names. */
    private static final double SURE = 6;

    private static final double LIKELY = 3;

    private static final int LONGEST_NAME = 8;

    private static final Set<String> STOP =
            Set.of(
                    "de",
                    "het",
                    "een",
                    "van",
                    "en",
                    "of",
                    "in",
                    "op",
                    "met",
                    "voor",
                    "aan",
                    "te",
                    "je",
                    "jouw",
                    "om",
                    "bij",
                    "tot",
                    "als",
                    "door",
                    "over",
                    "uit",
                    "naar",
                    "zijn",
                    "the",
                    "a",
                    "an",
                    "and",
                    "or",
                    "on",
                    "with",
                    "for",
                    "to",
                    "by",
                    "as",
                    "be",
                    "onze",
                    "hun",
                    "zich",
                    "inzake",
                    "betreffende",
                    "tijdens",
                    "volgens");

    private record Entry(
            String id, int[] stems, double[] weights, double all, boolean sure, boolean name) {}

    private record Word(String text, int start, int end, int[] stems) {}

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");

    /** AutoCAD, C++, HACCP: told by how it is written. */
    private static final Pattern NAME =
            Pattern.compile("\\S*(\\p{Ll}\\p{Lu}|\\p{Lu}{2,}|[+#\\d])\\S*");

    /** After a particle that ends a clause: a mark, or another clause. */
    private static final Pattern CLOSED =
            Pattern.compile("\\s*(?:[.,;:)(/]|en\\b|of\\b|die\\b|dat\\b|zodat\\b)");

    private final UnaryOperator<String> stem;
    private final Compounds compounds;
    private static final Entry[] NONE = {};
    private static final int[] NO_STEMS = {};

    /** So many words are remembered with their stems; others are cut anew each time. */
    private static final int REMEMBERED = 50_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, int[]> known = new ConcurrentHashMap<>();
    private final Entry[][] byRarest;
    private final SpanCues cues;

    private SkillSpans(
            Collection<Name> names,
            UnaryOperator<String> stem,
            Compounds compounds,
            SpanCues cues) {
        this.stem = stem;
        this.compounds = compounds;
        this.cues = cues;
        List<Name> bare = names.stream().map(SkillSpans::bare).toList();
        List<int[]> stems = bare.stream().map(name -> stemsOf(name.text())).toList();
        int[] seen = new int[numbers.size()];
        for (int i = 0; i < bare.size(); i++)
            if (!bare.get(i).sure()) for (int s : stems.get(i)) seen[s]++;
        double total = Math.log(Math.max(2, bare.size()));
        Map<Integer, List<Entry>> all = new HashMap<>();
        for (int i = 0; i < bare.size(); i++) add(bare.get(i), stems.get(i), seen, total, all);
        byRarest = new Entry[numbers.size()][];
        Arrays.fill(byRarest, NONE);
        all.forEach((s, entries) -> byRarest[s] = entries.toArray(Entry[]::new));
    }

    /** For Dutch texts. */
    public static SkillSpans dutch(Collection<Name> names) {
        List<String> texts = names.stream().map(Name::text).toList();
        return new SkillSpans(names, LooseStems::dutch, Compounds.learn(texts, 2), SpanCues.DUTCH);
    }

    /** For English texts. */
    public static SkillSpans english(Collection<Name> names) {
        return new SkillSpans(names, Stems::english, Compounds.of(Map.of()), SpanCues.ENGLISH);
    }

    private static Name bare(Name name) {
        String text = IN_BRACKETS.matcher(name.text()).replaceAll(" ").strip();
        return new Name(name.id(), text, name.sure());
    }

    /**
     * @param seen how many names have each stem @param total logarithm of the number of names
     */
    private static void add(
            Name name, int[] stems, int[] seen, double total, Map<Integer, List<Entry>> all) {
        if (stems.length == 0 || stems.length > LONGEST_NAME) return;
        double[] weights = new double[stems.length];
        double sum = 0;
        int rarest = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = .5 + total - Math.log(Math.max(1, seen[stems[i]]));
            sum += weights[i];
            if (weights[i] > weights[rarest]) rarest = i;
        }
        all.computeIfAbsent(stems[rarest], k -> new ArrayList<>(2))
                .add(new Entry(name.id(), stems, weights, sum, name.sure(), isName(name.text())));
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The stems of a name, each once; they get their numbers here. */
    private int[] stemsOf(String name) {
        return Tokens.words(name).stream()
                .filter(w -> !STOP.contains(w))
                .flatMap(w -> compounds.split(w).stream())
                .map(stem)
                .mapToInt(s -> numbers.computeIfAbsent(s, k -> numbers.size()))
                .distinct()
                .toArray();
    }

    /** The stems of a word of a text, whole and in parts, as far as a name has them. */
    private int[] stems(String word) {
        int[] stems = known.get(word);
        if (stems != null) return stems;
        List<String> parts = compounds.split(word);
        stems =
                Stream.concat(Stream.of(word), parts.size() > 1 ? parts.stream() : Stream.empty())
                        .map(stem)
                        .filter(numbers::containsKey)
                        .mapToInt(numbers::get)
                        .distinct()
                        .toArray();
        if (stems.length == 0) stems = NO_STEMS;
        if (known.size() < REMEMBERED) known.put(word, stems);
        return stems;
    }

    /** What the text asks, in its order; of words that meet several skills the weightiest. */
    public List<Span> find(String text) {
        return find(text, Set.of());
    }

    /**
     * @param text lines; a heading is a line of its own
     * @param expected skills that one expects in this text, such as those of the occupation: of
     *     these part of a name is enough
     */
    public List<Span> find(String text, Set<String> expected) {
        var found = new ArrayList<Span>();
        for (SpanCues.Sentence sentence : cues.sentences(text)) {
            Word[] words = words(text, sentence);
            for (int at = 0; at < words.length; at++)
                for (int s : words[at].stems())
                    for (Entry entry : byRarest[s]) {
                        Span span = meet(entry, s, words, at, sentence, text, expected);
                        if (span != null) found.add(span);
                    }
        }
        return best(found);
    }

    private Word[] words(String text, SpanCues.Sentence sentence) {
        List<Tokens.Token> tokens = sentence.words();
        var words = new Word[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            Tokens.Token token = tokens.get(i);
            words[i] =
                    new Word(
                            token.text(),
                            sentence.start() + token.start(),
                            sentence.start() + token.end(),
                            stems(token.text()));
        }
        joinParticles(words, text);
        return words;
    }

    /** "stelt … op", "op te stellen": the verb is opstellen. */
    private void joinParticles(Word[] words, String text) {
        for (int i = 1; i < words.length; i++) {
            String particle = words[i].text();
            if (!SpanCues.PARTICLES.contains(particle)) continue;
            if (i + 2 < words.length && words[i + 1].text().equals("te"))
                join(words, i + 2, particle);
            boolean closes =
                    i + 1 == words.length
                            || CLOSED.matcher(text)
                                    .region(words[i].end(), words[i + 1].end())
                                    .lookingAt();
            for (int v = Math.max(0, i - 7); closes && v < i; v++) {
                String verb = words[v].text();
                if (verb.length() > 3 && verb.endsWith("t")) join(words, v, particle);
            }
        }
    }

    private void join(Word[] words, int verb, String particle) {
        Word word = words[verb];
        Integer joined = numbers.get(stem.apply(particle + word.text()));
        if (joined == null) return;
        int[] stems = Arrays.copyOf(word.stems(), word.stems().length + 1);
        stems[stems.length - 1] = joined;
        words[verb] = new Word(word.text(), word.start(), word.end(), stems);
    }

    private static @Nullable Span meet(
            Entry entry,
            int rarest,
            Word[] words,
            int at,
            SpanCues.Sentence sentence,
            String text,
            Set<String> expected) {
        int reach = 2 * entry.stems.length + 1;
        int first = at;
        int last = at;
        double met = 0;
        double open = entry.all;
        int count = 0;
        boolean likely = !expected.isEmpty() && expected.contains(entry.id);
        double enough = entry.all * (entry.sure ? .999 : likely ? ENOUGH_EXPECTED : ENOUGH);
        for (int i = 0; i < entry.stems.length; i++) {
            int where = entry.stems[i] == rarest ? at : nearest(entry.stems[i], words, at, reach);
            if (where < 0) {
                open -= entry.weights[i];
                if (open < enough) return null;
                continue;
            }
            met += entry.weights[i];
            count++;
            first = Math.min(first, where);
            last = Math.max(last, where);
        }
        if (last - first > reach) return null;
        if (entry.stems.length == 1
                && !entry.sure
                && !alone(entry, words[at], sentence, text, likely)) return null;
        // One word of several is a hint, not the skill.
        if (count == 1 && entry.stems.length > 2 && !likely) return null;
        return new Span(
                entry.id,
                words[first].start(),
                words[last].end(),
                !sentence.nice(),
                met * met / entry.all + (entry.sure ? SURE : 0) + (likely ? LIKELY : 0));
    }

    /** Whether one word is enough: a name as it is written, or a word after a cue. */
    private static boolean alone(
            Entry entry, Word word, SpanCues.Sentence sentence, String text, boolean likely) {
        if (entry.name) return isName(text.substring(word.start(), word.end()));
        return word.text().length() > 4 && (likely || sentence.cued(word.start()));
    }

    private static int nearest(int stem, Word[] words, int at, int reach) {
        for (int d = 0; d <= reach; d++) {
            if (at + d < words.length && has(words[at + d], stem)) return at + d;
            if (at - d >= 0 && has(words[at - d], stem)) return at - d;
        }
        return -1;
    }

    private static boolean has(Word word, int stem) {
        for (int s : word.stems()) if (s == stem) return true;
        return false;
    }

    private static List<Span> best(List<Span> all) {
        all.sort(
                Comparator.comparingDouble((Span s) -> -s.weight())
                        .thenComparing(Span::start)
                        .thenComparing(Span::id));
        var kept = new TreeMap<Integer, Span>();
        for (Span span : all) {
            var before = kept.lowerEntry(span.end());
            if (before == null || before.getValue().end() <= span.start())
                kept.put(span.start(), span);
        }
        return List.copyOf(kept.values());
    }

    /** Each skill once, where it is asked first; needed when it is needed anywhere. */
    public static List<Span> once(List<Span> spans) {
        var first = new LinkedHashMap<String, Span>();
        for (Span span : spans)
            first.merge(
                    span.id(),
                    span,
                    (a, b) ->
                            new Span(
                                    a.id,
                                    a.start,
                                    a.end,
                                    a.must || b.must,
                                    Math.max(a.weight, b.weight)));
        return List.copyOf(first.values());
    }
}
