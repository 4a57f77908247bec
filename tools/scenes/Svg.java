import java.util.Locale;

/** The few marks that every drawing is made of. Lines have round ends everywhere. */
final class Svg {
    private Svg() {}

    /** A number as short as it can be written, with at most one decimal. */
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        text = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return text.equals("-0") ? "0" : text;
    }

    static String shape(String path, String fill) {
        return "<path d=\"" + path + "\" fill=\"" + fill + "\"/>";
    }

    static String line(String path, String colour, double width) {
        return "<path d=\""
                + path
                + "\" fill=\"none\" stroke=\""
                + colour
                + "\" stroke-width=\""
                + n(width)
                + "\"/>";
    }

    /** A line of dots: the gap is counted from the middle of one to the middle of the next. */
    static String dots(String path, String colour, double width, double gap) {
        return line(path, colour, width).replace("/>", " stroke-dasharray=\"0 " + n(gap) + "\"/>");
    }

    static String circle(double x, double y, double r, String fill) {
        return "<circle cx=\""
                + n(x)
                + "\" cy=\""
                + n(y)
                + "\" r=\""
                + n(r)
                + "\" fill=\""
                + fill
                + "\"/>";
    }

    static String ring(double x, double y, double r, String colour, double width) {
        return circle(x, y, r, "none")
                .replace("/>", " stroke=\"" + colour + "\" stroke-width=\"" + n(width) + "\"/>");
    }

    static String box(double x, double y, double width, double height, double corner, String fill) {
        String round = corner == 0 ? "" : " rx=\"" + n(corner) + "\"";
        return "<rect x=\""
                + n(x)
                + "\" y=\""
                + n(y)
                + "\" width=\""
                + n(width)
                + "\" height=\""
                + n(height)
                + "\""
                + round
                + " fill=\""
                + fill
                + "\"/>";
    }

    /** Puts marks elsewhere: at x, y, smaller or larger. */
    static String at(double x, double y, double scale, String marks) {
        String size = scale == 1 ? "" : " scale(" + String.format(Locale.ROOT, "%.2f", scale) + ")";
        return "<g transform=\"translate("
                + n(x)
                + " "
                + n(y)
                + ")"
                + size
                + "\">"
                + marks
                + "</g>";
    }

    static String at(double x, double y, String marks) {
        return at(x, y, 1, marks);
    }

    static String mirrored(double x, double y, String marks) {
        return "<g transform=\"translate("
                + n(x)
                + " "
                + n(y)
                + ") scale(-1 1)\">"
                + marks
                + "</g>";
    }

    static String turned(double degrees, double x, double y, String marks) {
        return "<g transform=\"rotate("
                + n(degrees)
                + " "
                + n(x)
                + " "
                + n(y)
                + ")\">"
                + marks
                + "</g>";
    }

    static String faint(double opacity, String marks) {
        return "<g opacity=\"" + n(opacity) + "\">" + marks + "</g>";
    }
}
