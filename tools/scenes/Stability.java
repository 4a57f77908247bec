import java.util.List;

/** What presses is in the picture: a queue, a belt that does not stop, a loud voice, tomorrow. */
final class Stability {
    private Stability() {}

    static List<Scene> scenes() {
        return List.of(allAtOnce(), whichCage(), leftBehind(), brokenCup(), dayBefore(), whatIf());
    }

    /**
     * s01: the telephone rings, the queue is long, and one card goes over the desk of the surgery.
     */
    private static Scene allAtOnce() {
        Scene s =
                new Scene("s01", Palette.Place.LAKE)
                        .motion(4, "ease-in-out", "0 0", "50%{opacity:.2}");
        s.add(
                Props.clock(40, 40, 8.75),
                Svg.box(150, 22, 72, 50, 4, Palette.WHITE),
                Svg.line("M164 40h40", Palette.STONE, 4));
        s.add(
                Figure.of(Palette.TAN, Hair.SCARF, Palette.PLUM)
                        .wears(Palette.WHITE, Palette.NAVY)
                        .glasses()
                        .back(26, -88, 46, -84)
                        .front(30, -96, 62, -98)
                        .holds(Svg.turned(-8, 0, 0, Svg.box(2, -14, 24, 17, 2, Palette.WAY)))
                        .at(74, 220));
        s.add(
                Figure.of(Palette.FAIR, Hair.SHORT, Palette.CHESTNUT)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .size(.62)
                        .front(20, -116, 26, -132)
                        .face(Figure.Mouth.OPEN)
                        .facingLeft(374, 204));
        s.add(
                Figure.of(Palette.PALE, Hair.BOB, Palette.CHESTNUT)
                        .wears(Palette.PLUM, Palette.NAVY)
                        .face(Figure.Mouth.FLAT)
                        .back(-24, -86, -26, -70)
                        .front(24, -94, 14, -112)
                        .facingLeft(334, 208));
        s.add(
                Figure.of(Palette.BROWN, Hair.BALD, Palette.GREY)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.LEAF, Palette.STONE)
                        .face(Figure.Mouth.FLAT)
                        .looks(0, 1)
                        .front(30, -84, 30, -66)
                        .holds(Svg.line("M0 0V62", Palette.INK, 5))
                        .facingLeft(268, 214));
        s.add(
                Figure.of(Palette.DARK, Hair.LOCS, Palette.BLACK)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .face(Figure.Mouth.SMALL)
                        .back(28, -92, 40, -86)
                        .front(28, -94, 44, -100)
                        .facingLeft(206, 222));
        s.add(Svg.at(88, 158, Props.counter(136, 74, Palette.NAVY, Palette.INK)));
        s.add(Svg.at(48, 153, Props.phone(Palette.CORAL)));
        return s.add(
                s.moving(
                        Svg.line(
                                "M24 136q-4-8 0-16M14 140q-6-12 0-24M40 120q8-5 16 0M36 110q12-7 24 0",
                                Palette.INK,
                                3)));
    }

    /**
     * s02: the belt goes on, the van waits, and there are two cages for the parcel in the hands.
     */
    private static Scene whichCage() {
        Scene s =
                new Scene("s02", Palette.Place.OAT)
                        .motion(4, "linear", "0 0", "to{stroke-dashoffset:-36}");
        s.add(Props.door(298, 90, 120, Palette.STONE));
        s.add(
                Svg.line("M322 190v8M366 190v8", Palette.INK, 12),
                Svg.box(306, 86, 76, 104, 8, Palette.SLATE),
                Svg.box(316, 96, 56, 78, 3, Palette.STONE),
                Svg.at(356, 174, Props.carton(26, 24, Palette.WOOD)),
                Svg.line("M312 182h3M373 182h3", Palette.CORAL, 6));
        s.add(
                Figure.of(Palette.BROWN, Hair.BEANIE, Palette.CORAL)
                        .wears(Palette.SLATE, Palette.STONE)
                        .size(.82)
                        .face(Figure.Mouth.OPEN)
                        .back(-26, -92, -22, -70)
                        .front(36, -106, 30, -132)
                        .facingLeft(320, 206));
        s.add(Props.clock(252, 44, 4.9));
        for (int i = 0; i < 2; i++) {
            int x = 212 + 52 * i;
            s.add(
                    Svg.line(
                            "M"
                                    + (x - 21)
                                    + " 206v-72h42v72M"
                                    + (x - 21)
                                    + " 158h42M"
                                    + (x - 21)
                                    + " 182h42M"
                                    + (x - 21)
                                    + " 204h42",
                            Palette.INK,
                            4),
                    Svg.circle(x - 18, 212, 5, Palette.INK),
                    Svg.circle(x + 18, 212, 5, Palette.INK),
                    Svg.box(x - 13, 122, 26, 22, 3, Palette.WHITE));
        }
        s.add(
                Svg.circle(212, 133, 6, Palette.CORAL),
                Svg.shape("M257 138l7-12 7 12Z", Palette.LEAF));
        s.add(
                Svg.at(222, 202, Props.carton(18, 18, Palette.WOOD)),
                Svg.at(203, 202, Props.carton(16, 14, Palette.WOOD)),
                Svg.at(262, 202, Props.carton(30, 16, Palette.WOOD)));
        s.add(
                Svg.at(138, 58, Props.thought(-8, -10, 96, 42, Palette.WHITE)),
                Svg.line(
                        "M94 30q10-18 22-6t-2 14-8-10 20-10 10 20-12-2 8-20 20-4 4 16-4 8 6-12 12-4",
                        Palette.INK,
                        2.5));
        s.add(
                Figure.of(Palette.PALE, Hair.BOB, Palette.BLACK)
                        .build(Figure.Build.SLIM)
                        .wears(Palette.CORAL, Palette.STONE)
                        .face(Figure.Mouth.SMALL)
                        .looks(-1, -2)
                        .nods(-7)
                        .back(24, -84, 34, -72)
                        .front(18, -80, 28, -70)
                        .holdsBehind(Svg.at(-2, 8, Props.carton(36, 30, Palette.WAY)))
                        .at(134, 214));
        s.add(
                Svg.at(88, 166, Props.carton(34, 28, Palette.WOOD)),
                Svg.at(48, 166, Props.carton(26, 36, Palette.WOOD)),
                Svg.at(12, 166, Props.carton(38, 24, Palette.WOOD)));
        s.add(Svg.turned(24, 112, 200, Svg.at(104, 212, Props.carton(34, 26, Palette.WOOD))));
        s.add(
                Svg.line("M14 178v44M72 178v44", Palette.STONE, 7),
                Svg.line("M-10 172H98", Palette.INK, 14));
        return s.add(
                "<path class=\"s02\" d=\"M-10 172H98\" stroke=\""
                        + Palette.GREY
                        + "\" stroke-width=\"4\" stroke-dasharray=\"4 14\"/>");
    }

    /** s03: someone still shouts on the platform; in the train the next ticket is looked at. */
    private static Scene leftBehind() {
        Scene s =
                new Scene("s03", Palette.Place.SKY)
                        .motion(
                                6,
                                "ease-in-out",
                                "66px 74px",
                                "50%{opacity:.3;transform:scale(.7)}");
        s.add(
                Svg.box(16, 24, 250, 104, 14, Palette.WHITE),
                Svg.shape(
                        "M16 100q70-34 130-6 60-30 120-6v26q0 14-14 14H30q-14 0-14-14Z",
                        Palette.Place.SKY.floor));
        s.add(Svg.shape("M16 118h112v10H30q-12 0-14-10Z", Palette.STONE));
        s.add(s.moving(Svg.at(68, 76, .82, Props.shout(Palette.CORAL))));
        s.add(
                Figure.of(Palette.PALE, Hair.SHORT, Palette.CHESTNUT)
                        .wears(Palette.STONE, Palette.NAVY)
                        .size(.56)
                        .face(Figure.Mouth.OPEN)
                        .back(-26, -96, -34, -120)
                        .front(30, -92, 40, -104)
                        .at(44, 120));
        s.add(
                Svg.box(292, 24, 90, 104, 14, Palette.WHITE),
                Svg.shape(
                        "M292 96q50-22 90-4v22q0 14-14 14h-62q-14 0-14-14Z",
                        Palette.Place.SKY.floor));
        s.add(Svg.at(124, 212, Props.seat(Palette.NAVY)));
        s.add(
                Figure.of(Palette.TAN, Hair.BUN, Palette.GREY)
                        .wears(Palette.PLUM, Palette.STONE)
                        .sits()
                        .eyesClosed()
                        .face(Figure.Mouth.SMALL)
                        .nods(10)
                        .front(20, -84, 22, -72)
                        .at(124, 226));
        s.add(Svg.mirrored(360, 212, Props.seat(Palette.NAVY)));
        s.add(
                Figure.of(Palette.FAIR, Hair.CURL, Palette.BLACK)
                        .wears(Palette.LEAF, Palette.STONE)
                        .sits()
                        .face(Figure.Mouth.LAUGH)
                        .front(30, -92, 52, -98)
                        .holds(Svg.turned(-12, 0, 0, Svg.box(0, -13, 26, 15, 2, Palette.WAY)))
                        .facingLeft(360, 226));
        s.add(
                Figure.of(Palette.BROWN, Hair.CROP, Palette.BLACK)
                        .beard(Palette.BLACK)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.STONE, Palette.NAVY)
                        .face(Figure.Mouth.LAUGH)
                        .over(Svg.line("M-18-112 16-62", Palette.PLUM, 4))
                        .back(30, -92, 42, -76)
                        .front(28, -86, 44, -90)
                        .holds(Svg.line("M-4-2 14-8M-4 4 14 0", Palette.INK, 4))
                        .at(222, 218));
        return s.add(Svg.line("M0 8h400", Palette.Place.SKY.far, 8));
    }

    /**
     * s04: it is evening, there is a game on the table, and the broken cup of this afternoon is
     * there too.
     */
    private static Scene brokenCup() {
        Scene s =
                new Scene("s04", Palette.Place.DUSK)
                        .motion(6, "ease-in-out", "0 0", "50%{transform:translateY(-3px)}");
        s.add(
                Svg.box(20, 30, 70, 84, 4, Palette.NAVY),
                Props.moon(44, 58, Palette.WHITE),
                Props.lamp(150, 62, Palette.CORAL));
        s.add(Svg.mirrored(308, 214, Props.chair(Palette.WOOD)));
        s.add(
                Figure.of(Palette.FAIR, Hair.BALD, Palette.GREY)
                        .glasses()
                        .wears(Palette.LEAF, Palette.NAVY)
                        .sits()
                        .face(Figure.Mouth.SMALL)
                        .looks(-1, -3)
                        .nods(-6)
                        .back(24, -84, 44, -74)
                        .front(40, -84, 18, -120)
                        .facingLeft(308, 228));
        s.add(
                s.moving(
                        Svg.at(306, 66, Props.thought(-36, -16, 116, 46, Palette.WHITE))
                                + Svg.line("M238 43h64", Palette.INK, 3)
                                + Svg.at(
                                        264,
                                        41,
                                        Svg.turned(
                                                -16,
                                                0,
                                                0,
                                                Svg.shape(
                                                        "M-16-28H-2L-7-19-1-12-6-5-3 0H-13Z",
                                                        Palette.WAY)))
                                + Svg.at(
                                        278,
                                        41,
                                        Svg.turned(
                                                20,
                                                0,
                                                0,
                                                Svg.line("M12-22q11 0 8 8-2 5-9 5", Palette.WAY, 4)
                                                        + Svg.shape(
                                                                "M1-28H14L11 0H2L-1-5 4-12-2-19Z",
                                                                Palette.WAY)))));
        s.add(Svg.at(92, 214, Props.chair(Palette.WOOD)));
        s.add(
                Figure.of(Palette.DARK, Hair.WRAP, Palette.CORAL)
                        .wears(Palette.PLUM, Palette.NAVY)
                        .sits()
                        .face(Figure.Mouth.LAUGH)
                        .back(30, -86, 46, -82)
                        .front(32, -90, 54, -96)
                        .holds(Svg.turned(14, 0, 0, Svg.box(-2, -22, 15, 22, 2, Palette.WHITE)))
                        .at(92, 228));
        s.add(Svg.at(202, 160, Props.table(146, 58, Palette.WOOD, Palette.INK)));
        return s.add(
                Svg.line("M176 155h16M216 155h16", Palette.WHITE, 3),
                Svg.box(196, 147, 14, 9, 1, Palette.CORAL),
                Svg.at(244, 156, Props.cup(Palette.WHITE)));
    }

    /**
     * s05: tomorrow hangs ready in yellow, the others are still up, and the blanket goes up and
     * down.
     */
    private static Scene dayBefore() {
        Scene s =
                new Scene("s05", Palette.Place.DUSK)
                        .motion(5, "ease-in-out", "0 200px", "50%{transform:scaleY(1.035)}");
        s.add(Svg.box(22, 26, 76, 70, 4, Palette.NAVY), Props.moon(64, 56, Palette.WHITE));
        s.add(
                Svg.line("M150 44h62", Palette.WOOD, 5),
                Svg.line("M181 44v8M160 62l21-10 21 10", Palette.INK, 3));
        s.add(
                Svg.shape("M170 58h22l18 8 6 30-12 4-3-12v36h-40V88l-3 12-12-4 6-30Z", Palette.WAY),
                Svg.line("M181 60v62", Palette.INK, 2));
        s.add(
                Svg.box(232, 34, 44, 46, 3, Palette.WHITE),
                Svg.box(232, 34, 44, 11, 3, Palette.CORAL),
                Svg.line("M241 55h3M252 55h3M263 55h3M241 68h3M252 68h3", Palette.STONE, 4),
                Svg.ring(264, 68, 7, Palette.CORAL, 3));
        s.add(Props.door(326, 60, 140, Palette.WOOD));
        s.add(
                Figure.of(Palette.PALE, Hair.LONG, Palette.RED)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .size(.84)
                        .face(Figure.Mouth.LAUGH)
                        .back(22, -94, 30, -108)
                        .front(24, -92, 34, -100)
                        .holds(Svg.at(6, 6, Props.cup(Palette.NAVY)))
                        .facingLeft(354, 202));
        s.add(Svg.at(290, 222, Svg.mirrored(0, 0, Props.wheelchair(Palette.LEAF))));
        s.add(
                Svg.line("M22 132v90M226 172v50", Palette.WOOD, 9),
                Svg.box(22, 176, 204, 26, 4, Palette.WHITE),
                Svg.box(28, 154, 62, 26, 12, Palette.WHITE));
        String head =
                Figure.of(Palette.TAN, Hair.SHORT, Palette.BLACK)
                        .eyesClosed()
                        .face(Figure.Mouth.SMALL)
                        .onlyHead();
        s.add(Svg.at(66, 158, Svg.turned(-62, 0, 0, head)));
        return s.add(
                s.moving(
                        Svg.shape(
                                "M78 204V176q2-18 24-18 46-8 70 4 28-10 48 2 8 4 8 14v26Z",
                                Palette.LEAF)));
    }

    /** s06: the sun shines and a friend is ready; in the thought it rains and the tyre is flat. */
    private static Scene whatIf() {
        Scene s =
                new Scene("s06", Palette.Place.MINT)
                        .motion(4, "ease-in", "0 0", "50%{transform:translateY(6px)}");
        s.add(
                Svg.shape("M0 196V96l40-30 40 30v100Z", Palette.Place.MINT.far),
                Svg.box(24, 138, 32, 58, 3, Palette.WHITE));
        s.add(Svg.circle(356, 40, 20, Palette.WHITE));
        s.add(Svg.at(252, 196, 1.1, Props.tree(Palette.LEAF, Palette.WOOD)));
        s.add(Svg.at(330, 212, Svg.mirrored(0, 0, Props.bike(Palette.BLUE))));
        s.add(
                Figure.of(Palette.BROWN, Hair.TAIL, Palette.BLACK)
                        .build(Figure.Build.SLIM)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .face(Figure.Mouth.LAUGH)
                        .back(24, -92, 38, -82)
                        .front(32, -100, 40, -126)
                        .facingLeft(338, 208));
        s.add(Svg.at(112, 214, Props.bike(Palette.NAVY)));
        s.add(
                Svg.shape("M58 150h34v30q0 6-6 6H64q-6 0-6-6Z", Palette.CORAL),
                Svg.line("M62 150q13-12 26 0", Palette.INK, 4));
        s.add(
                Figure.of(Palette.PALE, Hair.CROP, Palette.SAND)
                        .hearingAid()
                        .build(Figure.Build.BROAD)
                        .wears(Palette.BLUE, Palette.NAVY)
                        .face(Figure.Mouth.FLAT)
                        .looks(0, -2)
                        .nods(-4)
                        .back(26, -88, 46, -74)
                        .front(36, -84, 50, -70)
                        .holds(
                                Svg.line("M-8 18 20-42", Palette.INK, 3)
                                        + Svg.shape("M-3 2 6-38 16-36 22-31 8 8Z", Palette.WAY))
                        .facingLeft(170, 212));
        s.add(Svg.at(152, 62, Props.thought(-50, -12, 132, 46, Palette.WHITE)));
        s.add(
                Svg.shape("M66 30a8 8 0 0 1 4-15 11 11 0 0 1 20-2 9 9 0 0 1 8 17Z", Palette.NAVY),
                s.moving(Svg.line("M72 35v4M83 35v4M94 35v4", Palette.BLUE, 3)));
        return s.add(
                Svg.line("M118 42a17 17 0 1 1 26 0Z", Palette.INK, 5),
                Svg.line(
                        "M131 31V16M131 31l13-5M131 31l-13-5M131 31l8 9M131 31l-8 9",
                        Palette.NAVY,
                        1.5));
    }
}
