package skills.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns a text into a vector in which texts of one meaning lie together, in Dutch, English and
 * German: the sum of the trained vectors of its words, parts and letters in a row. Robust to
 * spelling, blind to the order of words. Unchangeable; may be used by many threads.
 */
public final class Encoder {

    private static final int MAGIC = 0x534B5458;
    private static final int VERSION = 1;

    private final Features features;
    private final Vocabulary vocabulary;
    private final int dimensions;
    private final byte[] vectors;
    private final float[] scales;

    private Encoder(
            Features features,
            Vocabulary vocabulary,
            int dimensions,
            byte[] vectors,
            float[] scales) {
        this.features = features;
        this.vocabulary = vocabulary;
        this.dimensions = dimensions;
        this.vectors = vectors;
        this.scales = scales;
    }

    /** Rounds trained vectors to bytes, one scale a row. */
    static Encoder of(Features features, Vocabulary vocabulary, int dimensions, float[][] table) {
        byte[] vectors = new byte[table.length * dimensions];
        float[] scales = new float[table.length];
        for (int row = 0; row < table.length; row++) {
            float largest = 0;
            for (float value : table[row]) largest = Math.max(largest, Math.abs(value));
            scales[row] = largest / 127;
            if (largest == 0) continue;
            for (int d = 0; d < dimensions; d++)
                vectors[row * dimensions + d] = (byte) Math.round(table[row][d] / scales[row]);
        }
        return new Encoder(features, vocabulary, dimensions, vectors, scales);
    }

    /** Length of the vectors. */
    public int dimensions() {
        return dimensions;
    }

    /** How many words, parts and grams have a vector. */
    public int rows() {
        return vocabulary.size();
    }

    /** What it knows of compounds. */
    public Compounds compounds() {
        return features.compounds();
    }

    private void add(String word, float[] sum) {
        for (long feature : features.ofWord(word)) {
            int row = vocabulary.row(feature);
            if (row < 0) continue;
            float scale = scales[row];
            int at = row * dimensions;
            for (int d = 0; d < sum.length; d++) sum[d] += scale * vectors[at + d];
        }
    }

    /**
     * Encodes many texts with the same words, each word once. For one thread; let it go after use.
     */
    final class Many {

        private final Map<String, float[]> words = new HashMap<>();

        /**
         * The vector of a text, of length 1; all zero when nothing in it is known. Words beyond the
         * first 48 are not looked at.
         */
        float[] encode(String text) {
            float[] sum = new float[dimensions];
            for (String word : Features.words(text)) {
                float[] own =
                        words.computeIfAbsent(
                                word,
                                w -> {
                                    float[] vector = new float[dimensions];
                                    add(w, vector);
                                    return vector;
                                });
                for (int d = 0; d < sum.length; d++) sum[d] += own[d];
            }
            return unit(sum);
        }
    }

    /** Makes the vector one of length 1, in place; a zero vector stays. */
    static float[] unit(float[] vector) {
        double square = 0;
        for (float v : vector) square += (double) v * v;
        if (square > 0) {
            float factor = (float) (1 / Math.sqrt(square));
            for (int d = 0; d < vector.length; d++) vector[d] *= factor;
        }
        return vector;
    }

    /** Writes what {@link #read} reads. The stream is not closed. */
    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        Map<String, Integer> words = features.compounds().counts();
        out.writeInt(words.size());
        for (var word : words.entrySet()) {
            out.writeUTF(word.getKey());
            out.writeInt(word.getValue());
        }
        out.writeInt(dimensions);
        out.writeInt(vocabulary.size());
        for (long feature : vocabulary.features()) out.writeLong(feature);
        for (float scale : scales) out.writeFloat(scale);
        out.write(vectors);
        out.flush();
    }

    /** Reads a trained model; the stream is not closed. */
    public static Encoder read(InputStream from) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        if (in.readInt() != MAGIC || in.readInt() != VERSION)
            throw new IOException("This is no model of words, or one of another version.");
        var words = new LinkedHashMap<String, Integer>();
        for (int n = in.readInt(); n > 0; n--) words.put(in.readUTF(), in.readInt());
        int dimensions = in.readInt();
        int rows = in.readInt();
        if (dimensions < 1 || dimensions > 4096 || rows < 0 || (long) rows * dimensions > 1 << 30)
            throw new IOException("The model of words says impossible sizes.");
        long[] known = new long[rows];
        for (int i = 0; i < rows; i++) known[i] = in.readLong();
        float[] scales = new float[rows];
        for (int i = 0; i < rows; i++) scales[i] = in.readFloat();
        byte[] vectors = new byte[rows * dimensions];
        in.readFully(vectors);
        return new Encoder(
                new Features(Compounds.of(words)),
                new Vocabulary(known),
                dimensions,
                vectors,
                scales);
    }
}
