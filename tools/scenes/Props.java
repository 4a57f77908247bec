/** Things that scenes share. Unless said otherwise zero is the middle of where a thing stands. */
final class Props {
    private Props() {}

    /** A clock on the wall with x, y as its middle. */
    static String clock(double x, double y, double hours) {
        double small = Math.toRadians(hours * 30 - 90);
        double large = Math.toRadians(hours % 1 * 360 - 90);
        String hands =
                "M"
                        + Svg.n(x + 9 * Math.cos(small))
                        + " "
                        + Svg.n(y + 9 * Math.sin(small))
                        + "L"
                        + Svg.n(x)
                        + " "
                        + Svg.n(y)
                        + " "
                        + Svg.n(x + 14 * Math.cos(large))
                        + " "
                        + Svg.n(y + 14 * Math.sin(large));
        return Svg.ring(x, y, 21, Palette.INK, 4)
                        .replace("fill=\"none\"", "fill=\"" + Palette.WHITE + "\"")
                + Svg.line(hands, Palette.INK, 4);
    }

    /** An open door with light behind it, standing on the floor line. */
    static String door(double x, double width, double height, String frame) {
        String edge =
                "M"
                        + Svg.n(x)
                        + " "
                        + Scene.FLOOR
                        + "v"
                        + Svg.n(-height)
                        + "h"
                        + Svg.n(width)
                        + "v"
                        + Svg.n(height);
        return Svg.shape(edge + "Z", Palette.WHITE) + Svg.line(edge, frame, 6);
    }

    /** A window with x, y as its upper left corner and one bar in the middle. */
    static String window(
            double x, double y, double width, double height, String glass, String bar) {
        return Svg.box(x, y, width, height, 6, glass)
                + Svg.line(
                        "M" + Svg.n(x + width / 2) + " " + Svg.n(y) + "v" + Svg.n(height), bar, 4);
    }

    static String suitcase(String colour) {
        return Svg.line("M-8-46v-9H8v9M-11-4v4M11-4v4", Palette.INK, 4.5)
                + Svg.box(-17, -48, 34, 46, 6, colour)
                + "<path d=\"M-8-40v30M8-40v30\" stroke=\""
                + Palette.INK
                + "\" stroke-opacity=\".25\" stroke-width=\"3\"/>";
    }

    static String plant(String leaves, String pot) {
        return Svg.shape(
                        "M0-20C-4-44-22-46-26-40c2 12 14 16 26 20C4-48 22-56 28-48 26-34 14-24 0-20Z",
                        leaves)
                + Svg.shape("M-13-22h26l-4 22H-9Z", pot);
    }

    /**
     * A table seen from the front: zero is the middle of its top, the legs are as long as height.
     */
    static String table(double width, double height, String top, String legs) {
        double half = width / 2;
        return Svg.line(
                        "M"
                                + Svg.n(10 - half)
                                + " 4v"
                                + Svg.n(height - 4)
                                + "M"
                                + Svg.n(half - 10)
                                + " 4v"
                                + Svg.n(height - 4),
                        legs,
                        7)
                + Svg.line("M" + Svg.n(-half) + " 0h" + Svg.n(width), top, 8);
    }

    /**
     * A closed block such as a counter or a cupboard, with an edge on top; zero is the middle of
     * the top.
     */
    static String counter(double width, double height, String front, String top) {
        return Svg.box(-width / 2, 0, width, height, 4, front)
                + Svg.line("M" + Svg.n(-width / 2 - 5) + " 0h" + Svg.n(width + 10), top, 8);
    }

    /** A chair looking right: zero is under its middle, the seat is 46 high. */
    static String chair(String colour) {
        return Svg.line("M-18-96V-46H16M-16-46V-2M14-46V-2", colour, 7);
    }

    static String stool(String colour) {
        return Svg.line("M-9-40-14-2M9-40 14-2", colour, 5) + Svg.line("M-16-44h32", colour, 8);
    }

    /**
     * Wheels and seat for a figure that sits, looking right; put it before the figure, both at the
     * same x, the figure 16 lower.
     */
    static String wheelchair(String colour) {
        return Svg.line("M-24-90v46h58l8 34h12", Palette.INK, 6)
                + Svg.ring(44, -10, 8, Palette.INK, 5)
                + Svg.line("M-24-78h-8", Palette.INK, 5)
                + Svg.ring(-2, -26, 25, colour, 5);
    }

    /**
     * A speech bubble: zero is its tail, width and height are those of the round box above it;
     * negative width opens to the left.
     */
    static String bubble(double width, double height, String colour) {
        double w = Math.abs(width);
        String marks =
                Svg.box(-14, -height - 12, w, height, 10, colour)
                        + Svg.shape("M0 0 2-16h16Z", colour);
        return width < 0 ? Svg.mirrored(0, 0, marks) : marks;
    }

    /** A bubble with points, for a loud voice; zero is its tail. */
    static String shout(String colour) {
        return Svg.shape(
                "M0 0 3-18-12-22 0-31-9-43 6-43 8-58 20-48 32-60 37-46 53-49 46-36 58-28 44-23 45-10 32-18 20-10Z",
                colour);
    }

    /** A thought: zero is the head, the cloud of this width and height lies over dx, dy. */
    static String thought(double dx, double dy, double width, double height, String colour) {
        return Svg.circle(dx * .22, dy * .22, 3, colour)
                + Svg.circle(dx * .42, dy * .45, 5, colour)
                + Svg.box(dx - width / 2, dy - height, width, height, height / 2, colour);
    }

    /** Three threads of steam over zero. */
    static String steam(String colour) {
        return Svg.line("M-9 0q-5-7 0-13t0-13M1-2q-5-7 0-13t0-13M11 0q-5-7 0-13t0-13", colour, 3);
    }

    static String cup(String colour) {
        return Svg.line("M7-12q8 0 6 5-1 4-7 3", colour, 3) + Svg.shape("M-8-16H8L6 0H-6Z", colour);
    }

    static String carton(double width, double height, String colour) {
        return Svg.box(-width / 2, -height, width, height, 2, colour)
                + "<path d=\"M0 "
                + Svg.n(-height)
                + "v"
                + Svg.n(height * .4)
                + "\" stroke=\""
                + Palette.INK
                + "\" stroke-opacity=\".22\" stroke-width=\"8\" stroke-linecap=\"butt\"/>";
    }

    /** Written lines on a sheet: zero is the upper left corner. */
    static String sheet(double width, double height, int lines, String colour, String ink) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            double y = (i + 1) * height / (lines + 1);
            path.append("M")
                    .append(Svg.n(width * .18))
                    .append(" ")
                    .append(Svg.n(y))
                    .append("h")
                    .append(Svg.n(width * (i % 3 == 2 ? .4 : .64)));
        }
        return Svg.box(0, 0, width, height, 2, colour) + Svg.line(path.toString(), ink, 2.5);
    }

    static String tree(String leaves, String trunk) {
        return Svg.line("M0 0v-40", trunk, 7)
                + Svg.shape(
                        "M-28-52C-40-90-12-112 0-110 14-112 40-88 28-52 18-34-18-34-28-52Z",
                        leaves);
    }

    /** A cat that sits, looking right; the tail is a mark of its own. */
    static String cat(String colour) {
        return Svg.shape(
                        "M-14 0C-18-20-8-30 2-32L3-46 10-41H16L22-46 24-32C24-26 20-23 15-22 17-14 16-6 17 0Z",
                        colour)
                + Svg.circle(11, -33, 1.5, Palette.INK)
                + Svg.circle(18, -33, 1.5, Palette.INK)
                + Svg.line("M13-28q2 2 3 0", Palette.INK, 1.3);
    }

    /** A bicycle looking right, on its wheels. */
    static String bike(String colour) {
        return Svg.ring(-34, -24, 22, Palette.INK, 4)
                + Svg.ring(36, -24, 22, Palette.INK, 4)
                + Svg.line("M-34-24-16-58H26L2-26ZM-18-64 2-26M36-24 23-72 36-76", colour, 5)
                + Svg.line("M-28-66h18", Palette.INK, 6);
    }

    /** A moon with x, y as its middle. */
    static String moon(double x, double y, String colour) {
        return Svg.at(x, y, Svg.shape("M6-15A15 15 0 1 0 14 9 12 12 0 0 1 6-15Z", colour));
    }

    /** A lamp that hangs from the ceiling at x with its lower edge at y. */
    static String lamp(double x, double y, String colour) {
        return Svg.line("M" + Svg.n(x) + " 0V" + Svg.n(y - 22), Palette.INK, 3)
                + Svg.at(x, y, Svg.shape("M-24 0C-22-16-10-24 0-24S22-16 24 0Z", colour));
    }

    /** A telephone that lies on a table. */
    static String phone(String colour) {
        return Svg.shape("M-18 0-14-12H14L18 0Z", colour)
                + Svg.line("M-16-13q0-7 7-7H9q7 0 7 7", Palette.INK, 6);
    }

    /**
     * A backpack on the back of a figure that looks right: put it before the figure, at the same
     * place.
     */
    static String backpack(String colour) {
        return Svg.shape("M-16-114c-18 0-22 16-20 50h20Z", colour);
    }

    /** A bus that drives to the right, as long as 150. */
    static String bus(String colour, String glass) {
        return Svg.box(-75, -74, 150, 66, 10, colour)
                + Svg.line("M-58-52h24M-20-52h24M18-52h24", glass, 22)
                + Svg.circle(-44, -8, 11, Palette.INK)
                + Svg.circle(46, -8, 11, Palette.INK);
    }

    /** A seat of a train, looking right; the figure that sits on it is 14 lower. */
    static String seat(String colour) {
        return Svg.shape("M-34-112q0-12 12-12t12 12v60h28q10 0 10 8v14h-62Z", colour)
                + Svg.line("M-20-30V0M14-30V0", Palette.INK, 6);
    }

    /** An aeroplane far away, flying to the right; zero is its tail. */
    static String plane(String colour) {
        return Svg.shape(
                "M0 0-10-22H0L12-6H46q12 0 16 7-4 7-16 7H8Q2 8 0 0ZM26 3 10 24h9L44 3Z", colour);
    }

    /** A dog that stands, looking right; the tail is a mark of its own, at -24 -30. */
    static String dog(String colour) {
        return Svg.line("M-18-24H8", colour, 17)
                + Svg.line("M-22-20v16M-13-20v16M6-20v16M14-20v16", colour, 6.5)
                + Svg.line("M10-28 17-40", colour, 13)
                + Svg.line("M18-43h6", colour, 18)
                + Svg.line("M26-40h7", colour, 10)
                + Svg.line("M13-47q-5 5-4 13", Palette.INK, 6)
                + Svg.line("M24-46h0", Palette.INK, 3.5)
                + Svg.line("M36-42h0", Palette.INK, 5)
                + Svg.line("M26-35q4 2 7-1", Palette.INK, 1.5);
    }

    /**
     * A bench of a park seen from the front, as long as width; zero is under its middle, the seat
     * is 46 high.
     */
    static String bench(double width, String wood) {
        double w = width / 2;
        String planks = "M" + Svg.n(-w) + " -46h" + Svg.n(width);
        return Svg.line(
                        "M" + Svg.n(14 - w) + " -84V-2M" + Svg.n(w - 14) + " -84V-2",
                        Palette.INK,
                        5)
                + Svg.line(
                        planks
                                + "M"
                                + Svg.n(-w)
                                + " -66h"
                                + Svg.n(width)
                                + "M"
                                + Svg.n(-w)
                                + " -82h"
                                + Svg.n(width),
                        wood,
                        8);
    }

    /** An open book seen from its cover, with zero under its spine. */
    static String openBook(String colour) {
        return Svg.line("M-19-32 0-25 19-32", Palette.WHITE, 6)
                + Svg.shape("M-22-29 0-21 22-29V-3L0 5-22-3Z", colour)
                + Svg.line("M0-21V5", Palette.INK, 2);
    }

    /** A microphone that stands up in a hand; zero is the hand. */
    static String microphone(String head) {
        return Svg.line("M0 16V-12", Palette.INK, 8)
                + Svg.shape("M-10-20a10 10 0 1 1 20 0l-4 10H-6Z", head)
                + Svg.line("M-4-24h0M4-24h0M0-20h0M-4-16h0M4-16h0M0-27h0", Palette.INK, 2.2)
                + Svg.line("M-6-10H6", Palette.INK, 5);
    }

    /** A question mark, about 30 high, with zero as its middle. */
    static String question(String colour) {
        return Svg.line("M-8-9C-8-20 10-19 9-8 8-1 0-1 0 7M0 15h0", colour, 5);
    }

    /** A head with shoulders seen from behind, for an audience; zero is the middle of the head. */
    static String fromBehind(String hair, String top) {
        return Svg.shape("M-30 44Q-28 18 0 18T30 44Z", top) + Svg.circle(0, 0, 18, hair);
    }

    /** A car that looks right, as long as 180. */
    static String car(String colour, String glass) {
        return Svg.shape(
                        "M-88-14v-26q0-10 10-12l18-4 20-26q4-6 12-6h38q10 0 16 8l18 24 34 6q12 2 12 14v22Z",
                        colour)
                + Svg.shape("M-44-56l12-18q2-4 8-4h12v22ZM-4-78h14q6 0 10 6l10 16H-4Z", glass)
                + Svg.circle(-50, -15, 19, Palette.INK)
                + Svg.circle(50, -15, 19, Palette.INK)
                + Svg.circle(-50, -15, 7, glass)
                + Svg.circle(50, -15, 7, glass);
    }
}
