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
    private final float[] table;

    /** Sum of squared gradients of each row (Adagrad, one number a row). */
    private final float[] seen;

    private final SplittableRandom random;
    private final List<int[]> kept = new ArrayList<>();
    private final float[] sums;
    private final float[] units;
    private final float[] norms;
    private final float[] gradients;
    private final float[] turned;
    private final float[] similar;
    private final float[] byColumn;

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
        table = new float[vocabulary.size() * dims];
        seen = new float[vocabulary.size()];
        random = new SplittableRandom(settings.seed());
        float start = (float) (0.5 / Math.sqrt(dims));
        for (int i = 0; i < table.length; i++) table[i] = start * (float) random.nextGaussian();
        sums = new float[2 * size * dims];
        units = new float[2 * size * dims];
        norms = new float[2 * size];
        gradients = new float[2 * size * dims];
        turned = new float[size * dims];
        similar = new float[size * size];
        byColumn = new float[size * size];
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
        int to = t * dims;
        java.util.Arrays.fill(sums, to, to + dims, 0);
        for (int row : kept.get(t)) {
            int from = row * dims;
            for (int d = 0; d < dims; d++) sums[to + d] += table[from + d];
        }
        double square = 1e-12;
        for (int d = 0; d < dims; d++) square += (double) sums[to + d] * sums[to + d];
        float norm = (float) Math.sqrt(square);
        norms[t] = norm;
        for (int d = 0; d < dims; d++) units[to + d] = sums[to + d] / norm;
    }

    /** similar[i][j] = cosine of left i and right j, over the temperature. */
    private void similarities() {
        for (int j = 0; j < size; j++)
            for (int d = 0; d < dims; d++) turned[d * size + j] = units[(size + j) * dims + d];
        java.util.Arrays.fill(similar, 0);
        float factor = 1 / settings.temperature();
        for (int i = 0; i < size; i++)
            addRows(units, i * dims, 1, dims, factor, turned, similar, i * size, size);
    }

    /** Adds to {@code to} the rows of a matrix (each {@code width} long), each by its weight. */
    private static void addRows(
            float[] weights,
            int first,
            int stride,
            int count,
            float factor,
            float[] rows,
            float[] to,
            int at,
            int width) {
        int k = 0;
        // Four at a time: a quarter of the reading and writing of the sums.
        for (; k + 3 < count; k += 4) {
            float w0 = factor * weights[first + k * stride];
            float w1 = factor * weights[first + (k + 1) * stride];
            float w2 = factor * weights[first + (k + 2) * stride];
            float w3 = factor * weights[first + (k + 3) * stride];
            int r0 = k * width;
            int r1 = r0 + width;
            int r2 = r1 + width;
            int r3 = r2 + width;
            for (int j = 0; j < width; j++)
                to[at + j] +=
                        w0 * rows[r0 + j]
                                + w1 * rows[r1 + j]
                                + w2 * rows[r2 + j]
                                + w3 * rows[r3 + j];
        }
        for (; k < count; k++) {
            float w = factor * weights[first + k * stride];
            for (int j = 0; j < width; j++) to[at + j] += w * rows[k * width + j];
        }
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
                if (same) similar[i * size + j] = -1e9f;
            }
        double loss = 0;
        float[] columnMost = new float[size];
        float[] columnSum = new float[size];
        java.util.Arrays.fill(columnMost, -1e30f);
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                columnMost[j] = Math.max(columnMost[j], similar[i * size + j]);
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) {
                float e = exp(similar[i * size + j] - columnMost[j]);
                byColumn[i * size + j] = e;
                columnSum[j] += e;
            }
        for (int i = 0; i < size; i++) {
            int row = i * size;
            float most = -1e30f;
            for (int j = 0; j < size; j++) most = Math.max(most, similar[row + j]);
            double own = similar[row + i];
            float sum = 0;
            for (int j = 0; j < size; j++) {
                similar[row + j] = exp(similar[row + j] - most);
                sum += similar[row + j];
            }
            loss += Math.log(sum) + most - own;
            for (int j = 0; j < size; j++)
                similar[row + j] =
                        (similar[row + j] / sum + byColumn[row + j] / columnSum[j]) * 0.5f;
            similar[row + i] -= 1;
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
        java.util.Arrays.fill(gradients, 0);
        float factor = 1 / (settings.temperature());
        float[] rights = java.util.Arrays.copyOfRange(units, size * dims, 2 * size * dims);
        for (int i = 0; i < size; i++)
            addRows(similar, i * size, 1, size, factor, rights, gradients, i * dims, dims);
        for (int j = 0; j < size; j++)
            addRows(similar, j, size, size, factor, units, gradients, (size + j) * dims, dims);
        for (int t = 0; t < 2 * size; t++) {
            int at = t * dims;
            float along = 0;
            for (int d = 0; d < dims; d++) along += gradients[at + d] * units[at + d];
            for (int d = 0; d < dims; d++)
                gradients[at + d] = (gradients[at + d] - along * units[at + d]) / norms[t];
        }
    }

    private void update(int t, float rate) {
        int at = t * dims;
        float square = 0;
        for (int d = 0; d < dims; d++) square += gradients[at + d] * gradients[at + d];
        square /= dims;
        for (int row : kept.get(t)) {
            seen[row] += square;
            float step = rate / ((float) Math.sqrt(seen[row]) + 1e-8f);
            int to = row * dims;
            for (int d = 0; d < dims; d++) table[to + d] -= step * gradients[at + d];
        }
    }
}
