package skills.taxonomy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The Lucene index of titles: one document for each label. It only finds candidates, quickly and
 * generously; {@link TitleLikeness} ranks them.
 */
final class TitleIndex implements AutoCloseable {

    /** Raised when documents look different, so that an index of an older build is made again. */
    private static final String FORMAT = "1";

    private static final String MARK = "made-of";
    private static final int LONGEST_EDGE = 14;
    private static final int GRAM = 3;

    /**
     * One title of a concept.
     *
     * @param concept kind and id, such as OCCUPATION/uuid
     * @param weight how good a title it is, around 0, added to the likeness
     */
    record Label(String concept, String text, String language, double weight) {}

    /** A label as it is compared: cut into words, with the stem of each. */
    record Candidate(
            String concept,
            String text,
            String[] words,
            String[] stems,
            String language,
            double weight) {}

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** By document number: reading the stored fields at each search would be most of its time. */
    private final Candidate[] labels;

    private TitleIndex(Directory directory, DirectoryReader reader) throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.labels = labels(reader);
    }

    private static Candidate[] labels(DirectoryReader reader) throws IOException {
        var labels = new Candidate[reader.maxDoc()];
        var fields = reader.storedFields();
        var known = new HashMap<String, String>();
        var stems = new HashMap<String, String>();
        for (int i = 0; i < labels.length; i++) {
            Document document = fields.document(i);
            String[] words = TitleText.words(document.get("folded"));
            String[] wordStems = new String[words.length];
            for (int w = 0; w < words.length; w++) {
                words[w] = known.computeIfAbsent(words[w], k -> k);
                wordStems[w] = stems.computeIfAbsent(words[w], TitleText::stem);
            }
            labels[i] =
                    new Candidate(
                            known.computeIfAbsent(document.get("concept"), k -> k),
                            document.get("text"),
                            words,
                            wordStems,
                            known.computeIfAbsent(document.get("language"), k -> k),
                            document.getField("weight").numericValue().doubleValue());
        }
        return labels;
    }

    /**
     * The index in the folder when it was made of the same rows; else a new one of these labels.
     */
    static TitleIndex open(
            Path folder, String madeOf, java.util.function.Supplier<List<Label>> labels)
            throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            if (DirectoryReader.indexExists(directory)) {
                DirectoryReader reader = DirectoryReader.open(directory);
                if (mark(madeOf).equals(reader.getIndexCommit().getUserData().get(MARK)))
                    return new TitleIndex(directory, reader);
                reader.close();
            }
        } catch (IOException | IllegalArgumentException damaged) {
            // Made again below: it holds nothing that the database does not.
        }
        write(directory, madeOf, labels.get());
        return new TitleIndex(directory, DirectoryReader.open(directory));
    }

    private static String mark(String madeOf) {
        return FORMAT + ":" + madeOf;
    }

    private static void write(Directory directory, String madeOf, List<Label> labels)
            throws IOException {
        var config =
                new IndexWriterConfig(new WhitespaceAnalyzer())
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setRAMBufferSizeMB(64);
        try (var writer = new IndexWriter(directory, config)) {
            for (Label label : labels) {
                String folded = TitleText.fold(label.text());
                if (!folded.isEmpty()) writer.addDocument(document(label, folded));
            }
            writer.setLiveCommitData(Map.of(MARK, mark(madeOf)).entrySet());
            writer.commit();
        }
    }

    private static Document document(Label label, String folded) {
        var document = new Document();
        document.add(new StoredField("concept", label.concept()));
        document.add(new StoredField("text", label.text()));
        document.add(new StoredField("folded", folded));
        document.add(new StoredField("language", label.language()));
        document.add(new StoredField("weight", label.weight()));
        document.add(new TextField("word", folded, Field.Store.NO));
        document.add(new StringField("joined", folded.replace(" ", ""), Field.Store.NO));
        Set<String> stems = new HashSet<>();
        Set<String> edges = new HashSet<>();
        Set<String> grams = new HashSet<>();
        for (String word : TitleText.words(folded)) {
            stems.add(TitleText.stem(word));
            for (int n = 2; n <= Math.min(LONGEST_EDGE, word.length()); n++)
                edges.add(word.substring(0, n));
            grams.addAll(grams(word));
        }
        stems.forEach(s -> document.add(new StringField("stem", s, Field.Store.NO)));
        edges.forEach(e -> document.add(new StringField("edge", e, Field.Store.NO)));
        grams.forEach(g -> document.add(new StringField("gram", g, Field.Store.NO)));
        return document;
    }

    private static List<String> grams(String word) {
        String marked = " " + word;
        var grams = new ArrayList<String>();
        for (int i = 0; i + GRAM <= marked.length(); i++) grams.add(marked.substring(i, i + GRAM));
        return grams;
    }

    /**
     * Labels that may be meant by a folded text; the last word may be half.
     *
     * @param errors also labels that hold similar words: much slower, needed only after a typing
     *     error
     */
    List<Candidate> candidates(String folded, int most, boolean errors) throws IOException {
        String[] words = TitleText.words(folded);
        var query = new BooleanQuery.Builder();
        add(query, "joined", folded.replace(" ", ""), 10);
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            add(query, "word", word, 5);
            add(query, "stem", TitleText.stem(word), 3);
            if (i == words.length - 1)
                add(
                        query,
                        "edge",
                        word.length() > LONGEST_EDGE ? word.substring(0, LONGEST_EDGE) : word,
                        4);
            if (!errors || word.length() < 3) continue;
            var similar = new BooleanQuery.Builder();
            List<String> grams = grams(word);
            grams.forEach(g -> add(similar, "gram", g, 1));
            similar.setMinimumNumberShouldMatch(Math.max(1, (grams.size() + 1) * 2 / 5));
            query.add(similar.build(), BooleanClause.Occur.SHOULD);
            // Short words have too few letter groups in common with their misspelling.
            if (word.length() >= 4 && word.length() <= 7)
                query.add(
                        new BoostQuery(
                                new FuzzyQuery(
                                        new Term("word", word),
                                        word.length() < 6 ? 1 : 2,
                                        1,
                                        20,
                                        true),
                                3),
                        BooleanClause.Occur.SHOULD);
        }
        var found = new ArrayList<Candidate>();
        for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs)
            found.add(labels[hit.doc]);
        return found;
    }

    private static void add(BooleanQuery.Builder query, String field, String value, float boost) {
        query.add(
                new BoostQuery(new TermQuery(new Term(field, value)), boost),
                BooleanClause.Occur.SHOULD);
    }

    int size() {
        return reader.numDocs();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
