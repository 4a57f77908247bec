package skills.statistics.bench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One row of the bench.
 *
 * @param name method/data, and /2 for two threads
 * @param what in words, with the size of the data
 * @param data what R gets too
 * @param work gives the numbers that R's are held against
 * @param near largest difference that still is the same result: of the algorithm's end, or of
 *     chance where draws are drawn
 * @param alone why R does not do it too; null when it does
 */
record Task(
        String name,
        String what,
        Frame data,
        int threads,
        Supplier<double[]> work,
        double near,
        @Nullable String alone) {

    /** The function of statistics.R and the file of the data. */
    String inR() {
        String[] parts = name.split("/");
        return parts[0] + "/" + parts[1];
    }
}
