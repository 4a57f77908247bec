package skills.platform;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Letters of the own text face as outlines: measures words in a drawing, and draws them in a PDF,
 * whose figures must not depend on the fonts of a machine.
 */
public final class Glyphs {

    private static final Face NORMAL = new Face("text-400");
    private static final Face BOLD = new Face("text-650");

    private Glyphs() {}

    /** Width of a line, in the unit of the size. */
    public static double width(String text, double size, boolean bold) {
        return face(bold).width(text) * size;
    }

    /**
     * A line as the data of an SVG path.
     *
     * @param x where it begins; @param y of its baseline, downwards
     */
    public static String path(String text, double x, double y, double size, boolean bold) {
        return face(bold).path(text, x, y, size);
    }

    private static Face face(boolean bold) {
        return bold ? BOLD : NORMAL;
    }

    /** The parser reads from one file at one place: one thread at a time. */
    private static final class Face {
        private final TrueTypeFont font;
        private final double em;

        Face(String name) {
            try (InputStream file = Glyphs.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
                if (file == null) throw new IllegalStateException("no font " + name);
                font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
                em = font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized double width(String text) {
            double width = 0;
            for (int c : text.codePoints().toArray()) width += advance(glyph(c));
            return width / em;
        }

        synchronized String path(String text, double x, double y, double size) {
            var out = new StringBuilder();
            double scale = size / em;
            double at = x;
            for (int c : text.codePoints().toArray()) {
                int glyph = glyph(c);
                outline(glyph, new AffineTransform(scale, 0, 0, -scale, at, y), out);
                at += advance(glyph) * scale;
            }
            return out.toString();
        }

        private int glyph(int codePoint) {
            try {
                return font.getUnicodeCmapLookup().getGlyphId(codePoint);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int advance(int glyph) {
            try {
                return font.getAdvanceWidth(glyph);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void outline(int glyph, AffineTransform place, StringBuilder out) {
            Shape shape;
            try {
                var data = font.getGlyph().getGlyph(glyph);
                if (data == null) return;
                shape = data.getPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            double[] p = new double[6];
            for (PathIterator i = shape.getPathIterator(place); !i.isDone(); i.next())
                switch (i.currentSegment(p)) {
                    case PathIterator.SEG_MOVETO -> add(out, 'M', p, 2);
                    case PathIterator.SEG_LINETO -> add(out, 'L', p, 2);
                    case PathIterator.SEG_QUADTO -> add(out, 'Q', p, 4);
                    case PathIterator.SEG_CUBICTO -> add(out, 'C', p, 6);
                    default -> out.append('Z');
                }
        }

        private static void add(StringBuilder out, char command, double[] p, int numbers) {
            out.append(command);
            for (int i = 0; i < numbers; i++)
                out.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", p[i]));
        }
    }
}
