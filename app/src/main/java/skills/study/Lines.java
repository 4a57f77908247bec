package skills.study;

import java.util.ArrayList;
import java.util.List;
import skills.platform.Glyphs;

/** Words broken over the lines of a drawing. */
final class Lines {

    private Lines() {}

    /** As few lines as the width allows; a word that is too long on its own is cut. */
    static List<String> of(String text, double size, boolean bold, double width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : pieces(text, size, bold, width)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Glyphs.width(longer, size, bold) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String text, double size, boolean bold, double width) {
        List<String> pieces = new ArrayList<>();
        for (String word : text.strip().split(" +")) {
            String rest = word;
            while (rest.length() > 3 && Glyphs.width(rest, size, bold) > width) {
                int end = rest.length() - 1;
                while (end > 2 && Glyphs.width(rest.substring(0, end) + "-", size, bold) > width)
                    end--;
                pieces.add(rest.substring(0, end) + "-");
                rest = rest.substring(end);
            }
            pieces.add(rest);
        }
        return pieces;
    }

    /** One line; what does not fit ends in dots. */
    static String shortened(String text, double size, boolean bold, double width) {
        if (Glyphs.width(text, size, bold) <= width) return text;
        int end = text.length();
        while (end > 1 && Glyphs.width(text.substring(0, end).strip() + "…", size, bold) > width)
            end--;
        return text.substring(0, end).strip() + "…";
    }
}
