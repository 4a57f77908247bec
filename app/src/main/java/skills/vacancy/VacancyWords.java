package skills.vacancy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** How the words of a vacancy are kept, and what is asked for when somebody types some. */
final class VacancyWords {

    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_PART = 4;
    static final int LONGEST_EDGE = 14;

    private static final Set<String> SMALL =
            Set.of(
                    "de",
                    "het",
                    "een",
                    "van",
                    "en",
                    "of",
                    "in",
                    "op",
                    "bij",
                    "voor",
                    "met",
                    "als",
                    "te",
                    "the",
                    "a",
                    "an",
                    "and",
                    "or",
                    "at",
                    "for",
                    "with",
                    "as",
                    "m",
                    "v",
                    "x",
                    "baan",
                    "vacature",
                    "vacatures",
                    "werk",
                    "job",
                    "jobs");

    private static final Analyzer PLAIN = analyzer(null);
    private static final Analyzer DUTCH = analyzer("nl");
    private static final Analyzer ENGLISH = analyzer("en");

    private static final Map<String, Float> FIELDS =
            Map.of(
                    "title",
                    6f,
                    "job",
                    3f,
                    "employer",
                    4f,
                    "town",
                    4f,
                    "stem_nl",
                    4f,
                    "stem_en",
                    4f,
                    "skill_nl",
                    1.5f,
                    "skill_en",
                    1.5f,
                    "text_nl",
                    1f,
                    "text_en",
                    1f);

    /** Where a word that is spelled otherwise is looked up. */
    private static final List<String> SPELLED = List.of("title", "job", "employer", "town");

    private VacancyWords() {}

    private static Analyzer analyzer(@Nullable String language) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                var folded = new ASCIIFoldingFilter(new LowerCaseFilter(source));
                return new TokenStreamComponents(
                        source,
                        language == null
                                ? folded
                                : new SnowballFilter(
                                        folded,
                                        language.equals("en")
                                                ? new EnglishStemmer()
                                                : new DutchStemmer()));
            }
        };
    }

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                PLAIN,
                Map.of(
                        "stem_nl",
                        DUTCH,
                        "stem_en",
                        ENGLISH,
                        "skill_nl",
                        DUTCH,
                        "skill_en",
                        ENGLISH,
                        "text_nl",
                        DUTCH,
                        "text_en",
                        ENGLISH));
    }

    static void write(Document document, VacancyIndex.Document d) {
        Vacancy v = d.row().vacancy();
        boolean english = v.language().equals("en");
        text(document, "title", v.title());
        text(document, "job", d.row().jobs());
        text(document, "employer", v.employer() == null ? "" : v.employer());
        text(document, "town", v.place());
        text(document, english ? "stem_en" : "stem_nl", v.title() + " " + d.row().jobs());
        text(document, english ? "skill_en" : "skill_nl", d.skills());
        text(document, english ? "text_en" : "text_nl", d.text());
        Set<String> parts = new LinkedHashSet<>();
        for (String word : words(v.title() + " " + d.row().jobs())) {
            for (int n = SHORTEST_PART; n <= word.length() - 3; n++)
                parts.add(word.substring(0, n));
            for (int n = 3; n <= word.length() - SHORTEST_PART; n++) parts.add(word.substring(n));
        }
        parts.forEach(p -> document.add(new StringField("part", p, Field.Store.NO)));
        edges(document, "edge_title", v.title());
        if (v.employer() != null) edges(document, "edge_employer", v.employer());
    }

    private static void text(Document document, String field, String text) {
        if (!text.isEmpty()) document.add(new TextField(field, text, Field.Store.NO));
    }

    private static void edges(Document document, String field, String text) {
        Set<String> edges = new LinkedHashSet<>();
        for (String word : words(text))
            for (int n = 1; n <= Math.min(LONGEST_EDGE, word.length()); n++)
                edges.add(word.substring(0, n));
        edges.forEach(e -> document.add(new StringField(field, e, Field.Store.NO)));
    }

    static List<String> words(String text) {
        return tokens(PLAIN, "title", text);
    }

    private static List<String> tokens(Analyzer analyzer, String field, String text) {
        var found = new ArrayList<String>();
        try (var stream = analyzer.tokenStream(field, text)) {
            var term =
                    stream.addAttribute(
                            org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) found.add(term.toString());
            stream.end();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    /** HTML of our own making as plain text. */
    static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /**
     * @param corrected the words that are looked for instead of those typed; null when as typed
     */
    record Asked(Query query, @Nullable String corrected) {}

    /** The query for what was typed; null when that holds no word. */
    static @Nullable Asked asked(IndexReader reader, String typed) throws IOException {
        List<String> words = words(typed);
        List<String> telling = words.stream().filter(w -> !SMALL.contains(w)).toList();
        if (!telling.isEmpty()) words = telling;
        words = words.subList(0, Math.min(MOST_WORDS, words.size()));
        if (words.isEmpty()) return null;
        var all = new BooleanQuery.Builder();
        var said = new ArrayList<String>();
        boolean corrected = false;
        var queries = new ArrayList<Query>();
        for (String word : words) {
            Query query = known(reader, word);
            String instead = word;
            if (query == null) query = split(reader, word);
            if (query == null) {
                instead = similar(reader, word);
                query = instead == null ? null : known(reader, instead);
                corrected |= query != null;
            }
            said.add(query == null || instead == null ? word : instead);
            queries.add(query == null ? new TermQuery(new Term("title", word)) : query);
        }
        for (Query query : queries) all.add(query, Occur.MUST);
        Query whole = joined(reader, words, queries, all.build());
        return new Asked(whole, corrected ? String.join(" ", said) : null);
    }

    /** "heftruck chauffeur" also finds heftruckchauffeur. */
    private static Query joined(
            IndexReader reader, List<String> words, List<Query> queries, Query apart)
            throws IOException {
        var either = new BooleanQuery.Builder().add(apart, Occur.SHOULD);
        boolean any = false;
        for (int i = 0; i + 1 < words.size(); i++) {
            Query together = known(reader, words.get(i) + words.get(i + 1));
            if (together == null) continue;
            any = true;
            var all = new BooleanQuery.Builder().add(together, Occur.MUST);
            for (int j = 0; j < words.size(); j++)
                if (j != i && j != i + 1) all.add(queries.get(j), Occur.MUST);
            either.add(all.build(), Occur.SHOULD);
        }
        return any ? either.build() : apart;
    }

    /** The word wherever it stands; null when it stands nowhere. */
    private static @Nullable Query known(IndexReader reader, String word) throws IOException {
        var found = new ArrayList<Query>();
        Map<String, List<String>> spelled = new HashMap<>();
        for (var field : FIELDS.entrySet()) {
            String name = field.getKey();
            Analyzer analyzer =
                    name.endsWith("_nl") ? DUTCH : name.endsWith("_en") ? ENGLISH : PLAIN;
            List<String> terms =
                    spelled.computeIfAbsent(
                            name.endsWith("_nl") ? "nl" : name.endsWith("_en") ? "en" : "",
                            k -> tokens(analyzer, name, word));
            if (terms.size() != 1) continue;
            var term = new Term(name, terms.getFirst());
            if (reader.docFreq(term) > 0)
                found.add(new BoostQuery(new TermQuery(term), field.getValue()));
        }
        var part = new Term("part", word);
        if (word.length() >= SHORTEST_PART && reader.docFreq(part) > 0)
            found.add(new BoostQuery(new TermQuery(part), 2));
        return found.isEmpty() ? null : new DisjunctionMaxQuery(found, .1f);
    }

    /** A compound that nobody writes, as two words that somebody does. */
    private static @Nullable Query split(IndexReader reader, String word) throws IOException {
        Query best = null;
        int most = 0;
        for (int i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
            String head = word.substring(i);
            for (String link : List.of("", "s", "en", "e")) {
                if (i - link.length() < SHORTEST_PART || !word.substring(0, i).endsWith(link))
                    continue;
                String front = word.substring(0, i - link.length());
                int n = Math.min(frequency(reader, front), frequency(reader, head));
                if (n <= most) continue;
                Query one = known(reader, front);
                Query other = known(reader, head);
                if (one == null || other == null) continue;
                most = n;
                best =
                        new BooleanQuery.Builder()
                                .add(one, Occur.MUST)
                                .add(other, Occur.MUST)
                                .build();
            }
        }
        return best;
    }

    /** Only words that stand by themselves in a title or a name of an occupation. */
    private static int frequency(IndexReader reader, String word) throws IOException {
        return reader.docFreq(new Term("title", word)) + reader.docFreq(new Term("job", word));
    }

    /** The word that was probably meant: few letters other, written by many. */
    private static @Nullable String similar(IndexReader reader, String word) throws IOException {
        if (word.length() < 4 || word.length() > 40) return null;
        int edits = word.length() < 6 ? 1 : 2;
        String best = null;
        double most = 0;
        for (String field : SPELLED) {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms == null) continue;
            TermsEnum similar =
                    new FuzzyQuery(new Term(field, word), edits, 1, 50, true).getTermsEnum(terms);
            for (BytesRef term = similar.next(); term != null; term = similar.next()) {
                String other = term.utf8ToString();
                double likeness = 1 - (double) edits(word, other) / Math.max(1, word.length());
                double value = Math.pow(likeness, 8) * Math.log(2 + similar.docFreq());
                if (value > most) {
                    most = value;
                    best = other;
                }
            }
        }
        return best;
    }

    /** Letters added, left out, changed or swapped. */
    static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        int[] next = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + cost);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
            }
            int[] free = before;
            before = row;
            row = next;
            next = free;
        }
        return row[b.length()];
    }

    /** For completing: every word typed, the last one may be half; null when there is none. */
    static @Nullable Query completing(String edgeField, String typed) {
        List<String> words = words(typed);
        if (words.isEmpty() || words.getLast().length() < 2) return null;
        var all = new BooleanQuery.Builder();
        for (String word : words.subList(0, Math.min(words.size(), MOST_WORDS)))
            all.add(
                    new TermQuery(
                            new Term(
                                    edgeField,
                                    word.substring(0, Math.min(LONGEST_EDGE, word.length())))),
                    Occur.FILTER);
        return all.build();
    }

    /** Any of the words in title or text, as plain BM25 would have it. */
    static Query anyOf(String text) {
        var any = new BooleanQuery.Builder();
        for (String field : List.of("title", "text_nl", "text_en")) {
            Analyzer analyzer =
                    field.equals("title") ? PLAIN : field.equals("text_nl") ? DUTCH : ENGLISH;
            for (String term : new LinkedHashSet<>(tokens(analyzer, field, text)))
                if (!SMALL.contains(term))
                    any.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        }
        return any.build();
    }
}
