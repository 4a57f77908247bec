package skills.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Trains the vectors of an {@link Encoder}: the two texts of a pair are to lie closer together than
 * either does to the other texts of its batch (softmax over the batch, both ways; the InfoNCE loss
 * of van den Oord et al. 2018). One thread, plain loops over float arrays, decided by the seed: the
 * same texts and settings give the same bytes.
 */
final class EncoderTraining {

    /**
     * @param dimensions length of the vectors
     * @param batch pairs that are told apart at a time
     * @param steps batches
     * @param rate first step size; it falls to nothing in a straight line
     * @param temperature how sharp a difference of cosines counts
     * @param dropout share of a text's features left out at each look
     * @param areaWeights how often a batch is of each area
     * @param leastTexts in so many texts a feature must occur to get a row
     * @param mostRows the rarer features are left out beyond so many
     */
    record Settings(
            int dimensions,
            int batch,
            int steps,
            float rate,
            float temperature,
            float dropout,
            double[] areaWeights,
            int leastTexts,
            int mostRows,
            long seed) {

        Settings withSeed(long other) {
            return new Settings(
                    dimensions,
                    batch,
                    steps,
                    rate,
                    temperature,
                    dropout,
                    areaWeights,
                    leastTexts,
                    mostRows,
                    other);
        }

        Settings withSteps(int other) {
            return new Settings(
                    dimensions,
                    batch,
                    other,
                    rate,
                    temperature,
                    dropout,
                    areaWeights,
                    leastTexts,
                    mostRows,
                    seed);
        }
    }

    private final Settings settings;
    private final TrainingTexts texts;
    private final Features features;
    private final Vocabulary vocabulary;
    private final int dims;
    private final int size;
    // Rows are arrays of their own, so that inner loops run over several arrays from their
    // beginning: these Java does many at a time.
    private final float[][] table;

    /** Sum of squared gradients of each row (Adagrad, one number a row). */
    private final float[] seen;

    private final SplittableRandom random;
    private final List<int[]> kept = new ArrayList<>();
    private final float[][] sums;
    private final float[][] units;
    private final float[] norms;
    private final float[][] gradients;
    private final float[][] turned;
    private final float[][] similar;
    private final float[][] byColumn;

    private EncoderTraining(Settings settings, TrainingTexts texts, Compounds compounds) {
        this.settings = settings;
        this.texts = texts;
        features = new Features(compounds);
        vocabulary =
                Vocabulary.of(
                        texts.texts().stream().map(features::of).toList(),
                        settings.leastTexts(),
                        settings.mostRows());
        texts.prepare(features, vocabulary);
        dims = settings.dimensions();
        size = settings.batch();
        table = new float[vocabulary.size()][dims];
        seen = new float[vocabulary.size()];
        random = new SplittableRandom(settings.seed());
        float start = (float) (0.5 / Math.sqrt(dims));
        for (float[] row : table)
            for (int d = 0; d < dims; d++) row[d] = start * (float) random.nextGaussian();
        sums = new float[2 * size][dims];
        units = new float[2 * size][dims];
        norms = new float[2 * size];
        gradients = new float[2 * size][dims];
        turned = new float[dims][size];
        similar = new float[size][size];
        byColumn = new float[size][size];
    }

    /** Trains and rounds; {@code log} hears of progress now and then. */
    static Encoder train(
            Settings settings, TrainingTexts texts, Compounds compounds, Consumer<String> log) {
        var training = new EncoderTraining(settings, texts, compounds);
        log.accept(texts.sizes() + ", rows " + training.vocabulary.size());
        double loss = 0;
        int every = Math.max(1, settings.steps() / 20);
        for (int step = 0; step < settings.steps(); step++) {
            loss += training.step(1 - (float) step / settings.steps());
            if ((step + 1) % every == 0) {
                log.accept("step %d, loss %.4f".formatted(step + 1, loss / every));
                loss = 0;
            }
        }
        return Encoder.of(
                training.features, training.vocabulary, settings.dimensions(), training.table);
    }

    private double step(float left) {
        TrainingTexts.Batch batch = texts.draw(area(), size, random);
        kept.clear();
        for (int i = 0; i < size; i++) kept.add(seen(batch.left()[i]));
        for (int i = 0; i < size; i++) kept.add(seen(batch.right()[i]));
        for (int t = 0; t < 2 * size; t++) sum(t);
        similarities();
        double loss = pull(batch);
        backwards();
        float rate = settings.rate() * left;
        for (int t = 0; t < 2 * size; t++) update(t, rate);
        return loss;
    }

    private int area() {
        double sum = 0;
        for (int a = 0; a < texts.areas(); a++)
            if (texts.groups(a) > 0) sum += settings.areaWeights()[a];
        double at = random.nextDouble() * sum;
        int chosen = 0;
        for (int a = 0; a < texts.areas(); a++) {
            if (texts.groups(a) == 0) continue;
            chosen = a;
            at -= settings.areaWeights()[a];
            if (at < 0) break;
        }
        return chosen;
    }

    /** What is looked at of a text this time. */
    private int[] seen(int text) {
        int[] rows = texts.rows(text);
        int[] out = new int[rows.length];
        int n = 0;
        for (int row : rows) if (random.nextFloat() >= settings.dropout()) out[n++] = row;
        if (n == 0) return rows;
        return java.util.Arrays.copyOf(out, n);
    }

    private void sum(int t) {
        float[] sum = sums[t];
        float[] unit = units[t];
        java.util.Arrays.fill(sum, 0);
        for (int row : kept.get(t)) add(sum, table[row]);
        double square = 1e-12;
        for (int d = 0; d < dims; d++) square += (double) sum[d] * sum[d];
        float norm = (float) Math.sqrt(square);
        norms[t] = norm;
        for (int d = 0; d < dims; d++) unit[d] = sum[d] / norm;
    }

    private static void add(float[] to, float[] row) {
        for (int d = 0; d < to.length; d++) to[d] += row[d];
    }

    /** similar[i][j] = cosine of left i and right j, over the temperature. */
    private void similarities() {
        for (int j = 0; j < size; j++)
            for (int d = 0; d < dims; d++) turned[d][j] = units[size + j][d];
        float factor = 1 / settings.temperature();
        for (int i = 0; i < size; i++) {
            java.util.Arrays.fill(similar[i], 0);
            addRows(units[i], dims, factor, turned, 0, similar[i]);
        }
    }

    /** Adds to {@code to} rows of a matrix, from the first on, each by its weight. */
    private static void addRows(
            float[] weights, int count, float factor, float[][] rows, int first, float[] to) {
        int k = 0;
        // Four at a time: a quarter of the reading and writing of the sums.
        for (; k + 3 < count; k += 4)
            addFour(
                    to,
                    factor * weights[k],
                    rows[first + k],
                    factor * weights[k + 1],
                    rows[first + k + 1],
                    factor * weights[k + 2],
                    rows[first + k + 2],
                    factor * weights[k + 3],
                    rows[first + k + 3]);
        for (; k < count; k++) {
            float w = factor * weights[k];
            float[] row = rows[first + k];
            for (int j = 0; j < to.length; j++) to[j] += w * row[j];
        }
    }

    private static void addFour(
            float[] to,
            float w0,
            float[] r0,
            float w1,
            float[] r1,
            float w2,
            float[] r2,
            float w3,
            float[] r3) {
        for (int j = 0; j < to.length; j++)
            to[j] += w0 * r0[j] + w1 * r1[j] + w2 * r2[j] + w3 * r3[j];
    }

    /** Turns similarities into the gradient of the loss by each of them. */
    private double pull(TrainingTexts.Batch batch) {
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) {
                boolean same =
                        i != j
                                && (batch.concept()[i] == batch.concept()[j]
                                        || batch.right()[i] == batch.right()[j]
                                        || batch.left()[i] == batch.left()[j]);
                if (same) similar[i][j] = -1e9f;
            }
        double loss = 0;
        float[] columnMost = new float[size];
        float[] columnSum = new float[size];
        java.util.Arrays.fill(columnMost, -1e30f);
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) columnMost[j] = Math.max(columnMost[j], similar[i][j]);
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) {
                float e = exp(similar[i][j] - columnMost[j]);
                byColumn[i][j] = e;
                columnSum[j] += e;
            }
        for (int i = 0; i < size; i++) {
            float[] row = similar[i];
            float most = -1e30f;
            for (int j = 0; j < size; j++) most = Math.max(most, row[j]);
            double own = row[i];
            float sum = 0;
            for (int j = 0; j < size; j++) {
                row[j] = exp(row[j] - most);
                sum += row[j];
            }
            loss += Math.log(sum) + most - own;
            for (int j = 0; j < size; j++)
                row[j] = (row[j] / sum + byColumn[i][j] / columnSum[j]) * 0.5f;
            row[i] -= 1;
        }
        return loss / size;
    }

    /** e to the power of a number of at most 0, close enough and quick. */
    private static float exp(float x) {
        if (x < -40) return 0;
        return (float) Math.exp(x);
    }

    /** From the gradient by similarity to that by each text's sum of vectors. */
    private void backwards() {
        float factor = 1 / settings.temperature();
        float[] column = new float[size];
        for (int i = 0; i < size; i++) {
            java.util.Arrays.fill(gradients[i], 0);
            addRows(similar[i], size, factor, units, size, gradients[i]);
        }
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) column[i] = similar[i][j];
            java.util.Arrays.fill(gradients[size + j], 0);
            addRows(column, size, factor, units, 0, gradients[size + j]);
        }
        for (int t = 0; t < 2 * size; t++) {
            float[] gradient = gradients[t];
            float[] unit = units[t];
            float along = 0;
            for (int d = 0; d < dims; d++) along += gradient[d] * unit[d];
            for (int d = 0; d < dims; d++) gradient[d] = (gradient[d] - along * unit[d]) / norms[t];
        }
    }

    private void update(int t, float rate) {
        float[] gradient = gradients[t];
        float square = 0;
        for (int d = 0; d < dims; d++) square += gradient[d] * gradient[d];
        square /= dims;
        for (int row : kept.get(t)) {
            seen[row] += square;
            float step = rate / ((float) Math.sqrt(seen[row]) + 1e-8f);
            subtract(table[row], step, gradient);
        }
    }

    private static void subtract(float[] from, float step, float[] gradient) {
        for (int d = 0; d < from.length; d++) from[d] -= step * gradient[d];
    }
}
