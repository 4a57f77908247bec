package skills.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The yardstick: plain Lucene with its BM25, each label a document, any word may match. The English
 * analyzer for English, the standard one for all else.
 */
final class Bm25 implements AutoCloseable {

    private final Analyzer analyzer;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<String> ids;

    /** By document: which element of the corpus it is. */
    private final int[] numbers;

    Bm25(Map<String, String> corpus, String language) {
        analyzer = language.equals("en") ? new EnglishAnalyzer() : new StandardAnalyzer();
        ids = new ArrayList<>(corpus.keySet());
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                int number = 0;
                for (String text : corpus.values()) {
                    var document = new Document();
                    document.add(new TextField("text", text, Field.Store.NO));
                    document.add(new NumericDocValuesField("number", number++));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
            numbers = numbers(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] numbers(DirectoryReader reader) throws IOException {
        int[] all = new int[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNumericDocValues("number");
            for (int doc = values.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = values.nextDoc()) all[leaf.docBase + doc] = (int) values.longValue();
        }
        return all;
    }

    /** Ids of all elements with a word of the text, best first. */
    List<String> rank(String text) {
        try {
            var query = new BooleanQuery.Builder();
            int words = 0;
            try (TokenStream tokens = analyzer.tokenStream("text", text)) {
                var term = tokens.addAttribute(CharTermAttribute.class);
                tokens.reset();
                while (tokens.incrementToken() && words++ < 1000)
                    query.add(
                            new TermQuery(new Term("text", term.toString())),
                            BooleanClause.Occur.SHOULD);
                tokens.end();
            }
            if (words == 0) return List.of();
            var found = new ArrayList<String>();
            for (ScoreDoc hit : searcher.search(query.build(), ids.size()).scoreDocs)
                found.add(ids.get(numbers[hit.doc]));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
