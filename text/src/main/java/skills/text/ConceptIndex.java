package skills.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Concepts by meaning: ranks all of them for a text, and their labels. In memory; unchangeable; may
 * be used by many threads.
 */
public final class ConceptIndex {

    /**
     * A text of a concept.
     *
     * @param weight how much its sort counts in the middle of the concept (all of one sort
     *     together)
     * @param sort texts of one sort share their weight
     * @param label whether it is a name, which can be the one that matched
     * @param own whether it is among what is searched, not an aid from elsewhere
     */
    public record Text(String text, double weight, String sort, boolean label, boolean own) {

        /** A name by which the concept is searched; a German one only helps. */
        public static Text name(String text, String language) {
            boolean ours = !language.equals("de");
            return new Text(text, ours ? 1 : ConceptTexts.THIRD, language, ours, ours);
        }

        /**
         * What people write for it, from our own list: it helps to find, and is not shown first.
         */
        public static Text phrase(String text) {
            return new Text(text, ConceptTexts.PHRASES, Taxonomy.OWN, true, false);
        }

        /** What the concept says about itself, in any language. */
        public static Text description(String text) {
            return new Text(text, ConceptTexts.DESCRIPTION, "description", false, false);
        }
    }

    /**
     * What is searched.
     *
     * @param id comes back with a hit
     * @param texts at least one name
     * @param common how often the concept is met, 0 (hardly ever) to 1, from what is known
     *     beforehand
     */
    public record Entry(String id, List<Text> texts, double common) {}

    /**
     * A concept that was found.
     *
     * @param label the name that fits best
     * @param score 0 (nothing in common) to 1
     */
    public record Hit(String id, String label, double score) {}

    /** So many concepts are looked at label by label. */
    private static final int FINE = 120;

    /** So much better a name in the other language must fit to be given. */
    private static final double OWN_LANGUAGE = 0.1;

    /** Concepts whose middles stay in the processor's cache while all phrases are compared. */
    private static final int BLOCK = 512;

    private final Encoder encoder;
    private final String[] ids;
    private final double[] priors;
    private final int dims;
    private final int size;

    /**
     * Middles of concepts: for each block of them a row for each dimension. The loop over the
     * concepts of a block is the inner one, over rows of one length from their beginning: so Java
     * does many at a time.
     */
    private final float[][] middles;

    private final String[] labels;
    private final String[] sorts;
    private final boolean[] own;
    private final int[] firstLabel;
    private final byte[] labelVectors;
    private final Lexicon lexicon;
    private final RankWeights weights;

    private ConceptIndex(Encoder encoder, List<Entry> entries, RankWeights weights) {
        this.encoder = encoder;
        this.weights = weights;
        ids = entries.stream().map(Entry::id).toArray(String[]::new);
        priors = entries.stream().mapToDouble(Entry::common).toArray();
        dims = encoder.dimensions();
        size = entries.size();
        int blocks = (size + BLOCK - 1) / BLOCK;
        middles = new float[blocks * dims][BLOCK];
        firstLabel = new int[size + 1];
        var names = new ArrayList<String>();
        var named = new ArrayList<Text>();
        var vectors = new ArrayList<float[]>();
        Encoder.Many many = encoder.new Many();
        for (int c = 0; c < size; c++) {
            firstLabel[c] = names.size();
            var sums = new HashMap<String, float[]>();
            var shares = new HashMap<String, Double>();
            for (Text text : entries.get(c).texts()) {
                float[] vector = many.encode(text.text());
                if (text.label()) {
                    names.add(text.text());
                    named.add(text);
                    vectors.add(vector);
                }
                if (text.weight() <= 0) continue;
                float[] sum = sums.computeIfAbsent(text.sort(), k -> new float[dims + 1]);
                for (int d = 0; d < dims; d++) sum[d] += vector[d];
                sum[dims]++;
                shares.put(text.sort(), text.weight());
            }
            float[] middle = new float[dims];
            sums.keySet().stream()
                    .sorted()
                    .forEach(
                            sort -> {
                                float[] sum = sums.get(sort);
                                float w = (float) (shares.get(sort) / sum[dims]);
                                for (int d = 0; d < dims; d++) middle[d] += w * sum[d];
                            });
            Encoder.unit(middle);
            int block = c / BLOCK * dims;
            for (int d = 0; d < dims; d++) middles[block + d][c % BLOCK] = middle[d];
        }
        firstLabel[size] = names.size();
        if (names.isEmpty() && size > 0)
            throw new IllegalArgumentException("A concept needs a name.");
        labels = names.toArray(String[]::new);
        own = new boolean[labels.length];
        sorts = new String[labels.length];
        labelVectors = new byte[labels.length * dims];
        for (int l = 0; l < labels.length; l++) {
            own[l] = named.get(l).own();
            sorts[l] = named.get(l).sort();
            for (int d = 0; d < dims; d++)
                labelVectors[l * dims + d] = (byte) Math.round(vectors.get(l)[d] * 127);
        }
        lexicon = new Lexicon(encoder.compounds(), labels, firstLabel);
    }

    /** Encodes all texts: some seconds for a whole taxonomy. */
    public static ConceptIndex of(Encoder encoder, List<Entry> entries, RankWeights weights) {
        return new ConceptIndex(encoder, entries, weights);
    }

    /** How many concepts. */
    public int size() {
        return size;
    }

    /** Bytes of the arrays, the model's own not counted. */
    public long bytes() {
        return 4L * BLOCK * middles.length + labelVectors.length;
    }

    /**
     * The concepts that fit a text best, best first.
     *
     * @param language of two names that fit alike, the one in it is given
     */
    public List<Hit> search(String text, String language, int limit) {
        Ranking ranking = rank(text);
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < Math.min(limit, ranking.order.length); i++) {
            int c = ranking.order[i];
            double score = Math.clamp(ranking.score[c] / weights.full(), 0, 1);
            hits.add(new Hit(ids[c], name(c, ranking.labelCosines.get(c), language), score));
        }
        return hits;
    }

    private String name(int concept, float[] cosines, String language) {
        int best = 0;
        double most = -2;
        for (int l = 0; l < cosines.length; l++) {
            boolean theirs = sorts[firstLabel[concept] + l].equals(language);
            double fit = cosines[l] + (theirs ? OWN_LANGUAGE : 0);
            if (fit > most) {
                most = fit;
                best = l;
            }
        }
        return labels[firstLabel[concept] + best];
    }

    /** Scores of a text for all concepts, and of labels for those looked at closely. */
    static final class Ranking {
        /** Concepts looked at closely, best first. */
        int[] order = {};

        float[] score = {};
        float[] middle = {};

        /** Cosine of each label of the concepts in {@link #order}. */
        Map<Integer, float[]> labelCosines = new HashMap<>();
    }

    Ranking rank(String text) {
        var ranking = new Ranking();
        List<String> pieces = weights.phrases() ? Pieces.of(text) : List.of();
        float[][] queries = new float[1 + pieces.size()][];
        // Phrases share their words: each is encoded once.
        Encoder.Many words = encoder.new Many();
        queries[0] = words.encode(text);
        for (int p = 0; p < pieces.size(); p++) queries[p + 1] = words.encode(pieces.get(p));
        float[][] near = middles(queries);
        float[] whole = near[0];
        float[] closest = whole;
        for (int p = 1; p < queries.length; p++) {
            float[] piece = near[p];
            if (p == 1) closest = whole.clone();
            for (int c = 0; c < size; c++) closest[c] = Math.max(closest[c], piece[c]);
        }
        float[] middle = closest;
        if (pieces.isEmpty()) middle = whole;
        else {
            middle = new float[size];
            for (int c = 0; c < size; c++) middle[c] = closest[c] + weights.whole() * whole[c];
        }
        ranking.middle = middle;
        Lexicon.Query asked = lexicon.query(text);
        int[] candidates = candidates(middle, asked);
        ranking.score = new float[size];
        for (float[] query : queries) for (int d = 0; d < dims; d++) query[d] /= 127;
        for (int c : candidates) {
            float[] cosines = new float[firstLabel[c + 1] - firstLabel[c]];
            float best = -1;
            float bestWhole = -1;
            float bestOwn = -1;
            int nearest = 0;
            for (int p = 1; p < queries.length; p++) if (near[p][c] > near[nearest][c]) nearest = p;
            for (int l = 0; l < cosines.length; l++) {
                int label = firstLabel[c] + l;
                float cosine = dot(queries[0], label * dims);
                bestWhole = Math.max(bestWhole, cosine);
                if (nearest > 0) cosine = Math.max(cosine, dot(queries[nearest], label * dims));
                cosines[l] = cosine;
                best = Math.max(best, cosine);
                if (own[label]) bestOwn = Math.max(bestOwn, cosine);
            }
            ranking.labelCosines.put(c, cosines);
            double[] lexical = asked.features(c);
            double[] features = {
                closest[c],
                best,
                bestOwn,
                whole[c],
                bestWhole,
                lexical[0],
                lexical[1],
                lexical[2],
                lexical[3],
                lexical[4],
                priors[c]
            };
            ranking.score[c] = (float) weights.score(features);
        }
        ranking.order =
                Arrays.stream(candidates)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer c) -> -ranking.score[c])
                                        .thenComparing(c -> c))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return ranking;
    }

    /** Cosine of each vector with the middle of each concept. */
    private float[][] middles(float[][] queries) {
        int blocks = middles.length / dims;
        float[][] out = new float[queries.length][blocks * BLOCK];
        float[] sums = new float[BLOCK];
        for (int block = 0; block < blocks; block++)
            for (int p = 0; p < queries.length; p++) {
                Arrays.fill(sums, 0);
                add(queries[p], block * dims, sums);
                System.arraycopy(sums, 0, out[p], block * BLOCK, BLOCK);
            }
        return out;
    }

    private void add(float[] query, int first, float[] to) {
        int d = 0;
        // Four at a time: a quarter of the reading and writing of the sums.
        for (; d + 3 < dims; d += 4)
            add(
                    to,
                    query[d],
                    middles[first + d],
                    query[d + 1],
                    middles[first + d + 1],
                    query[d + 2],
                    middles[first + d + 2],
                    query[d + 3],
                    middles[first + d + 3]);
        for (; d < dims; d++)
            for (int c = 0; c < BLOCK; c++) to[c] += query[d] * middles[first + d][c];
    }

    private static void add(
            float[] to,
            float w0,
            float[] r0,
            float w1,
            float[] r1,
            float w2,
            float[] r2,
            float w3,
            float[] r3) {
        for (int c = 0; c < BLOCK; c++) to[c] += w0 * r0[c] + w1 * r1[c] + w2 * r2[c] + w3 * r3[c];
    }

    private float dot(float[] query, int from) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int d = 0;
        for (; d + 3 < dims; d += 4) {
            s0 += query[d] * labelVectors[from + d];
            s1 += query[d + 1] * labelVectors[from + d + 1];
            s2 += query[d + 2] * labelVectors[from + d + 2];
            s3 += query[d + 3] * labelVectors[from + d + 3];
        }
        for (; d < dims; d++) s0 += query[d] * labelVectors[from + d];
        return s0 + s1 + s2 + s3;
    }

    private int[] candidates(float[] middle, Lexicon.Query words) {
        if (size <= FINE) return java.util.stream.IntStream.range(0, size).toArray();
        float least = least(middle);
        int[] out = new int[FINE + 64];
        int n = 0;
        for (int c = 0; c < size && n < out.length - 32; c++) if (middle[c] >= least) out[n++] = c;
        for (int c : words.exact()) if (middle[c] < least && n < out.length) out[n++] = c;
        return Arrays.copyOf(out, n);
    }

    /** The value of the last that is among the {@link #FINE} largest. */
    private float least(float[] values) {
        var largest = new float[FINE];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        // A heap with the smallest on top.
        for (int c = 0; c < size; c++) {
            float value = values[c];
            if (value <= largest[0]) continue;
            int at = 0;
            while (true) {
                int child = 2 * at + 1;
                if (child >= FINE) break;
                if (child + 1 < FINE && largest[child + 1] < largest[child]) child++;
                if (largest[child] >= value) break;
                largest[at] = largest[child];
                at = child;
            }
            largest[at] = value;
        }
        return largest[0];
    }
}
