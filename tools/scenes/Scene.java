import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One drawing of 400 x 240. Marks are added from back to front; the floor begins at {@link #FLOOR}.
 * A scene has one motion, and is complete without it.
 */
final class Scene {
    static final int FLOOR = 196;
    private static final int MOST_BYTES = 6_000;
    private static final int MOST_COLOURS = 6;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}\\b");
    private static final Pattern NUMBERS = Pattern.compile(" d=\"[^\"]+\"");

    /** Not counted as colours: ink, white, skin, hair and the tints of the place. */
    private static final Set<String> FREE =
            Set.of(
                    Palette.INK,
                    Palette.WHITE,
                    Palette.PALE,
                    Palette.FAIR,
                    Palette.TAN,
                    Palette.BROWN,
                    Palette.DARK,
                    Palette.CHESTNUT,
                    Palette.RED,
                    Palette.SAND,
                    Palette.GREY);

    final String id;
    private final Palette.Place place;
    private final StringBuilder marks = new StringBuilder();
    private String style = "";

    Scene(String id, Palette.Place place) {
        this.id = id;
        this.place = place;
        marks.append(Svg.shape("M0 0h400v240H0Z", place.wall))
                .append(Svg.shape("M0 " + FLOOR + "h400v44H0Z", place.floor));
    }

    Scene add(String... more) {
        for (String mark : more) {
            marks.append(mark);
        }
        return this;
    }

    /**
     * The one motion of the scene: 4 seconds or slower, for ever, stopped for whoever asks for less
     * motion.
     *
     * @param frames the key frames in CSS; the resting frame is the drawing itself
     * @param origin the point of turning, such as "12px -108px", in the coordinates of what moves
     */
    Scene motion(double seconds, String timing, String origin, String frames) {
        if (seconds < 4 || !style.isEmpty()) {
            throw new IllegalArgumentException(id + ": one motion of 4 seconds or more");
        }
        style =
                "<style>."
                        + id
                        + "{animation:"
                        + id
                        + " "
                        + Svg.n(seconds)
                        + "s "
                        + timing
                        + " infinite;transform-origin:"
                        + origin
                        + "}@keyframes "
                        + id
                        + "{"
                        + frames
                        + "}@media(prefers-reduced-motion:reduce){."
                        + id
                        + "{animation:none}}</style>";
        return this;
    }

    /** Marks that take part in the motion. */
    String moving(String what) {
        return "<g class=\"" + id + "\">" + what + "</g>";
    }

    String svg(boolean still) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 240\" stroke-linecap=\"round\""
                + " stroke-linejoin=\"round\" fill=\"none\">"
                + (still ? "" : style)
                + shorter(marks.toString())
                + "</svg>\n";
    }

    /** The rules of the drawings that this one breaks; empty when it is fine. */
    List<String> faults() {
        String all = svg(false);
        Set<String> colours = new TreeSet<>();
        COLOUR.matcher(all).results().map(MatchResult::group).forEach(colours::add);
        colours.removeAll(FREE);
        colours.removeAll(Set.of(place.wall, place.floor, place.far));
        List<String> faults = new ArrayList<>();
        if (all.length() >= MOST_BYTES) {
            faults.add(id + " has " + all.length() + " bytes");
        }
        if (colours.size() > MOST_COLOURS) {
            faults.add(id + " has " + colours.size() + " colours: " + colours);
        }
        if (!colours.contains(Palette.WAY)) {
            faults.add(id + " has nothing yellow");
        }
        if (!all.contains("class=")) {
            faults.add(id + " does not move");
        }
        return faults;
    }

    /**
     * The same drawing in fewer bytes: no spaces that a path does not need, no zero before a point.
     */
    private static String shorter(String text) {
        return NUMBERS.matcher(text.replace(" fill=\"none\"", ""))
                .replaceAll(
                        found ->
                                found.group()
                                        .replaceAll("(?<![0-9.])0\\.", ".")
                                        .replaceAll("-0\\.", "-.")
                                        .replaceAll("(?<=[0-9]) -", "-")
                                        .replaceAll("(?<=[0-9]) (?=[a-zA-Z])", "")
                                        .replaceAll("(?<=[a-zA-Z]) (?=[-0-9.])", ""));
    }
}
