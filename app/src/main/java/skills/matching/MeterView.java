package skills.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * A match as blocks: one a skill, full, half or open. Beyond twelve it is words only.
 *
 * @param blocks style of each block: on, half or off
 */
public record MeterView(List<String> blocks, long full, long half, int asked) {

    private static final int MOST_BLOCKS = 12;

    public static MeterView of(Match match) {
        List<String> blocks = new ArrayList<>();
        if (match.asked() <= MOST_BLOCKS) {
            for (long i = 0; i < match.full(); i++) blocks.add("on");
            for (long i = 0; i < match.half(); i++) blocks.add("half");
            while (blocks.size() < match.asked()) blocks.add("off");
        }
        return new MeterView(List.copyOf(blocks), match.full(), match.half(), match.asked());
    }
}
