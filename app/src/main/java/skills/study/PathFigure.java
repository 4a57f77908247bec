package skills.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skills.study.Figure.Anchor;
import skills.study.Figure.Label;
import skills.study.Figure.Line;
import skills.study.Figure.Mark;
import skills.study.Figure.Point;
import skills.study.Figure.Shape;
import skills.study.Figure.Stroke;

/** Means of the arms at each wave, on the whole range of the scale. */
final class PathFigure {

    private static final double TOP = 10;
    private static final double HIGH = 150;
    private static final double LEFT = 30;
    private static final double LEADING = 15;

    /** Room for the names of the arms. */
    private static final double RIGHT = Figure.WIDTH - 122;

    private PathFigure() {}

    /**
     * @param mean null where there is none, or where it stands for too few; @param low and high of
     *     its interval
     */
    record At(@Nullable Double mean, @Nullable Double low, @Nullable Double high) {

        static final At NONE = new At(null, null, null);
    }

    /** One arm, with a place for each wave. */
    record Path(String name, List<At> waves) {}

    /**
     * @param lowest answer of the scale; @param highest answer
     */
    static Figure of(
            String alt, List<String> waves, List<Path> paths, double lowest, double highest) {
        List<Mark> marks = new ArrayList<>();
        for (long v = (long) Math.ceil(lowest); v <= highest; v++) {
            double y = y(v, lowest, highest);
            marks.add(new Stroke(Figure.path("M%.1f %.1fH%.1f", LEFT, y, RIGHT), Line.GRID));
            marks.add(new Label(LEFT - 8, y + 4, 12.5, Anchor.END, false, true, Long.toString(v)));
        }
        for (int w = 0; w < waves.size(); w++)
            marks.add(
                    new Label(
                            x(w, waves.size()),
                            TOP + HIGH + 22,
                            13,
                            Anchor.MIDDLE,
                            true,
                            false,
                            waves.get(w)));
        List<List<Label>> names = new ArrayList<>();
        for (int p = 0; p < paths.size(); p++) {
            // Side by side, so that the intervals of two arms do not cover each other.
            double aside = (p - (paths.size() - 1) / 2.0) * 9;
            path(paths.get(p), p, aside, waves.size(), lowest, highest, marks, names);
        }
        marks.addAll(apart(names));
        return new Figure((int) (TOP + HIGH + 32), alt, marks);
    }

    private static void path(
            Path path,
            int number,
            double aside,
            int waves,
            double lowest,
            double highest,
            List<Mark> marks,
            List<List<Label>> names) {
        var d = new StringBuilder();
        List<Mark> points = new ArrayList<>();
        double last = Double.NaN;
        for (int w = 0; w < waves; w++) {
            At at = path.waves().get(w);
            if (at.mean() == null) continue;
            double x = x(w, waves) + aside;
            double y = y(at.mean(), lowest, highest);
            d.append(Figure.path(d.isEmpty() ? "M%.1f %.1f" : "L%.1f %.1f", x, y));
            if (at.low() != null && at.high() != null)
                points.add(
                        new Stroke(
                                Figure.path(
                                        "M%.1f %.1fV%.1f",
                                        x,
                                        y(at.low(), lowest, highest),
                                        y(at.high(), lowest, highest)),
                                Line.THIN));
            points.add(new Point(shape(number), x, y));
            last = y;
        }
        if (Double.isNaN(last)) return;
        marks.add(new Stroke(d.toString(), number % 2 == 0 ? Line.DASHED : Line.INK));
        marks.addAll(points);
        List<Label> lines = new ArrayList<>();
        double y = last + 4;
        for (String line : Lines.of(path.name(), 13, false, Figure.WIDTH - RIGHT - 14)) {
            lines.add(new Label(RIGHT + 12, y, 13, Anchor.START, false, false, line));
            y += LEADING;
        }
        names.add(lines);
    }

    /** Names at the right that would cover each other move down. */
    private static List<Label> apart(List<List<Label>> names) {
        List<List<Label>> sorted =
                names.stream()
                        .sorted(Comparator.comparingDouble(lines -> lines.getFirst().y()))
                        .toList();
        List<Label> out = new ArrayList<>();
        double free = 0;
        for (List<Label> lines : sorted)
            for (Label n : lines) {
                double y = Math.max(n.y(), free);
                out.add(new Label(n.x(), y, n.size(), n.anchor(), n.bold(), n.soft(), n.text()));
                free = y + LEADING;
            }
        return out;
    }

    static Shape shape(int arm) {
        return switch (arm) {
            case 0 -> Shape.CIRCLE;
            case 1 -> Shape.SQUARE;
            case 2 -> Shape.DIAMOND;
            default -> Shape.TRIANGLE;
        };
    }

    private static double x(int wave, int waves) {
        return waves == 1
                ? (LEFT + RIGHT) / 2
                : LEFT + 20 + wave * (RIGHT - LEFT - 40) / (waves - 1);
    }

    private static double y(double value, double lowest, double highest) {
        return TOP + HIGH * (1 - Math.clamp((value - lowest) / (highest - lowest), 0, 1));
    }
}
