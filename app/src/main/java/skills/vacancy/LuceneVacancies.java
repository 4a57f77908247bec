package skills.vacancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.SkillId;
import skills.vacancy.VacancyQuery.Part;

/** The index of vacancies inside this process. */
final class LuceneVacancies implements VacancyIndex {

    /** Raised when documents look different, so that an index of an older build is made again. */
    private static final String FORMAT = "3";

    private static final String SKILL = "skill";
    private static final long COMMIT_EVERY_NS = 30_000_000_000L;

    /** Distances and days that are counted beside a search. */
    static final List<Integer> KMS = List.of(10, 30, 60, 100);

    static final List<Integer> DAYS = List.of(1, 3, 7, 14);

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private VacancyRows.@Nullable Mark written;
    private long committed = System.nanoTime();
    private boolean dirty;

    LuceneVacancies(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        IndexWriter opened;
        try {
            opened =
                    new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        } catch (IllegalArgumentException | org.apache.lucene.index.CorruptIndexException e) {
            // Damaged or of another version: it holds nothing that the database does not.
            opened = new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE));
        }
        writer = opened;
        searchers = new SearcherManager(writer, null);
    }

    private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
        var config = new IndexWriterConfig(VacancyWords.analyzer()).setOpenMode(mode);
        config.setRAMBufferSizeMB(48);
        return config;
    }

    @Override
    public synchronized VacancyRows.@Nullable Mark mark(String version) {
        if (written != null) return written;
        Map<String, String> data = new LinkedHashMap<>();
        var all = writer.getLiveCommitData();
        if (all != null) all.forEach(e -> data.put(e.getKey(), e.getValue()));
        return (FORMAT + version).equals(data.get("version"))
                ? new VacancyRows.Mark(
                        data.get("database"),
                        data.get("taxonomy"),
                        Long.parseLong(data.get("from")))
                : null;
    }

    @Override
    public synchronized void rebuild(Writing rows, VacancyRows.Mark mark, String version) {
        try {
            writer.deleteAll();
            rows.to(this::add);
            noted(mark, version);
            writer.commit();
            committed = System.nanoTime();
            dirty = false;
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void follow(
            List<UUID> gone, Writing rows, VacancyRows.Mark mark, String version) {
        try {
            if (!gone.isEmpty()) {
                writer.deleteDocuments(
                        gone.stream()
                                .map(id -> new Term("id", id.toString()))
                                .toArray(Term[]::new));
                rows.to(this::add);
                dirty = true;
                searchers.maybeRefreshBlocking();
            }
            noted(mark, version);
            // What is not committed when the process dies is read from the database again.
            if (dirty && System.nanoTime() - committed > COMMIT_EVERY_NS) commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commit() throws IOException {
        writer.commit();
        committed = System.nanoTime();
        dirty = false;
    }

    private void noted(VacancyRows.Mark mark, String version) {
        written = mark;
        writer.setLiveCommitData(
                Map.of(
                                "version", FORMAT + version,
                                "database", mark.database(),
                                "taxonomy", mark.taxonomy(),
                                "from", Long.toString(mark.from()))
                        .entrySet());
    }

    private void add(Document d) {
        Vacancy v = d.row().vacancy();
        var document = new org.apache.lucene.document.Document();
        document.add(new StringField("id", v.id().toString(), Field.Store.NO));
        document.add(new BinaryDocValuesField("facts", new BytesRef(VacancyFacts.write(v))));
        VacancyColumns.write(document, v, d.row().isco(), d.occupation());
        if (v.occupation() != null)
            document.add(new StringField("job_id", v.occupation().id().toString(), Field.Store.NO));
        List<Requirement> asked = v.requirements();
        for (int i = 0; i < asked.size(); i++) {
            float share = (float) d.shares()[i];
            if (share > Float.MIN_NORMAL)
                document.add(new FeatureField(SKILL, asked.get(i).skill().toString(), share));
        }
        VacancyWords.write(document, d);
        key(
                document,
                "title_key",
                OccupationGuess.candidates(v.title()).stream().findFirst().orElse(v.title()));
        if (v.employer() != null) key(document, "employer_key", v.employer());
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void key(
            org.apache.lucene.document.Document document, String field, String text) {
        document.add(new SortedDocValuesField(field, new BytesRef(text)));
    }

    /** A document that may be shown, with what it is ordered by: the larger the better. */
    private record Top(LeafReaderContext leaf, int doc, double value, int posted, int tie) {

        static final Comparator<Top> BEST =
                Comparator.comparingDouble((Top t) -> -t.value)
                        .thenComparingInt(t -> -t.posted)
                        .thenComparingInt(t -> t.tie);

        Vacancy vacancy() throws IOException {
            var facts = DocValues.getBinary(leaf.reader(), "facts");
            facts.advanceExact(doc);
            BytesRef bytes = facts.binaryValue();
            return VacancyFacts.read(bytes.bytes, bytes.offset, bytes.length);
        }
    }

    /** Keeps the best few. */
    private static final class Best {

        private final int most;
        private final PriorityQueue<Top> heap = new PriorityQueue<>(Top.BEST.reversed());

        Best(int most) {
            this.most = most;
        }

        /** What cannot come in any more. */
        double floor() {
            return heap.size() < most ? Double.NEGATIVE_INFINITY : heap.peek().value;
        }

        void offer(LeafReaderContext leaf, VacancyColumns c, int doc, double value) {
            if (most == 0 || value < floor()) return;
            heap.add(new Top(leaf, doc, value, c.posted(doc), c.tie(doc)));
            if (heap.size() > most) heap.poll();
        }

        List<Top> inOrder() {
            return heap.stream().sorted(Top.BEST).toList();
        }
    }

    @FunctionalInterface
    private interface Hit {
        void at(LeafReaderContext leaf, VacancyColumns columns, int doc, float score)
                throws IOException;
    }

    private static void each(IndexSearcher searcher, @Nullable Query query, Hit hit)
            throws IOException {
        Weight weight =
                query == null
                        ? null
                        : searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            VacancyColumns columns = VacancyColumns.of(leaf.reader());
            Bits live = leaf.reader().getLiveDocs();
            if (weight == null) {
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++)
                    if (live == null || live.get(doc)) hit.at(leaf, columns, doc, 0);
                continue;
            }
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) continue;
            DocIdSetIterator docs = scorer.iterator();
            for (int doc = docs.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = docs.nextDoc())
                if (live == null || live.get(doc)) hit.at(leaf, columns, doc, scorer.score());
        }
    }

    /** The parts of a search that a document fails, as bits of {@link Part}. */
    private static int failed(
            VacancyColumns c, int doc, Asked asked, int contracts, int languages) {
        VacancyQuery q = asked.query();
        int failed = 0;
        if (q.pay() && !c.pay(doc)) failed |= bit(Part.PAY);
        if (q.days() > 0 && asked.today().toEpochDay() - c.posted(doc) > q.days())
            failed |= bit(Part.DAYS);
        if (contracts != 0 && (c.contract(doc) & contracts) == 0) failed |= bit(Part.CONTRACT);
        if (!q.hours().isEmpty()) {
            int wanted = 0;
            for (HoursBand band : q.hours()) wanted |= 1 << band.ordinal();
            if ((c.hours(doc) & wanted) == 0) failed |= bit(Part.HOURS);
        }
        if (!q.field().isEmpty() && !q.field().contains(FIELDS[c.field(doc)]))
            failed |= bit(Part.FIELD);
        if (!q.education().isEmpty() && !q.education().contains(band(c, doc)))
            failed |= bit(Part.EDUCATION);
        if (languages != 0 && (c.language(doc) & languages) == 0) failed |= bit(Part.LANGUAGE);
        if (asked.near() != null
                && (c.atLeastKm(doc, asked.near()) > q.km() || c.km(doc, asked.near()) > q.km()))
            failed |= bit(Part.DISTANCE);
        return failed;
    }

    private static final WorkField[] FIELDS = WorkField.values();
    private static final EducationLevel[] LEVELS = EducationLevel.values();

    private static EducationBand band(VacancyColumns c, int doc) {
        int level = c.education(doc);
        return EducationBand.of(level == 0 ? null : LEVELS[level - 1]);
    }

    private static int bit(Part part) {
        return 1 << part.ordinal();
    }

    private static @Nullable Query query(VacancyWords.@Nullable Asked words, VacancyQuery q) {
        Query said = words == null ? null : words.query();
        if (q.occupation() == null) return said;
        var job = new TermQuery(new Term("job_id", q.occupation().toString()));
        if (said == null) return job;
        return new BooleanQuery.Builder().add(said, Occur.MUST).add(job, Occur.FILTER).build();
    }

    @Override
    public Found find(Asked asked, int size) {
        return with(
                searcher -> {
                    VacancyQuery q = asked.query();
                    var words = VacancyWords.asked(searcher.getIndexReader(), q.q());
                    int skip = q.page() * size;
                    var best = new Best(skip + size);
                    var counting = new Counting(asked);
                    int contracts = VacancyFacts.bits(q.contract());
                    int languages = AskedLanguage.wanted(q.language());
                    each(
                            searcher,
                            query(words, q),
                            (leaf, c, doc, score) -> {
                                if (!c.open(doc, counting.today)) return;
                                int failed = failed(c, doc, asked, contracts, languages);
                                counting.count(c, doc, failed);
                                if (failed == 0)
                                    best.offer(leaf, c, doc, value(asked, c, doc, score));
                            });
                    if (counting.total == 0 && words != null)
                        counting.without.put(Part.WORDS, countAll(searcher, asked));
                    List<Vacancy> rows = new ArrayList<>();
                    for (Top top : best.inOrder().stream().skip(skip).toList())
                        rows.add(top.vacancy());
                    return new Found(
                            rows,
                            counting.total,
                            counting.counts(),
                            counting.without,
                            words == null ? null : words.corrected());
                });
    }

    private static double value(Asked asked, VacancyColumns c, int doc, float score) {
        return switch (asked.query().order()) {
            case NEAR -> asked.near() == null ? c.posted(doc) : -c.km(doc, asked.near());
            case NEW -> c.posted(doc);
            case WORDS, FIT -> asked.query().q().isEmpty() ? c.posted(doc) : score;
        };
    }

    private static int countAll(IndexSearcher searcher, Asked asked) throws IOException {
        VacancyQuery q = asked.query().without(Part.WORDS);
        var all = new Asked(q, asked.near(), asked.today());
        int day = (int) asked.today().toEpochDay();
        int contracts = VacancyFacts.bits(q.contract());
        int languages = AskedLanguage.wanted(q.language());
        int[] n = {0};
        each(
                searcher,
                query(null, q),
                (leaf, c, doc, score) -> {
                    if (c.open(doc, day) && failed(c, doc, all, contracts, languages) == 0) n[0]++;
                });
        return n[0];
    }

    /** Counts each part as if it were not asked itself. */
    private static final class Counting {

        private final Asked asked;
        private final int today;
        private int total;
        private final Map<Part, Integer> without = new EnumMap<>(Part.class);
        private final int[] kms = new int[KMS.size()];
        private final int[] days = new int[DAYS.size()];
        private final int[] hours = new int[HoursBand.values().length];
        private final int[] contracts = new int[Contract.values().length];
        private final int[] fields = new int[FIELDS.length];
        private final int[] educations = new int[EducationBand.values().length];
        private final int[] languages = new int[AskedLanguage.ALL.size()];
        private int pay;

        Counting(Asked asked) {
            this.asked = asked;
            this.today = (int) asked.today().toEpochDay();
        }

        void count(VacancyColumns c, int doc, int failed) {
            if (failed == 0) total++;
            else if (Integer.bitCount(failed) == 1)
                without.merge(
                        Part.values()[Integer.numberOfTrailingZeros(failed)], 1, Integer::sum);
            if (only(failed, Part.HOURS)) bits(hours, c.hours(doc));
            if (only(failed, Part.CONTRACT)) bits(contracts, c.contract(doc));
            if (only(failed, Part.FIELD)) fields[c.field(doc)]++;
            if (only(failed, Part.EDUCATION)) educations[band(c, doc).ordinal()]++;
            if (only(failed, Part.LANGUAGE)) bits(languages, c.language(doc));
            if (only(failed, Part.PAY) && c.pay(doc)) pay++;
            if (only(failed, Part.DAYS))
                for (int i = 0; i < days.length; i++)
                    if (today - c.posted(doc) <= DAYS.get(i)) days[i]++;
            if (asked.near() != null && only(failed, Part.DISTANCE)) {
                double km = c.km(doc, asked.near());
                for (int i = 0; i < kms.length; i++) if (km <= KMS.get(i)) kms[i]++;
            }
        }

        private static boolean only(int failed, Part part) {
            return (failed & ~bit(part)) == 0;
        }

        private static void bits(int[] counts, int bits) {
            for (int i = 0; i < counts.length; i++) if ((bits & 1 << i) != 0) counts[i]++;
        }

        Counts counts() {
            without.replaceAll((part, n) -> n + total);
            return new Counts(
                    numbered(KMS, kms),
                    named(HoursBand.values(), hours),
                    named(Contract.values(), contracts),
                    named(FIELDS, fields),
                    named(EducationBand.values(), educations),
                    named(AskedLanguage.ALL.toArray(AskedLanguage[]::new), languages),
                    pay,
                    numbered(DAYS, days));
        }

        private static Map<Integer, Integer> numbered(List<Integer> names, int[] counts) {
            Map<Integer, Integer> all = new LinkedHashMap<>();
            for (int i = 0; i < counts.length; i++) all.put(names.get(i), counts[i]);
            return all;
        }

        private static <E> Map<E, Integer> named(E[] names, int[] counts) {
            Map<E, Integer> all = new LinkedHashMap<>();
            for (int i = 0; i < counts.length; i++) if (counts[i] > 0) all.put(names[i], counts[i]);
            return all;
        }
    }

    @Override
    public <T> T nearest(Wanted wanted, Asked asked, int most, Function<Candidates, T> use) {
        return with(
                searcher -> {
                    var best = new Best(most);
                    int day = (int) asked.today().toEpochDay();
                    int contracts = VacancyFacts.bits(asked.query().contract());
                    int languages = AskedLanguage.wanted(asked.query().language());
                    boolean filtered = !asked.query().parts().isEmpty();
                    var words = VacancyWords.asked(searcher.getIndexReader(), asked.query().q());
                    Query query = query(words, asked.query());
                    float[][] held = new float[searcher.getIndexReader().leaves().size()][];
                    for (LeafReaderContext leaf : searcher.getIndexReader().leaves())
                        held[leaf.ord] = held(leaf, wanted.skills());
                    each(
                            searcher,
                            query,
                            (leaf, c, doc, score) -> {
                                double value = held[leaf.ord][doc];
                                double more = wanted.gain() == null ? 0 : wanted.mostGain();
                                // Far away and all else equal: most end here.
                                if (value + more + wanted.nearness() < best.floor()
                                        || !c.open(doc, day)
                                        || filtered
                                                && failed(c, doc, asked, contracts, languages) != 0)
                                    return;
                                if (wanted.gain() != null)
                                    value += wanted.gain().of(c.occupation(doc), c.education(doc));
                                if (wanted.near() != null && wanted.nearness() > 0)
                                    value +=
                                            wanted.nearness()
                                                    * Math.max(
                                                            0,
                                                            1
                                                                    - c.km(doc, wanted.near())
                                                                            / (2 * wanted.km()));
                                best.offer(leaf, c, doc, value);
                            });
                    List<Top> order = best.inOrder();
                    return use.apply(
                            new Candidates() {
                                @Override
                                public int size() {
                                    return order.size();
                                }

                                @Override
                                public double rough(int number) {
                                    return order.get(number).value();
                                }

                                @Override
                                public Vacancy vacancy(int number) {
                                    try {
                                        return order.get(number).vacancy();
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                }
                            });
                });
    }

    /** For each document the sum of weight times share over the skills wanted. */
    private static float[] held(LeafReaderContext leaf, Map<SkillId, Double> skills)
            throws IOException {
        float[] held = new float[leaf.reader().maxDoc()];
        Terms terms = leaf.reader().terms(SKILL);
        if (terms == null) return held;
        TermsEnum term = terms.iterator();
        PostingsEnum docs = null;
        for (var skill : skills.entrySet()) {
            if (!term.seekExact(new BytesRef(skill.getKey().toString()))) continue;
            float weight = skill.getValue().floatValue();
            docs = term.postings(docs, PostingsEnum.FREQS);
            for (int doc = docs.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = docs.nextDoc())
                // The frequency of a feature holds the upper bits of its value.
                held[doc] += weight * Float.intBitsToFloat(docs.freq() << 15);
        }
        return held;
    }

    @Override
    public List<Completion> titles(String typed, LocalDate today, int most) {
        return completions("edge_title", "title_key", typed, today, most);
    }

    @Override
    public List<Completion> employers(String typed, LocalDate today, int most) {
        return completions("edge_employer", "employer_key", typed, today, most);
    }

    private List<Completion> completions(
            String edge, String key, String typed, LocalDate today, int most) {
        Query query = VacancyWords.completing(edge, typed);
        if (query == null) return List.of();
        return with(
                searcher -> {
                    Map<String, Integer> counts = new LinkedHashMap<>();
                    int day = (int) today.toEpochDay();
                    Weight weight =
                            searcher.createWeight(
                                    searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
                    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                        Scorer scorer = weight.scorer(leaf);
                        if (scorer == null) continue;
                        SortedDocValues keys = DocValues.getSorted(leaf.reader(), key);
                        int[] byKey = new int[keys.getValueCount()];
                        VacancyColumns columns = VacancyColumns.of(leaf.reader());
                        Bits live = leaf.reader().getLiveDocs();
                        DocIdSetIterator docs = scorer.iterator();
                        for (int doc = docs.nextDoc();
                                doc != DocIdSetIterator.NO_MORE_DOCS;
                                doc = docs.nextDoc())
                            if ((live == null || live.get(doc))
                                    && columns.open(doc, day)
                                    && keys.advanceExact(doc)) byKey[keys.ordValue()]++;
                        for (int i = 0; i < byKey.length; i++)
                            if (byKey[i] > 0)
                                counts.merge(
                                        keys.lookupOrd(i).utf8ToString(), byKey[i], Integer::sum);
                    }
                    return counts.entrySet().stream()
                            .sorted(
                                    Map.Entry.<String, Integer>comparingByValue()
                                            .reversed()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .limit(most)
                            .map(e -> new Completion(e.getKey(), e.getValue()))
                            .toList();
                });
    }

    @Override
    public List<VacancyId> plain(String text, LocalDate today, int most) {
        return with(
                searcher -> {
                    var query =
                            new BooleanQuery.Builder()
                                    .add(VacancyWords.anyOf(text), Occur.MUST)
                                    .add(
                                            IntPoint.newRangeQuery(
                                                    "until",
                                                    (int) today.toEpochDay(),
                                                    Integer.MAX_VALUE),
                                            Occur.FILTER)
                                    .build();
                    List<VacancyId> found = new ArrayList<>();
                    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
                    for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
                        var leaf =
                                leaves.get(
                                        org.apache.lucene.index.ReaderUtil.subIndex(
                                                hit.doc, leaves));
                        found.add(new Top(leaf, hit.doc - leaf.docBase, 0, 0, 0).vacancy().id());
                    }
                    return found;
                });
    }

    @FunctionalInterface
    private interface Search<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int size() {
        return with(s -> ((DirectoryReader) s.getIndexReader()).numDocs());
    }

    @Override
    public synchronized void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
