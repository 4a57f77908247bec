package skills.evaluation.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The random numbers of one stratum. */
final class Draws {

    private final RandomGenerator random;

    private Draws(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Every stratum has a generator of its own, so that its list does not depend on which other
     * strata there are: seeded by the first eight bytes of SHA-256 over "seed TAB stratum".
     */
    static Draws of(long seed, String stratum) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((seed + "\t" + stratum).getBytes(StandardCharsets.UTF_8));
            return new Draws(
                    RandomGeneratorFactory.of("L64X128MixRandom")
                            .create(ByteBuffer.wrap(digest).getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * From 0 to below n with equal chances: the upper 31 bits of the next long, drawn again while
     * they fall in the last, incomplete run of n.
     */
    int below(int n) {
        int limit = (int) ((1L << 31) / n * n - 1);
        int bits;
        do bits = (int) (random.nextLong() >>> 33);
        while (bits > limit);
        return bits % n;
    }

    /** In place, from the last to the second: each changes with one at or before it. */
    <T> void shuffle(List<T> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T item = items.get(i);
            items.set(i, items.get(j));
            items.set(j, item);
        }
    }
}
