package skills.matching;

import java.util.List;
import java.util.Locale;

/**
 * A fit in words: between what and what it lies, how sure that is, and what is not known.
 *
 * @param from 0 little to 4 nearly all
 * @param to likewise
 * @param sure 0 little is known, 1 not everything, 2 fairly sure
 * @param missing keys of what is not known, such as experience.own_work
 */
public record FitView(int from, int to, int sure, List<String> missing) {

    private static final double STEP = .2;

    static FitView of(Fit fit) {
        Band band = fit.band();
        return new FitView(
                word(band.lower()),
                word(band.upper()),
                band.width() > .5 ? 0 : band.width() > .25 ? 1 : 2,
                fit.missing().stream()
                        .filter(c -> c.factor().isShare())
                        .map(
                                c ->
                                        c.factor().key()
                                                + "."
                                                + c.missing().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Five words for five equal parts of the way from nothing to everything. */
    private static int word(double value) {
        return Math.clamp((int) (value / STEP), 0, 4);
    }

    boolean isOne() {
        return from == to;
    }
}
