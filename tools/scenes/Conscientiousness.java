import java.util.List;

/**
 * What tempts is in the picture: the way home, something new, a friend who calls, a pan that is hot
 * already.
 */
final class Conscientiousness {
    private Conscientiousness() {}

    static List<Scene> scenes() {
        return List.of(
                lastCase(), halfPainted(), layOut(), whereIsTheKey(), onceMore(), aboutStraight());
    }

    /** c01: the shift is over, a colleague waves from the door, and one case is not in line yet. */
    private static Scene lastCase() {
        Scene s =
                new Scene("c01", Palette.Place.MINT)
                        .motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(14deg)}");
        s.add(
                Svg.box(96, 34, 118, 84, 8, Palette.WHITE),
                Svg.at(122, 78, 1.2, Props.plane(Palette.Place.MINT.floor)));
        s.add(Props.clock(50, 58, 5), Props.door(318, 62, 130, Palette.COVER));
        s.add(
                Figure.of(Palette.FAIR, Hair.CURL, Palette.CHESTNUT)
                        .wears(Palette.CORAL, Palette.STONE)
                        .size(.8)
                        .front(34, -112, 36, -138)
                        .armMoves(s)
                        .face(Figure.Mouth.LAUGH)
                        .over(Svg.line("M-14-112 12-62", Palette.INK, 3))
                        .facingLeft(350, 200));
        String[] colours = {Palette.BLUE, Palette.PLUM, Palette.COVER, Palette.CORAL};
        for (int i = 0; i < colours.length; i++) {
            s.add(Svg.at(40 + 44 * i, 210, Props.suitcase(colours[i])));
        }
        s.add(Svg.at(216, 210, Props.suitcase(Palette.WAY)));
        s.add(
                Figure.of(Palette.BROWN, Hair.BUN, Palette.BLACK)
                        .wears(Palette.WHITE, Palette.COVER)
                        .build(Figure.Build.BROAD)
                        .back(30, -92, 42, -74)
                        .front(26, -76, 38, -70)
                        .leans(6)
                        .looks(0, 2)
                        .facingLeft(262, 214));
        return s.add(Svg.dots("M22 226H240", Palette.COVER, 3, 9));
    }

    /** c02: the wall is half painted, the roller leans on it, and there is wood for something new. */
    private static Scene halfPainted() {
        Scene s =
                new Scene("c02", Palette.Place.ROSE)
                        .motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(-16deg)}");
        s.add(
                Svg.shape("M0 0H160V104q-4 6-15 6t-15-6V188H0Z", Palette.LEAF),
                Svg.line("M-4 192H404", Palette.WHITE, 8));
        s.add(
                Svg.line("M128 112h-6v18h24l6 14", Palette.INK, 4),
                Svg.line("M152 144 182 214", Palette.WOOD, 6),
                Svg.line("M137 112h16", Palette.STONE, 16));
        s.add(
                Svg.at(
                        50,
                        234,
                        Svg.shape("M-22-34H22L18 0H-18Z", Palette.STONE)
                                + "<ellipse cy=\"-34\" rx=\"22\" ry=\"5\" fill=\""
                                + Palette.LEAF
                                + "\"/>"
                                + Svg.line("M-12-32v12M-2-31v6", Palette.LEAF, 6)));
        s.add(
                Figure.of(Palette.TAN, Hair.TAIL, Palette.CHESTNUT)
                        .wears(Palette.CORAL, Palette.STONE)
                        .size(.66)
                        .back(26, -92, 38, -96)
                        .front(30, -84, 40, -86)
                        .face(Figure.Mouth.LAUGH)
                        .holds(
                                Svg.at(
                                        -2,
                                        -34,
                                        Props.sheet(34, 38, 0, Palette.WHITE, Palette.INK)
                                                + Svg.line(
                                                        "M9 30V17l8-8 8 8v13Z", Palette.INK, 2.5)))
                        .at(226, 208));
        s.add(
                Svg.at(
                        300,
                        212,
                        Svg.shape("M-22 0v-34L0-56 22-34V0Z", Palette.WAY)
                                + Svg.circle(0, -30, 7, Palette.INK)
                                + Svg.line("M-28-32 0-60 28-32", Palette.WOOD, 6)));
        s.add(
                Figure.of(Palette.PALE, Hair.CURL, Palette.RED)
                        .wears(Palette.BLUE, Palette.INK)
                        .kneels()
                        .leans(5)
                        .back(22, -76, 34, -78)
                        .front(36, -100, 44, -122)
                        .armMoves(s)
                        .looks(1, 3)
                        .holds(
                                Svg.line("M0 4 4-26", Palette.WOOD, 5)
                                        + Svg.line("M-5-27 16-24", Palette.INK, 11))
                        .facingLeft(358, 246));
        return s.add(Svg.line("M196 226h40M210 234h46", Palette.WOOD, 6));
    }

    /** c03: the pan of the other cook is hot and smells good; here the last thing joins the row. */
    private static Scene layOut() {
        Scene s =
                new Scene("c03", Palette.Place.OAT)
                        .motion(5, "ease-in-out", "0 0", "50%{transform:translateY(-5px)}");
        s.add(Svg.box(180, 24, 74, 56, 4, Palette.WHITE));
        s.add(
                Svg.circle(198, 42, 7, Palette.CORAL),
                Svg.circle(217, 43, 6, Palette.PLUM),
                Svg.line("M236 36v14", Palette.INK, 4),
                Svg.line("M192 64h14M216 64h26", Palette.STONE, 4));
        s.add(
                Figure.of(Palette.TAN, Hair.WRAP, Palette.PLUM)
                        .wears(Palette.CORAL, Palette.INK)
                        .back(24, -96, 36, -112)
                        .front(24, -84, 30, -72)
                        .face(Figure.Mouth.LAUGH)
                        .holdsBehind(Svg.line("M0 0 14-16", Palette.INK, 4))
                        .at(54, 206));
        s.add(Svg.at(104, 132, s.moving(Props.steam(Palette.GREY))));
        s.add(
                Svg.at(
                        106,
                        146,
                        Svg.shape("M-24-16h48v10q0 10-10 10h-28q-10 0-10-10Z", Palette.STONE)
                                + Svg.line("M24-12h20", Palette.INK, 5)));
        s.add(
                Figure.of(Palette.DARK, Hair.CROP, Palette.GREY)
                        .wears(Palette.WHITE, Palette.NAVY)
                        .glasses()
                        .apron(Palette.LEAF)
                        .back(26, -84, 36, -68)
                        .front(40, -92, 62, -82)
                        .looks(0, 2)
                        .holds(
                                Svg.shape(
                                                "M-2 4C-14 6-16 26-6 26-3 28 3 28 6 26 16 26 14 6 2 4Z",
                                                Palette.WAY)
                                        + Svg.line("M0 5V-1", Palette.LEAF, 4))
                        .facingLeft(346, 206));
        s.add(Svg.at(200, 152, Props.counter(380, 70, Palette.LEAF, Palette.INK)));
        s.add(
                Svg.line(
                        "M108 158v64M202 158v64M296 158v64M52 174h18M146 174h18M240 174h18M334 174h18",
                        Palette.Place.OAT.wall,
                        3));
        s.add(
                Svg.line("M172 143h32", Palette.WHITE, 5),
                Svg.line("M170 140h12", Palette.INK, 5),
                Svg.line("M182 140l22-3", Palette.GREY, 5));
        s.add(Svg.circle(226, 138, 10, Palette.CORAL), Svg.line("M226 128l3-4", Palette.LEAF, 3));
        s.add(Svg.shape("M244 146q-8-14 4-17l2-5 2 5q12 3 4 17Z", Palette.PLUM));
        return s;
    }

    /**
     * c04: everything is out of the bag, a friend is ready to go, and the key hangs where it was
     * left.
     */
    private static Scene whereIsTheKey() {
        Scene s =
                new Scene("c04", Palette.Place.LAKE)
                        .motion(
                                4,
                                "ease-in-out",
                                "0 0",
                                "25%{transform:rotate(9deg)}75%{transform:rotate(-9deg)}");
        s.add(
                Svg.shape(
                        "M0 196V70h66V40h70v50h60v106ZM250 196V56h80v34h70v106Z",
                        Palette.Place.LAKE.far));
        s.add(Svg.line("M20 96v18M46 96v18M88 66v18M114 66v18M272 80v18", Palette.WHITE, 14));
        s.add(Svg.line("M30 206v-26q0-8 8-8h70q8 0 8 8v26", Palette.STONE, 6));
        s.add(Svg.at(86, 214, 1.1, Props.bike(Palette.PLUM)));
        s.add(
                Svg.ring(52, 176, 8, Palette.INK, 4),
                Svg.at(
                        52,
                        182,
                        1.4,
                        s.moving(
                                Svg.ring(0, 5, 5, Palette.WAY, 4)
                                        + Svg.line("M0 11v15M0 20h6M0 26h6", Palette.WAY, 4))));
        s.add(Svg.at(340, 212, Svg.at(0, 2, Props.bike(Palette.LEAF))));
        s.add(
                Figure.of(Palette.FAIR, Hair.LONG, Palette.SAND)
                        .wears(Palette.LEAF, Palette.STONE)
                        .build(Figure.Build.BROAD)
                        .back(20, -90, 34, -78)
                        .front(32, -96, 44, -120)
                        .face(Figure.Mouth.LAUGH)
                        .facingLeft(344, 208));
        s.add(
                Figure.of(Palette.DARK, Hair.LOCS, Palette.BLACK)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .leans(7)
                        .nods(6)
                        .looks(1, 4)
                        .face(Figure.Mouth.SMALL)
                        .back(24, -84, 36, -78)
                        .front(26, -90, 34, -66)
                        .at(192, 214));
        s.add(
                Svg.line("M222 140q0-22 14-22t14 22", Palette.STONE, 4),
                Svg.shape("M214 138h44v38q0 8-8 8h-28q-8 0-8-8Z", Palette.STONE),
                Svg.box(224, 156, 24, 17, 3, Palette.CORAL));
        return s.add(
                Svg.box(216, 208, 36, 9, 2, Palette.PLUM),
                Svg.line("M220 214h30", Palette.WHITE, 2),
                Svg.box(262, 198, 10, 22, 3, Palette.WHITE),
                Svg.line("M267 196v-3", Palette.INK, 6),
                Svg.line("M150 226q10-10 20 0t20 0", Palette.INK, 3),
                Svg.circle(286, 222, 7, Palette.CORAL));
    }

    /** c05: the pile is there, the others are outside; a finger goes along the lines again. */
    private static Scene onceMore() {
        Scene s =
                new Scene("c05", Palette.Place.SKY)
                        .motion(5, "ease-in-out", "0 0", "50%{transform:translate(8px,6px)}");
        s.add(
                Svg.box(196, 22, 184, 104, 8, Palette.WHITE),
                Svg.shape("M196 100h184v18q0 8-8 8H204q-8 0-8-8Z", Palette.Place.SKY.far));
        s.add(
                Figure.of(Palette.BROWN, Hair.AFRO, Palette.BLACK)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .size(.5)
                        .walks()
                        .leans(-6)
                        .back(-30, -100, -36, -124)
                        .front(32, -108, 40, -124)
                        .face(Figure.Mouth.LAUGH)
                        .at(236, 120));
        s.add(Svg.circle(266, 108, 8, Palette.PLUM));
        s.add(
                Figure.of(Palette.FAIR, Hair.SHORT, Palette.SAND)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .size(.5)
                        .walks()
                        .front(30, -96, 36, -80)
                        .face(Figure.Mouth.LAUGH)
                        .facingLeft(340, 120));
        s.add(
                Svg.line("M288 22v104", Palette.Place.SKY.floor, 4),
                Svg.box(192, 124, 192, 7, 3, Palette.Place.SKY.floor));
        s.add(Svg.at(330, 160, Props.table(96, 56, Palette.INK, Palette.STONE)));
        s.add(
                Svg.line("M304 153h50M308 148h46M302 143h50", Palette.WHITE, 4),
                Svg.line("M296 155v-16M362 155v-16M296 156h66", Palette.LEAF, 4));
        s.add(Svg.at(84, 214, Props.wheelchair(Palette.PLUM)));
        s.add(
                Figure.of(Palette.TAN, Hair.TAIL, Palette.BLACK)
                        .wears(Palette.PLUM, Palette.NAVY)
                        .sits()
                        .glasses()
                        .looks(1, 3)
                        .face(Figure.Mouth.SMALL)
                        .back(30, -84, 52, -92)
                        .front(30, -78, 52, -104)
                        .armMoves(s)
                        .holdsBehind(
                                Svg.at(
                                        -6,
                                        -46,
                                        Props.sheet(44, 54, 6, Palette.WHITE, Palette.STONE)))
                        .holds(
                                Svg.line("M-8 14 11-18", Palette.WAY, 6)
                                        + Svg.line("M11-18 13-22", Palette.INK, 4))
                        .at(84, 230));
        return s.add(
                Svg.at(160, 158, Props.table(110, 62, Palette.INK, Palette.STONE)),
                Svg.line("M184 150h24M187 142h20", Palette.LEAF, 7));
    }

    /** c06: the picture hangs, a little crooked; the coffee is there and so is a friend. */
    private static Scene aboutStraight() {
        Scene s =
                new Scene("c06", Palette.Place.LILAC)
                        .motion(6, "ease-in-out", "0 -34px", "50%{transform:rotate(-3deg)}");
        s.add(
                Svg.box(24, 34, 44, 56, 2, Palette.WHITE),
                Svg.shape("M30 80l12-22 8 10 4-6 8 18Z", Palette.PLUM));
        s.add(Svg.circle(124, 32, 3, Palette.INK), Svg.line("M106 46l18-14 18 14", Palette.INK, 2));
        s.add(
                Svg.at(
                        124,
                        66,
                        Svg.turned(
                                6,
                                0,
                                -34,
                                s.moving(
                                        Svg.box(-27, -24, 54, 58, 2, Palette.WAY)
                                                + Svg.box(-20, -17, 40, 44, 0, Palette.WHITE)
                                                + Svg.circle(0, 2, 11, Palette.CORAL)
                                                + Svg.line(
                                                        "M0 12v12M0 22l8-6", Palette.LEAF, 3)))));
        s.add(
                Figure.of(Palette.FAIR, Hair.SHORT, Palette.SAND)
                        .beard(Palette.SAND)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .looks(0, -3)
                        .nods(-8)
                        .back(-34, -88, -32, -64)
                        .front(20, -86, 44, -84)
                        .holds(
                                Svg.line("M-3 6 8-22", Palette.STONE, 5)
                                        + Svg.line("M0-27 18-20", Palette.INK, 10))
                        .facingLeft(200, 212));
        s.add(
                Svg.at(58, 212, Props.stool(Palette.STONE)),
                Svg.box(28, 157, 62, 8, 2, Palette.CORAL),
                Svg.box(52, 158, 14, 5, 2, Palette.WHITE));
        s.add(Svg.mirrored(362, 212, Props.chair(Palette.STONE)));
        s.add(
                Figure.of(Palette.BROWN, Hair.BOB, Palette.GREY)
                        .wears(Palette.CORAL, Palette.PLUM)
                        .sits()
                        .face(Figure.Mouth.LAUGH)
                        .back(28, -88, 44, -78)
                        .front(28, -100, 42, -118)
                        .facingLeft(362, 226));
        return s.add(
                Svg.at(290, 158, Props.table(78, 54, Palette.INK, Palette.STONE)),
                Svg.at(272, 154, Props.cup(Palette.WHITE)),
                Svg.at(302, 154, Props.cup(Palette.WHITE)),
                Svg.at(272, 134, .7, Props.steam(Palette.GREY)));
    }
}
