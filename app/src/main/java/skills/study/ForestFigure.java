package skills.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import skills.study.Figure.Anchor;
import skills.study.Figure.Label;
import skills.study.Figure.Line;
import skills.study.Figure.Mark;
import skills.study.Figure.Point;
import skills.study.Figure.Shape;
import skills.study.Figure.Stroke;

/** Estimates with their intervals under each other, around the line of no difference. */
final class ForestFigure {

    private static final double LEFT = 8;
    private static final double RIGHT = Figure.WIDTH - 8;
    private static final double ROW = 46;
    private static final double SMALL = 12.5;

    /** Beyond this the axis no longer grows: the line leaves the drawing with an arrow. */
    private static final double WIDEST = 3;

    private ForestFigure() {}

    /**
     * One line. Without numbers it says so with a word in the place of the line.
     *
     * @param value the estimate in words, at the right
     */
    record Row(
            String name,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            String value,
            Shape shape) {}

    /**
     * @param left what lies on the side below 0, in words; @param right above 0
     * @param number how a number on the axis is written
     */
    record Frame(String alt, String left, String right, DoubleFunction<String> number) {}

    static Figure of(List<Row> rows, Frame frame) {
        double bound = bound(rows);
        List<Mark> marks = new ArrayList<>();
        double foot = 6 + rows.size() * ROW;
        double step = bound > 1.5 ? 1 : bound > .5 ? .5 : bound > .2 ? .2 : .1;
        List<Label> numbers = new ArrayList<>();
        for (double at = -Math.floor(bound / step + 1e-9) * step; at <= bound + 1e-9; at += step) {
            boolean zero = Math.abs(at) < 1e-9;
            double x = x(at, bound);
            marks.add(
                    new Stroke(Figure.path("M%.1f 4V%.1f", x, foot), zero ? Line.AXIS : Line.GRID));
            numbers.add(
                    new Label(
                            x,
                            foot + 16,
                            SMALL,
                            Anchor.MIDDLE,
                            false,
                            true,
                            frame.number().apply(zero ? 0 : at)));
        }
        // Numbers at the very edge would be cut.
        numbers.stream()
                .filter(n -> n.left() >= 0 && n.left() + n.width() <= Figure.WIDTH)
                .forEach(marks::add);
        for (int i = 0; i < rows.size(); i++) draw(rows.get(i), 6 + i * ROW, bound, marks);
        marks.addAll(ends(frame, foot + 36));
        boolean two = twoLines(frame);
        return new Figure((int) Math.ceil(foot + (two ? 62 : 44)), frame.alt(), marks);
    }

    private static void draw(Row row, double top, double bound, List<Mark> marks) {
        marks.add(
                new Label(
                        LEFT - 2,
                        top + 15,
                        14,
                        Anchor.START,
                        true,
                        false,
                        shortened(row.name(), row.value())));
        marks.add(new Label(Figure.WIDTH - 6, top + 15, 13, Anchor.END, false, true, row.value()));
        double y = top + 30;
        if (row.low() != null && row.high() != null) {
            double from = x(Math.max(row.low(), -bound), bound);
            double to = x(Math.min(row.high(), bound), bound);
            var d = new StringBuilder(Figure.path("M%.1f %.1fH%.1f", from, y, to));
            d.append(
                    row.low() < -bound
                            ? Figure.path("M%.1f %.1fl-6 5l6 5", from + 6, y - 5)
                            : Figure.path("M%.1f %.1fv10", from, y - 5));
            d.append(
                    row.high() > bound
                            ? Figure.path("M%.1f %.1fl6 5l-6 5", to - 6, y - 5)
                            : Figure.path("M%.1f %.1fv10", to, y - 5));
            marks.add(new Stroke(d.toString(), Line.INK));
        }
        if (row.estimate() != null && Math.abs(row.estimate()) <= bound)
            marks.add(new Point(row.shape(), x(row.estimate(), bound), y));
    }

    /** How far the axis goes on both sides: the widest interval, and at least half an SD. */
    static double bound(List<Row> rows) {
        double most = .5;
        for (Row row : rows)
            for (Double end : new Double[] {row.low(), row.high(), row.estimate()})
                if (end != null && Double.isFinite(end)) most = Math.max(most, Math.abs(end));
        return Math.min(WIDEST, most * 1.05);
    }

    static double x(double value, double bound) {
        double middle = (LEFT + RIGHT) / 2;
        return middle + Math.clamp(value / bound, -1, 1) * (RIGHT - LEFT) / 2;
    }

    private static String shortened(String name, String value) {
        double room = RIGHT - LEFT - new Label(0, 0, 13, Anchor.END, false, true, value).width();
        return Lines.shortened(name, 14, true, room - 10);
    }

    private static boolean twoLines(Frame frame) {
        return label(frame.left(), Anchor.START, 0, 0).width()
                        + label(frame.right(), Anchor.END, 0, 0).width()
                > RIGHT - LEFT - 12;
    }

    private static List<Mark> ends(Frame frame, double y) {
        return List.of(
                label(frame.left(), Anchor.START, LEFT - 2, y),
                label(frame.right(), Anchor.END, Figure.WIDTH - 6, twoLines(frame) ? y + 17 : y));
    }

    private static Label label(String text, Anchor anchor, double x, double y) {
        return new Label(x, y, SMALL, anchor, false, true, text);
    }
}
