import java.util.List;

/**
 * Whoever speaks and whoever keeps still are both at ease; a free chair, a microphone or a ball is
 * what it turns on.
 */
final class Extraversion {
    private Extraversion() {}

    static List<Scene> scenes() {
        return List.of(
                atTheStop(), freeChair(), silence(), microphone(), afterHours(), onTheBench());
    }

    /**
     * e01: everyone waits for the bus with something of their own; a dog is what one can begin
     * about.
     */
    private static Scene atTheStop() {
        Scene s =
                new Scene("e01", Palette.Place.SKY)
                        .motion(
                                4,
                                "ease-in-out",
                                "0 0",
                                "25%{transform:rotate(16deg)}75%{transform:rotate(-16deg)}");
        s.add(Svg.shape("M0 196V86h58v30h52v80ZM120 196v-66h64v66Z", Palette.Place.SKY.far));
        s.add(
                Svg.box(222, 48, 162, 148, 4, Palette.WHITE),
                Svg.line("M222 196V48M384 196V48", Palette.STONE, 6),
                Svg.line("M210 44h186", Palette.STONE, 9));
        s.add(Svg.at(338, 212, Props.bench(84, Palette.CORAL)));
        s.add(
                Figure.of(Palette.FAIR, Hair.BALD, Palette.CHESTNUT)
                        .build(Figure.Build.BROAD)
                        .headphones(Palette.INK)
                        .wears(Palette.STONE, Palette.NAVY)
                        .sits()
                        .face(Figure.Mouth.SMALL)
                        .looks(1, 3)
                        .nods(6)
                        .back(26, -82, 38, -86)
                        .front(30, -80, 40, -90)
                        .holds(Svg.turned(14, 0, 0, Svg.box(-2, -16, 11, 18, 2, Palette.INK)))
                        .facingLeft(352, 226));
        s.add(
                Figure.of(Palette.TAN, Hair.LONG, Palette.CHESTNUT)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .face(Figure.Mouth.SMALL)
                        .back(-24, -86, -20, -64)
                        .front(24, -86, 34, -72)
                        .facingLeft(252, 212));
        s.add(Svg.line("M218 142Q198 154 194 172", Palette.INK, 2.5));
        s.add(
                Svg.mirrored(
                        202,
                        216,
                        Svg.at(-24, -30, s.moving(Svg.line("M0 0-8-16", Palette.WAY, 6)))
                                + Props.dog(Palette.WAY)
                                + Svg.line("M9-29l9 6", Palette.CORAL, 4)));
        s.add(
                Figure.of(Palette.DARK, Hair.CROP, Palette.BLACK)
                        .wears(Palette.BLUE, Palette.STONE)
                        .leans(5)
                        .walks()
                        .face(Figure.Mouth.LAUGH)
                        .back(26, -88, 42, -76)
                        .front(30, -94, 46, -112)
                        .at(96, 216));
        return s.add(
                Svg.at(130, 64, Props.bubble(80, 34, Palette.WHITE)),
                Svg.line("M130 28h46M130 40h32", Palette.STONE, 4));
    }

    /** e02: three talk, one chair is free, and the one with the cup stands a little way off. */
    private static Scene freeChair() {
        Scene s =
                new Scene("e02", Palette.Place.LILAC)
                        .motion(5, "ease-in-out", "0 0", "50%{transform:translateY(-5px)}");
        s.add(
                Props.window(112, 26, 86, 64, Palette.WHITE, Palette.Place.LILAC.floor),
                Svg.at(24, 210, .9, Props.plant(Palette.LEAF, Palette.CORAL)));
        s.add(
                Figure.of(Palette.BROWN, Hair.AFRO, Palette.BLACK)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .face(Figure.Mouth.LAUGH)
                        .back(-28, -92, -36, -108)
                        .front(30, -94, 40, -110)
                        .at(292, 204));
        s.add(Svg.at(226, 214, Props.chair(Palette.STONE)));
        s.add(
                Figure.of(Palette.TAN, Hair.SCARF, Palette.LEAF)
                        .wears(Palette.PLUM, Palette.NAVY)
                        .sits()
                        .face(Figure.Mouth.LAUGH)
                        .back(28, -86, 42, -80)
                        .front(30, -94, 40, -112)
                        .at(226, 228));
        s.add(Svg.mirrored(362, 214, Props.chair(Palette.STONE)));
        s.add(
                Figure.of(Palette.PALE, Hair.BOB, Palette.GREY)
                        .glasses()
                        .wears(Palette.LEAF, Palette.STONE)
                        .sits()
                        .back(28, -84, 40, -76)
                        .front(28, -82, 44, -78)
                        .facingLeft(362, 228));
        s.add(
                Svg.at(248, 70, Props.bubble(-52, 30, Palette.WHITE)),
                Svg.line("M222 42h24M222 51h14", Palette.PLUM, 4));
        s.add(
                Svg.at(322, 50, Props.bubble(52, 26, Palette.CORAL)),
                Svg.line("M322 25h24", Palette.WHITE, 4));
        s.add(Svg.at(158, 218, Props.chair(Palette.WAY)));
        s.add(
                Figure.of(Palette.FAIR, Hair.SHORT, Palette.SAND)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.NAVY, Palette.STONE)
                        .face(Figure.Mouth.SMALL)
                        .back(24, -86, 28, -78)
                        .front(28, -84, 32, -80)
                        .holds(Svg.at(4, 6, Props.cup(Palette.WHITE)))
                        .at(74, 214));
        return s.add(Svg.at(110, 118, .8, s.moving(Props.steam(Palette.STONE))));
    }

    /** e03: the question stands on the board, the others look up, down and away. */
    private static Scene silence() {
        Scene s =
                new Scene("e03", Palette.Place.LAKE)
                        .motion(4, "ease-in-out", "160px 62px", "50%{transform:scale(.9)}");
        s.add(
                Svg.box(28, 18, 82, 62, 4, Palette.WHITE),
                Svg.line("M28 82h82", Palette.STONE, 5),
                Svg.at(69, 50, Props.question(Palette.INK)),
                Props.clock(352, 42, 10.25));
        s.add(
                Figure.of(Palette.PALE, Hair.SHORT, Palette.RED)
                        .wears(Palette.STONE, Palette.NAVY)
                        .face(Figure.Mouth.FLAT)
                        .looks(0, 4)
                        .nods(10)
                        .back(20, -80, 30, -72)
                        .front(22, -78, 34, -72)
                        .at(66, 242));
        s.add(
                Figure.of(Palette.TAN, Hair.SCARF, Palette.PLUM)
                        .wears(Palette.NAVY, Palette.STONE)
                        .leans(3)
                        .face(Figure.Mouth.LAUGH)
                        .back(-30, -86, -38, -104)
                        .front(32, -88, 46, -108)
                        .at(146, 210));
        s.add(
                Figure.of(Palette.DARK, Hair.BALD, Palette.GREY)
                        .build(Figure.Build.BROAD)
                        .beard(Palette.GREY)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .face(Figure.Mouth.FLAT)
                        .looks(-1, -4)
                        .nods(-10)
                        .back(24, -84, 34, -72)
                        .front(34, -82, 40, -72)
                        .facingLeft(240, 242));
        s.add(
                Figure.of(Palette.FAIR, Hair.BUN, Palette.CHESTNUT)
                        .wears(Palette.PLUM, Palette.NAVY)
                        .face(Figure.Mouth.SMALL)
                        .looks(2, 1)
                        .back(-26, -84, -24, -72)
                        .front(30, -92, 14, -118)
                        .at(326, 242));
        s.add(
                Svg.at(198, 172, Props.counter(330, 72, Palette.WOOD, Palette.INK)),
                Svg.faint(.2, Svg.line("M116 180v60M198 180v60M280 180v60", Palette.INK, 3)));
        s.add(
                Svg.line("M88 166h26M288 166h22", Palette.WHITE, 4),
                Svg.at(196, 168, Props.cup(Palette.WHITE)),
                Svg.at(368, 168, .9, Props.cup(Palette.CORAL)));
        return s.add(
                s.moving(
                        Svg.at(164, 62, Props.bubble(104, 38, Palette.WAY))
                                + Svg.line("M166 24h68M166 38h44", Palette.INK, 4)));
    }

    /**
     * e04: the tower that the group made stands there, the room waits, the microphone goes from
     * hand to hand.
     */
    private static Scene microphone() {
        Scene s =
                new Scene("e04", Palette.Place.ROSE)
                        .motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(5deg)}");
        s.add(
                Svg.box(20, 16, 92, 82, 4, Palette.WHITE),
                Svg.line(
                        "M34 86 52 30h20l18 56M43 60h38M36 84 78 48M88 84 46 48", Palette.PLUM, 3));
        s.add(Svg.box(0, 174, 400, 70, 0, Palette.WOOD), Svg.line("M0 174h400", Palette.INK, 5));
        s.add(
                Svg.box(358, 96, 36, 76, 3, Palette.STONE)
                        + Svg.circle(376, 116, 9, Palette.INK)
                        + Svg.circle(376, 148, 14, Palette.INK),
                Svg.at(
                        322,
                        172,
                        Svg.line(
                                "M-18 0-8-96h16L18 0M-13-48h26M-16-24 13-48-8-94M16-24-13-48 8-94",
                                Palette.PLUM,
                                5)),
                Svg.line("M298 172h48", Palette.STONE, 6));
        s.add(
                Figure.of(Palette.FAIR, Hair.SHORT, Palette.CHESTNUT)
                        .beard(Palette.CHESTNUT)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.NAVY, Palette.STONE)
                        .back(-34, -92, -40, -72)
                        .front(32, -88, 58, -88)
                        .armMoves(s)
                        .holds(
                                Svg.turned(
                                        6, 0, 0, Svg.at(0, 0, 1.15, Props.microphone(Palette.WAY))))
                        .at(150, 176));
        s.add(
                Figure.of(Palette.BROWN, Hair.BUN, Palette.BLACK)
                        .hearingAid()
                        .wears(Palette.CORAL, Palette.STONE)
                        .face(Figure.Mouth.LAUGH)
                        .back(28, -92, 38, -104)
                        .front(26, -86, 42, -84)
                        .facingLeft(266, 176));
        s.add(
                Svg.at(40, 206, Props.fromBehind(Palette.RED, Palette.STONE)),
                Svg.at(114, 212, Props.fromBehind(Palette.BLACK, Palette.NAVY)),
                Svg.at(190, 208, Props.fromBehind(Palette.CHESTNUT, Palette.CORAL)),
                Svg.at(264, 212, Props.fromBehind(Palette.SAND, Palette.PLUM)),
                Svg.at(338, 206, Props.fromBehind(Palette.GREY, Palette.NAVY)));
        return s;
    }

    /**
     * e05: the plates are piled up and one has shoes off; friends are at the door, and here is the
     * ball.
     */
    private static Scene afterHours() {
        Scene s =
                new Scene("e05", Palette.Place.DUSK)
                        .motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(-9deg)}");
        s.add(Props.clock(192, 42, 9.5), Props.lamp(76, 48, Palette.CORAL));
        s.add(
                Props.door(288, 102, 150, Palette.GREY),
                Svg.box(291, 49, 96, 147, 0, Palette.NAVY),
                Props.moon(304, 66, Palette.WHITE));
        s.add(
                Figure.of(Palette.TAN, Hair.CURL, Palette.BLACK)
                        .wears(Palette.LEAF, Palette.STONE)
                        .size(.86)
                        .face(Figure.Mouth.LAUGH)
                        .back(-30, -106, -26, -132)
                        .front(20, -86, 24, -70)
                        .facingLeft(364, 204));
        s.add(
                Figure.of(Palette.PALE, Hair.TAIL, Palette.RED)
                        .wears(Palette.WHITE, Palette.STONE)
                        .size(.86)
                        .face(Figure.Mouth.LAUGH)
                        .back(30, -96, 42, -112)
                        .front(30, -90, 46, -98)
                        .facingLeft(316, 208));
        s.add(Svg.at(60, 154, Props.counter(128, 76, Palette.LEAF, Palette.INK)));
        for (int i = 0; i < 6; i++) {
            s.add(
                    Svg.line(
                            "M10 " + (147 - 6 * i) + "h26" + (i < 5 ? "m10 0h22" : ""),
                            i % 2 == 0 ? Palette.WHITE : Palette.GREY,
                            4));
        }
        s.add(Svg.at(88, 150, .9, Props.cup(Palette.WHITE)));
        s.add(Svg.at(146, 212, Props.stool(Palette.INK)));
        s.add(
                Figure.of(Palette.BROWN, Hair.CROP, Palette.BLACK)
                        .wears(Palette.CORAL, Palette.STONE)
                        .shoes(Palette.WHITE)
                        .sits()
                        .eyesClosed()
                        .nods(-8)
                        .back(-28, -84, -34, -66)
                        .front(14, -82, 22, -68)
                        .at(142, 230));
        s.add(Svg.line("M150 230h12M168 232h12", Palette.INK, 8));
        return s.add(
                Figure.of(Palette.FAIR, Hair.BOB, Palette.GREY)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.PLUM, Palette.STONE)
                        .walks()
                        .face(Figure.Mouth.LAUGH)
                        .back(26, -94, 40, -92)
                        .front(30, -120, 28, -152)
                        .armMoves(s)
                        .holds(
                                Svg.at(
                                        2,
                                        -16,
                                        Svg.circle(0, 0, 19, Palette.WAY)
                                                + Svg.line(
                                                        "M-19 0H19M0-19Q-12 0 0 19",
                                                        Palette.INK,
                                                        2)))
                        .at(226, 220));
    }

    /** e06: the others sit at the long table and beckon; here is a bench, a tree and a book. */
    private static Scene onTheBench() {
        Scene s =
                new Scene("e06", Palette.Place.MINT)
                        .motion(
                                8,
                                "linear",
                                "0 0",
                                "from{transform:translate(-8px,-34px);opacity:0}30%{transform:translate(6px,-8px);opacity:1}80%{transform:translate(-6px,60px);opacity:1}to{transform:translate(0,84px);opacity:0}");
        s.add(
                Svg.shape("M216 196V70h184v126Z", Palette.Place.MINT.far),
                Svg.line("M246 94v18M292 94v18M338 94v18M384 94v18", Palette.WHITE, 20));
        s.add(Svg.at(56, 204, 1.55, Props.tree(Palette.LEAF, Palette.WOOD)));
        s.add(
                Figure.of(Palette.FAIR, Hair.SCARF, Palette.PLUM)
                        .wears(Palette.LEAF, Palette.STONE)
                        .size(.8)
                        .face(Figure.Mouth.LAUGH)
                        .back(20, -86, 30, -74)
                        .front(34, -104, 40, -132)
                        .facingLeft(264, 200));
        s.add(
                Figure.of(Palette.BROWN, Hair.BALD, Palette.GREY)
                        .wears(Palette.CORAL, Palette.STONE)
                        .size(.8)
                        .face(Figure.Mouth.LAUGH)
                        .back(24, -84, 36, -76)
                        .front(26, -84, 34, -74)
                        .at(308, 214));
        s.add(
                Figure.of(Palette.PALE, Hair.SHORT, Palette.SAND)
                        .wears(Palette.PLUM, Palette.STONE)
                        .size(.8)
                        .face(Figure.Mouth.LAUGH)
                        .back(24, -84, 36, -76)
                        .front(30, -92, 28, -112)
                        .holds(Svg.at(5, 6, Props.cup(Palette.WHITE)))
                        .facingLeft(366, 214));
        s.add(
                Svg.at(330, 164, Props.table(150, 50, Palette.WOOD, Palette.STONE)),
                Svg.line("M316 158h26", Palette.WHITE, 4),
                Svg.line("M322 152h14", Palette.CORAL, 7));
        s.add(Svg.at(120, 214, Props.bench(128, Palette.WOOD)));
        s.add(
                Svg.at(84, 168, .9, Props.cat(Palette.STONE)),
                Svg.line("M72 164q-12 4-12 18", Palette.STONE, 5));
        s.add(
                Figure.of(Palette.DARK, Hair.AFRO, Palette.BLACK)
                        .wears(Palette.CORAL, Palette.STONE)
                        .sits()
                        .looks(1, 3)
                        .nods(5)
                        .back(26, -80, 42, -84)
                        .front(26, -78, 38, -84)
                        .holds(Svg.at(6, 2, Props.openBook(Palette.WAY)))
                        .at(140, 226));
        return s.add(s.moving(Svg.shape("M204 56q10-8 16 2-8 8-16-2Z", Palette.LEAF)));
    }
}
