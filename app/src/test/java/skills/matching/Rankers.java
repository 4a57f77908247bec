package skills.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skillset;

/** Three ways to order all occupations for somebody with these skills. */
final class Rankers {

    /** Orders the numbers of all occupations, best first. */
    interface Ranker {
        int[] rank(Collection<SkillId> skills);
    }

    private final Skillset skillset;

    Rankers(Skillset skillset) {
        this.skillset = skillset;
    }

    /** In the order in which they are reported. */
    List<Map.Entry<String, Ranker>> all() {
        return List.of(
                Map.entry("fit", fit()),
                Map.entry("bm25", bm25()),
                Map.entry("overlap", overlap()));
    }

    /** Ours: somebody who says to have these skills, and of whom nothing else is known. */
    Ranker fit() {
        FitWork[] works = new FitWork[skillset.occupations()];
        for (int o = 0; o < works.length; o++)
            works[o] = FitWork.occupation(skillset, o, false, null);
        return skills -> {
            Map<SkillId, HeldSkill> held = new HashMap<>();
            skills.forEach(s -> held.put(s, HeldSkill.said(s)));
            Fitter fitter =
                    Fitter.of(
                            skillset,
                            new PersonFacts(
                                    held, Set.of(), Set.of(), List.of(), List.of(), null, 30,
                                    Wish.NONE));
            double[] scores = new double[works.length];
            for (int o = 0; o < works.length; o++) scores[o] = fitter.cautious(works[o]);
            return order(scores);
        };
    }

    /** How many skills both have; a shorter list first. */
    Ranker overlap() {
        return skills -> {
            double[] scores = new double[skillset.occupations()];
            for (SkillId s : skills)
                if (skillset.at(s) >= 0) for (int o : skillset.askedBy(skillset.at(s))) scores[o]++;
            for (int o = 0; o < scores.length; o++)
                scores[o] -= 1e-6 * (skillset.essential(o).length + skillset.useful(o).length);
            return order(scores);
        };
    }

    /** Lucene as it comes: an occupation is a text of its skills, a person a query of hers. */
    Ranker bm25() {
        try {
            var directory = new ByteBuffersDirectory();
            var config = new IndexWriterConfig(new WhitespaceAnalyzer());
            config.setSimilarity(new BM25Similarity());
            try (var writer = new IndexWriter(directory, config)) {
                for (int o = 0; o < skillset.occupations(); o++) {
                    var text = new StringBuilder();
                    for (int[] all : List.of(skillset.essential(o), skillset.useful(o)))
                        for (int s : all) text.append(skillset.skill(s)).append(' ');
                    var document = new Document();
                    document.add(new StoredField("number", o));
                    document.add(new TextField("skills", text.toString(), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(new BM25Similarity());
            return skills -> search(searcher, skills);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int[] search(IndexSearcher searcher, Collection<SkillId> skills) {
        try {
            var query = new BooleanQuery.Builder();
            for (SkillId s : new HashSet<>(skills))
                query.add(
                        new TermQuery(new Term("skills", s.toString())),
                        BooleanClause.Occur.SHOULD);
            var stored = searcher.storedFields();
            double[] scores = new double[skillset.occupations()];
            for (ScoreDoc hit : searcher.search(query.build(), scores.length).scoreDocs)
                scores[stored.document(hit.doc).getField("number").numericValue().intValue()] =
                        hit.score;
            return order(scores);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] order(double[] scores) {
        Integer[] numbers = new Integer[scores.length];
        Arrays.setAll(numbers, i -> i);
        Arrays.sort(numbers, Comparator.comparingDouble((Integer i) -> -scores[i]));
        return Arrays.stream(numbers).mapToInt(i -> i).toArray();
    }
}
