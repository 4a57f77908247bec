/**
 * One person: feet on zero, shoulders 108 above them, looking right. Arms and legs are three points
 * (joint, bend, end) in these coordinates, so that a pose can be read from the code.
 */
final class Figure {
    /** Half the width of the shoulders and of the waist, and how thick an arm and a leg are. */
    enum Build {
        SLIM(17, 14, 12, 14),
        MIDDLE(19, 16, 13, 15),
        BROAD(23, 26, 15, 18);

        final int shoulder;
        final int waist;
        final int arm;
        final int leg;

        Build(int shoulder, int waist, int arm, int leg) {
            this.shoulder = shoulder;
            this.waist = waist;
            this.arm = arm;
            this.leg = leg;
        }
    }

    enum Mouth {
        SMILE("M2 7q5 4 9-1"),
        LAUGH("M1 6q6 8 11-1"),
        FLAT("M4 8h8"),
        SMALL("M5 8q3 2 5 0"),
        DOWN("M3 10q4-5 9-1"),
        OPEN("");

        final String path;

        Mouth(String path) {
            this.path = path;
        }
    }

    private final String skin;
    private final Hair hair;
    private final String hairColour;
    private Build build = Build.MIDDLE;
    private String top = Palette.BLUE;
    private String legs = Palette.INK;
    private String shoes = Palette.INK;
    private Mouth mouth = Mouth.SMILE;
    private String eyes = "";
    private double lookX;
    private double lookY;
    private double lean;
    private double nod;
    private boolean turned;
    private double size = 1;
    private int[] back = {-22, -84, -16, -64};
    private int[] front = {22, -86, 18, -64};
    private int[] backLeg = {-9, -30, -10, -3};
    private int[] frontLeg = {9, -30, 11, -3};
    private String extraHead = "";
    private String extraBody = "";
    private String held = "";
    private String heldBack = "";
    private String movingArm;

    private Figure(String skin, Hair hair, String hairColour) {
        this.skin = skin;
        this.hair = hair;
        this.hairColour = hairColour;
    }

    static Figure of(String skin, Hair hair, String hairColour) {
        return new Figure(skin, hair, hairColour);
    }

    Figure wears(String colourOfTop, String colourOfLegs) {
        top = colourOfTop;
        legs = colourOfLegs;
        return this;
    }

    Figure shoes(String colour) {
        shoes = colour;
        return this;
    }

    Figure build(Build other) {
        build = other;
        return this;
    }

    /** One is an adult; a child is about .7. */
    Figure size(double scale) {
        size = scale;
        return this;
    }

    /** The arm away from us: elbow and hand. */
    Figure back(int bendX, int bendY, int x, int y) {
        back = new int[] {bendX, bendY, x, y};
        return this;
    }

    /** The arm at our side: elbow and hand. */
    Figure front(int bendX, int bendY, int x, int y) {
        front = new int[] {bendX, bendY, x, y};
        return this;
    }

    /** Knee and foot of both legs, the far one first. The hip is 60 above the floor. */
    Figure legs(
            int kneeX,
            int kneeY,
            int x,
            int y,
            int frontKneeX,
            int frontKneeY,
            int frontX,
            int frontY) {
        backLeg = new int[] {kneeX, kneeY, x, y};
        frontLeg = new int[] {frontKneeX, frontKneeY, frontX, frontY};
        return this;
    }

    Figure walks() {
        return legs(-14, -30, -22, -3, 16, -34, 24, -3);
    }

    /** On a seat that is 46 above the floor: put the figure 14 lower than the floor it sits on. */
    Figure sits() {
        return legs(28, -64, 30, -18, 34, -62, 38, -16);
    }

    /** On one knee: put the figure 34 lower than the floor. */
    Figure kneels() {
        return legs(-4, -36, -34, -37, 30, -58, 26, -36);
    }

    Figure leans(double degrees) {
        lean = degrees;
        return this;
    }

    Figure nods(double degrees) {
        nod = degrees;
        return this;
    }

    Figure face(Mouth other) {
        mouth = other;
        return this;
    }

    /** Moves eyes and mouth over the face, a few units at most. */
    Figure looks(double x, double y) {
        lookX = x;
        lookY = y;
        return this;
    }

    /** The head looks the other way, over the shoulder. */
    Figure turnsHead() {
        turned = true;
        return this;
    }

    Figure eyesClosed() {
        eyes = Svg.line("M2-1q2 2 4 0M10-1q2 2 4 0", Palette.INK, 1.8);
        return this;
    }

    Figure glasses() {
        String frame =
                skin.equals(Palette.DARK) || skin.equals(Palette.BROWN)
                        ? Palette.WHITE
                        : Palette.INK;
        extraHead +=
                Svg.ring(4, -1, 4.6, frame, 1.5)
                        + Svg.ring(13.5, -1, 4.2, frame, 1.5)
                        + Svg.line("M-1-2-13-4", frame, 1.5);
        return this;
    }

    Figure headphones(String colour) {
        extraHead +=
                Svg.line("M-7 0C-10-13-6-19 4-19", colour, 4) + Svg.line("M-6-1v5", colour, 10);
        return this;
    }

    Figure hearingAid() {
        extraHead += Svg.line("M-8-5q-5 0-5 5t4 6h1", Palette.WHITE, 2.6);
        return this;
    }

    Figure beard(String colour) {
        extraHead =
                Svg.shape("M-13 1C-12 15-3 21 5 19 13 18 17 11 16 4 12 13 0 14-13 1Z", colour)
                        + extraHead;
        return this;
    }

    Figure apron(String colour) {
        int w = build.waist - 1;
        extraBody +=
                Svg.shape("M-9-102H10L" + w + "-80V-46H" + -w + "V-80Z", colour)
                        + Svg.line("M-8-102-11-117M9-102 12-117", colour, 3);
        return this;
    }

    /** Any marks over the clothes, in the figure's coordinates. */
    Figure over(String marks) {
        extraBody += marks;
        return this;
    }

    /** What the front hand holds; zero is the hand. */
    Figure holds(String marks) {
        held = marks;
        return this;
    }

    /** What the far hand holds; zero is the hand. */
    Figure holdsBehind(String marks) {
        heldBack = marks;
        return this;
    }

    /**
     * The front arm with what it holds takes part in the motion of this scene, around the shoulder.
     */
    Figure armMoves(Scene scene) {
        movingArm = scene.id;
        return this;
    }

    /** The person at x, with the feet at y, looking right. */
    String at(double x, double y) {
        return Svg.at(x, y, size, draw());
    }

    /** The same person looking left. */
    String facingLeft(double x, double y) {
        String scale = size == 1 ? "-1 1" : "-" + size + " " + size;
        return "<g transform=\"translate("
                + Svg.n(x)
                + " "
                + Svg.n(y)
                + ") scale("
                + scale
                + ")\">"
                + draw()
                + "</g>";
    }

    private String draw() {
        int hip = build.leg / 2 + 1;
        int joint = build.shoulder - 7;
        String lower =
                Svg.line(leg(-hip, backLeg) + leg(hip, frontLeg), legs, build.leg)
                        + Svg.line(shoe(backLeg) + shoe(frontLeg), shoes, 8);
        String upper =
                (heldBack.isEmpty() ? "" : Svg.at(back[2], back[3], heldBack))
                        + Svg.line(limb(-joint, -106, back), top, build.arm)
                        + hand(back)
                        + torso()
                        + extraBody
                        + head()
                        + front();
        upper = lean == 0 ? upper : Svg.turned(lean, 0, -60, upper);
        return lower + upper;
    }

    private String front() {
        String arm =
                (held.isEmpty() ? "" : Svg.at(front[2], front[3], held))
                        + Svg.line(limb(build.shoulder - 7, -106, front), top, build.arm)
                        + hand(front);
        return movingArm == null ? arm : "<g class=\"" + movingArm + "\">" + arm + "</g>";
    }

    private String torso() {
        int s = build.shoulder;
        int w = build.waist;
        String path =
                "M"
                        + -s
                        + "-108C"
                        + (1 - s)
                        + "-121 "
                        + (s - 1)
                        + "-121 "
                        + s
                        + "-108"
                        + (w > s
                                ? "Q" + (w + 4) + "-76 " + w + "-54H" + -w + "Q" + (-w - 4) + "-76 "
                                        + -s + "-108Z"
                                : "L" + w + "-52H" + -w + "Z");
        return "<path d=\""
                + path
                + "\" fill=\""
                + top
                + "\" stroke=\""
                + top
                + "\" stroke-width=\"4\"/>"
                + Svg.shape("M-5-124h11v10q-5 5-11 0Z", skin);
    }

    /**
     * Only the head, with zero as its middle: for someone who lies down or sits behind a window.
     */
    String onlyHead() {
        return face();
    }

    private String head() {
        String all = face();
        all = nod == 0 ? all : Svg.turned(nod, -2, 14, all);
        return turned ? Svg.mirrored(-1, -138, all) : Svg.at(1, -138, all);
    }

    private String face() {
        String dots = eyes.isEmpty() ? Svg.line("M4-1h0M12-1h0", Palette.INK, 3.8) : eyes;
        String face =
                dots
                        + (mouth == Mouth.OPEN
                                ? Svg.circle(8, 9, 2.8, Palette.INK)
                                : Svg.line(mouth.path, Palette.INK, 2));
        face = lookX == 0 && lookY == 0 ? face : Svg.at(lookX, lookY, face);
        String skull =
                hair == Hair.SCARF
                        ? "<ellipse cx=\"3\" cy=\"1\" rx=\"13\" ry=\"15\" fill=\"" + skin + "\"/>"
                        : Svg.circle(0, 0, 17, skin);
        return hair(hair.behind) + skull + hair(hair.before) + extraHead + face;
    }

    private String hair(String marks) {
        return marks.replace(
                        "stroke-width", "fill=\"none\" stroke=\"" + hairColour + "\" stroke-width")
                .replaceAll(
                        "(<(?:path|circle)(?![^>]*stroke)[^>]*)/>",
                        "$1 fill=\"" + hairColour + "\"/>");
    }

    private String leg(int hip, int[] to) {
        return limb(hip, -60, new int[] {to[0], to[1], to[2], to[3] + 3 - build.leg / 2});
    }

    private static String shoe(int[] leg) {
        return "M" + (leg[2] - 3) + " " + (leg[3] - 1) + "h13";
    }

    private static String limb(int x, int y, int[] to) {
        return "M" + x + " " + y + "Q" + to[0] + " " + to[1] + " " + to[2] + " " + to[3];
    }

    private String hand(int[] arm) {
        return Svg.circle(arm[2], arm[3], build.arm / 2.0 + .6, skin);
    }
}
