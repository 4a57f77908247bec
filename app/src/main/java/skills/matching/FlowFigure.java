package skills.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The bands that run from a closed occupation to the ones that lie near, as paths to fill. The
 * drawing is stretched to its place: its height is that of the list beside it, one row of equal
 * height for each band, so that a band ends in the middle of its row whatever the size of the text.
 *
 * @param height of the drawing in units; its width is {@link #WIDTH}
 * @param top where the bands begin at the left
 * @param bottom where they end at the left
 */
record FlowFigure(int height, double top, double bottom, List<Band> bands) {

    static final int WIDTH = 100;
    static final int ROW = 100;

    /** Of the widest band that there can be: one for which all skills go along. */
    private static final double WIDEST = 74;

    /** Thin enough to be small, thick enough to be seen. */
    private static final double THINNEST = 5;

    /** Between two bands at the left. */
    private static final double GAP = 3;

    /**
     * @param path to fill
     * @param top where it ends at the right
     * @param bottom where it ends at the right
     */
    record Band(String path, double top, double bottom) {}

    /**
     * @param shares width of each band, 0 to 1, in the order of the rows
     */
    static FlowFigure of(List<Double> shares) {
        List<Double> widths =
                shares.stream()
                        .map(share -> Math.max(THINNEST, WIDEST * Math.clamp(share, 0, 1)))
                        .toList();
        double all =
                widths.stream().mapToDouble(w -> w).sum() + GAP * Math.max(0, widths.size() - 1);
        int height = ROW * Math.max(1, shares.size());
        double start = (height - all) / 2;
        double left = start;
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            double width = widths.get(i);
            double right = i * ROW + (ROW - width) / 2;
            bands.add(new Band(path(left, right, width), right, right + width));
            left += width + GAP;
        }
        return new FlowFigure(height, start, start + all, List.copyOf(bands));
    }

    private static String path(double left, double right, double width) {
        return String.format(
                Locale.ROOT,
                "M0 %1$.1fC52 %1$.1f 48 %2$.1f 100 %2$.1fV%3$.1fC48 %3$.1f 52 %4$.1f 0 %4$.1fZ",
                left,
                right,
                right + width,
                left + width);
    }
}
