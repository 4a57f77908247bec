package skills.study;

import java.util.ArrayList;
import java.util.List;
import skills.study.Figure.Anchor;
import skills.study.Figure.Box;
import skills.study.Figure.Label;
import skills.study.Figure.Line;
import skills.study.Figure.Mark;
import skills.study.Figure.Stroke;

/**
 * Who took part and until when: from the top down what all share, then the arms beside each other.
 */
final class StreamFigure {

    private static final double GAP = 8;
    private static final double BETWEEN = 20;
    private static final double NUMBER = 19;
    private static final double SMALL = 12.5;
    private static final double LEADING = 15;

    private StreamFigure() {}

    /**
     * @param number as it is printed, "89" or "fewer than 10"
     * @param what under it
     */
    record Cell(String number, String what) {}

    /**
     * @param shared from the top, for all together
     * @param aside who left after the first shared box; empty for nobody
     * @param arms for each arm its boxes, from the top; all arms have the same number
     */
    record Content(
            String alt, List<Cell> shared, List<Cell> aside, List<List<Cell>> arms, String foot) {}

    static Figure of(Content content) {
        List<Mark> lines = new ArrayList<>();
        List<Mark> boxes = new ArrayList<>();
        double middle = Figure.WIDTH / 2.0;
        double y = 2;
        double wide = content.aside().isEmpty() ? 180 : 132;
        double centre = content.aside().isEmpty() ? middle : 2 + wide / 2 + 36;
        for (int i = 0; i < content.shared().size(); i++) {
            Cell cell = content.shared().get(i);
            double high = height(List.of(cell), wide);
            if (i > 0) lines.add(down(centre, y - BETWEEN, y));
            box(cell, centre - wide / 2, y, wide, high, false, boxes);
            y += high;
            if (i == 0 && !content.aside().isEmpty()) {
                double left = centre + wide / 2 + 20;
                double across = Figure.WIDTH - 2 - left;
                double tall = height(content.aside(), across);
                double at = y + BETWEEN / 2;
                // The line runs past those who left, then down to the rest.
                for (Cell gone : content.aside()) {
                    lines.add(
                            new Stroke(
                                    Figure.path("M%.1f %.1fH%.1f", centre, at + tall / 2, left),
                                    Line.THIN));
                    box(gone, left, at, across, tall, true, boxes);
                    at += tall + GAP;
                }
                lines.add(down(centre, y, at - GAP + BETWEEN / 2));
                y = at - GAP + BETWEEN / 2;
            } else y += BETWEEN;
        }
        int arms = content.arms().size();
        if (arms > 0) {
            double across = (Figure.WIDTH - 4 - GAP * (arms - 1)) / arms;
            double fork = y - BETWEEN + 8;
            lines.add(down(centre, y - BETWEEN, fork));
            lines.add(
                    new Stroke(
                            Figure.path(
                                    "M%.1f %.1fH%.1f",
                                    2 + across / 2, fork, Figure.WIDTH - 2 - across / 2),
                            Line.THIN));
            int stages = content.arms().getFirst().size();
            for (int stage = 0; stage < stages; stage++) {
                int now = stage;
                double high = height(content.arms().stream().map(a -> a.get(now)).toList(), across);
                for (int arm = 0; arm < arms; arm++) {
                    double left = 2 + arm * (across + GAP);
                    lines.add(down(left + across / 2, stage == 0 ? fork : y - BETWEEN, y));
                    box(content.arms().get(arm).get(stage), left, y, across, high, false, boxes);
                }
                y += high + BETWEEN;
            }
        }
        y += -BETWEEN + 18;
        List<Mark> marks = new ArrayList<>(lines);
        marks.addAll(boxes);
        for (String line : Lines.of(content.foot(), SMALL, false, Figure.WIDTH - 4)) {
            marks.add(new Label(middle, y, SMALL, Anchor.MIDDLE, false, true, line));
            y += LEADING + 1;
        }
        return new Figure((int) Math.ceil(y - 8), content.alt(), marks);
    }

    private static Stroke down(double x, double from, double to) {
        return new Stroke(Figure.path("M%.1f %.1fV%.1f", x, from, to), Line.THIN);
    }

    /** Of a row of boxes: that of the one with the most lines. */
    private static double height(List<Cell> cells, double width) {
        double most = 0;
        for (Cell cell : cells)
            most =
                    Math.max(
                            most,
                            Lines.of(cell.number(), size(cell), true, width - 12).size()
                                            * (size(cell) + 1)
                                    + Lines.of(cell.what(), SMALL, false, width - 12).size()
                                            * LEADING);
        return most + 16;
    }

    /** A word in the place of a number is smaller. */
    private static double size(Cell cell) {
        return cell.number().chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',')
                ? NUMBER
                : 14;
    }

    private static void box(
            Cell cell,
            double x,
            double y,
            double width,
            double height,
            boolean dashed,
            List<Mark> marks) {
        marks.add(new Box(x, y, width, height, dashed));
        double line = y + 7;
        for (String number : Lines.of(cell.number(), size(cell), true, width - 12)) {
            line += size(cell) - 1;
            marks.add(
                    new Label(x + width / 2, line, size(cell), Anchor.MIDDLE, true, false, number));
            line += 2;
        }
        for (String what : Lines.of(cell.what(), SMALL, false, width - 12)) {
            line += LEADING;
            marks.add(new Label(x + width / 2, line, SMALL, Anchor.MIDDLE, false, true, what));
        }
    }
}
