package skills.platform;

import java.util.UUID;

/**
 * The two parameters of the fine guilloche that a passport carries on page, PDF and card. They come
 * from the passport's own number and say nothing about the person.
 *
 * @param shape 0 to 11
 * @param turns 18 to 24
 */
public record Rosette(int shape, int turns) {

    private static final int SHAPES = 12;
    private static final int FEWEST = 18;
    private static final int MOST = 24;

    public static Rosette of(UUID number) {
        // The first half of a number tells the time, so only the second is mixed.
        long mixed = number.getLeastSignificantBits() * 0x9E3779B97F4A7C15L;
        return new Rosette(
                (int) Math.floorMod(mixed >>> 40, (long) SHAPES),
                FEWEST + (int) Math.floorMod(mixed >>> 20, (long) (MOST - FEWEST + 1)));
    }
}
