package skills.study;

import java.util.List;
import java.util.Locale;
import skills.platform.Glyphs;

/**
 * A drawing 340 units wide, so that its letters keep 12 pixels on a phone. Marks differ by shape
 * and by line, not by hue.
 *
 * @param alt what it shows, in a sentence
 * @param marks drawn in this order
 */
record Figure(int height, String alt, List<Mark> marks) {

    static final int WIDTH = 340;

    Figure {
        marks = List.copyOf(marks);
    }

    /** Something drawn. */
    sealed interface Mark {}

    /**
     * @param d data of a path
     */
    record Stroke(String d, Line line) implements Mark {}

    enum Line {
        INK,
        THIN,
        AXIS,
        GRID,
        DASHED
    }

    record Box(double x, double y, double width, double height, boolean dashed) implements Mark {}

    record Point(Shape shape, double x, double y) implements Mark {}

    enum Shape {
        SQUARE,
        CIRCLE,
        DIAMOND,
        TRIANGLE
    }

    /**
     * @param y of its baseline
     */
    record Label(
            double x, double y, double size, Anchor anchor, boolean bold, boolean soft, String text)
            implements Mark {

        double width() {
            return Glyphs.width(text, size, bold);
        }

        double left() {
            return switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width() / 2;
                case END -> x - width();
            };
        }
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** The texts in it, in the order in which they are drawn. */
    List<String> texts() {
        return marks.stream()
                .filter(Label.class::isInstance)
                .map(mark -> ((Label) mark).text())
                .toList();
    }

    /** For a browser: colours come from the style of the page, light or dark. */
    String svg() {
        var out =
                new StringBuilder(
                        "<svg viewBox=\"0 0 "
                                + WIDTH
                                + " "
                                + height
                                + "\" role=\"img\" aria-label=\""
                                + escaped(alt)
                                + "\">");
        for (Mark mark : marks) draw(mark, out, false);
        return out.append("</svg>").toString();
    }

    /**
     * For a PDF: letters as outlines, colours of ink on paper.
     *
     * @param millimetres its width on paper
     */
    String paper(double millimetres) {
        var out =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1fmm\""
                                        + " height=\"%.1fmm\" viewBox=\"0 0 %d %d\" alt=\"%s\">",
                                millimetres,
                                millimetres * height / WIDTH,
                                WIDTH,
                                height,
                                escaped(alt)));
        for (Mark mark : marks) draw(mark, out, true);
        return out.append("</svg>").toString();
    }

    private static void draw(Mark mark, StringBuilder out, boolean paper) {
        switch (mark) {
            case Stroke s -> out.append("<path d=\"").append(s.d()).append('"').append(style(s));
            case Box b ->
                    out.append(
                            String.format(
                                    Locale.ROOT,
                                    "<rect class=\"bx\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                                            + " height=\"%.1f\" rx=\"4\" fill=\"#ffffff\""
                                            + " stroke=\"#10231f\" stroke-width=\"%s\"%s",
                                    b.x(),
                                    b.y(),
                                    b.width(),
                                    b.height(),
                                    b.dashed() ? "1.5" : "2",
                                    b.dashed() ? " stroke-dasharray=\"4 3\"" : ""));
            case Point p -> out.append(point(p));
            case Label l -> {
                if (paper) outlined(l, out);
                else lettered(l, out);
                return;
            }
        }
        out.append("/>");
    }

    private static String style(Stroke s) {
        String none = " fill=\"none\"";
        return switch (s.line()) {
            case INK -> " class=\"in\" stroke=\"#10231f\" stroke-width=\"2.5\"" + none;
            case THIN -> " class=\"in\" stroke=\"#10231f\" stroke-width=\"1.5\"" + none;
            case AXIS -> " class=\"ax\" stroke=\"#6b7a72\" stroke-width=\"2\"" + none;
            case GRID ->
                    " class=\"gr\" stroke=\"#c9d3ca\" stroke-width=\"1\" stroke-dasharray=\"2 4\""
                            + none;
            case DASHED ->
                    " class=\"in\" stroke=\"#10231f\" stroke-width=\"2\" stroke-dasharray=\"6 4\""
                            + none;
        };
    }

    private static String point(Point p) {
        String d =
                switch (p.shape()) {
                    case SQUARE -> path("M%.1f %.1fh12v12h-12Z", p.x() - 6, p.y() - 6);
                    case CIRCLE ->
                            path(
                                    "M%.1f %.1fa6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0Z",
                                    p.x() - 6.5, p.y());
                    case DIAMOND -> path("M%.1f %.1fl8 8l-8 8l-8 -8Z", p.x(), p.y() - 8);
                    case TRIANGLE -> path("M%.1f %.1fl8 14h-16Z", p.x(), p.y() - 9);
                };
        // A ring beside a filled square: told apart without colour.
        return p.shape() == Shape.CIRCLE
                ? "<path class=\"ring\" d=\""
                        + d
                        + "\" fill=\"#ffffff\" stroke=\"#10231f\" stroke-width=\"2.5\""
                : "<path class=\"pt\" d=\"" + d + "\" fill=\"#10231f\"";
    }

    private static void lettered(Label l, StringBuilder out) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "<text%s x=\"%.1f\" y=\"%.1f\" font-size=\"%s\"%s%s>%s</text>",
                        l.soft() ? " class=\"sf\"" : "",
                        l.x(),
                        l.y(),
                        trimmed(l.size()),
                        l.bold() ? " font-weight=\"650\"" : "",
                        switch (l.anchor()) {
                            case START -> "";
                            case MIDDLE -> " text-anchor=\"middle\"";
                            case END -> " text-anchor=\"end\"";
                        },
                        escaped(l.text())));
    }

    private static void outlined(Label l, StringBuilder out) {
        String d = Glyphs.path(l.text(), l.left(), l.y(), l.size(), l.bold());
        out.append("<path d=\"")
                .append(d)
                .append("\" fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"3\"/><path d=\"")
                .append(d)
                .append("\" fill=\"")
                .append(l.soft() ? "#46564f" : "#10231f")
                .append("\"/>");
    }

    /** A path with numbers in it. */
    static String path(String form, Object... numbers) {
        return String.format(Locale.ROOT, form, numbers);
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
