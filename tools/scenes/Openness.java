import java.util.List;

/** What is known and what is not stand side by side, both worth having. */
final class Openness {
    private Openness() {}

    static List<Scene> scenes() {
        return List.of(gate(), samePlate(), openHatch(), itRuns(), onWheels(), likeShown());
    }

    /**
     * o01: the bus takes the road that everyone knows; the gate opens on a path that goes behind
     * the hill.
     */
    private static Scene gate() {
        Scene s =
                new Scene("o01", Palette.Place.MINT)
                        .motion(6, "linear", "0 0", "to{stroke-dashoffset:-36}");
        s.add(
                Svg.shape(
                        "M150 196C200 120 270 92 330 120 360 108 384 110 400 116v80Z",
                        Palette.Place.MINT.far),
                Svg.shape("M220 196q70-66 180-58v58Z", Palette.Place.MINT.floor));
        s.add(Svg.circle(360, 44, 19, Palette.WHITE));
        s.add(
                Svg.shape("M0 196h196v16H0Z", Palette.STONE),
                Svg.line("M6 204h190", Palette.WHITE, 2)
                        .replace("/>", " stroke-dasharray=\"12 12\"/>"));
        s.add(Svg.line("M18 196v-88", Palette.INK, 5), Svg.box(6, 92, 24, 24, 4, Palette.BLUE));
        s.add(Svg.at(108, 202, .92, Props.bus(Palette.CORAL, Palette.WHITE)));
        s.add(
                Svg.at(72, 155, .5, Figure.of(Palette.BROWN, Hair.CROP, Palette.BLACK).onlyHead()),
                Svg.at(
                        106,
                        155,
                        .5,
                        Figure.of(Palette.PALE, Hair.BOB, Palette.RED)
                                .face(Figure.Mouth.LAUGH)
                                .onlyHead()),
                Svg.at(146, 156, .5, Figure.of(Palette.TAN, Hair.SCARF, Palette.BLUE).onlyHead()));
        String path = "M244 234C284 220 286 186 322 180S352 150 330 142 340 124 350 118";
        s.add(Svg.line(path, Palette.WHITE, 9));
        s.add(
                "<path class=\"o01\" d=\""
                        + path
                        + "\" stroke=\""
                        + Palette.INK
                        + "\" stroke-width=\"3\" stroke-dasharray=\"0 9\"/>");
        s.add(
                Svg.at(382, 176, .8, Props.tree(Palette.LEAF, Palette.WOOD)),
                Svg.at(276, 150, .42, Props.tree(Palette.LEAF, Palette.WOOD)));
        s.add(Svg.at(222, 216, Props.backpack(Palette.BLUE)));
        s.add(
                Figure.of(Palette.FAIR, Hair.BUN, Palette.GREY)
                        .wears(Palette.LEAF, Palette.STONE)
                        .walks()
                        .leans(4)
                        .back(-24, -92, -16, -72)
                        .front(26, -86, 38, -62)
                        .at(222, 216));
        s.add(
                Svg.line(
                        "M336 214v-50M366 214v-50M396 214v-50M320 176h80M320 198h80",
                        Palette.WOOD,
                        6),
                Svg.line("M316 222v-66", Palette.INK, 7));
        s.add(Svg.line("M266 224v-64l44 6v48ZM266 180l44 4M266 202l44-2", Palette.WAY, 6));
        return s;
    }

    /**
     * o02: the board is full of other things and a friend eats one; the plate in the hand is the
     * one of always.
     */
    private static Scene samePlate() {
        Scene s =
                new Scene("o02", Palette.Place.ROSE)
                        .motion(5, "ease-in-out", "0 0", "50%{transform:translateY(-5px)}");
        s.add(Svg.box(196, 14, 190, 62, 6, Palette.INK));
        String octopus =
                Svg.shape("M-12 0C-14-24 14-24 12 0Z", Palette.CORAL)
                        + Svg.line(
                                "M-10 0q-6 8-2 12M-4 0q-2 8-4 13M3 0q0 8 4 13M10 0q6 6 3 12",
                                Palette.CORAL,
                                4);
        s.add(Svg.at(224, 48, octopus));
        s.add(
                Svg.at(
                        274,
                        46,
                        Svg.shape(
                                "M0-20 5-6 20-6 8 3 13 18 0 9-13 18-8 3-20-6-5-6Z", Palette.LEAF)));
        s.add(
                Svg.at(
                        360,
                        46,
                        Svg.circle(0, 0, 14, Palette.PLUM)
                                + Svg.line(
                                        "M0-20v4M0 16v4M-20 0h4M16 0h4M-14-14l2 2M12 12l2 2M14-14l-2 2M-12 12l-2 2",
                                        Palette.PLUM,
                                        3)));
        s.add(Svg.at(60, 212, Props.wheelchair(Palette.LEAF)));
        s.add(
                Figure.of(Palette.PALE, Hair.SHORT, Palette.RED)
                        .wears(Palette.PLUM, Palette.NAVY)
                        .sits()
                        .face(Figure.Mouth.LAUGH)
                        .back(24, -84, 34, -84)
                        .front(30, -86, 34, -104)
                        .holdsBehind(
                                Svg.shape("M-12-4H22q-2 14-12 14H0q-10 0-12-14Z", Palette.WHITE))
                        .holds(Svg.line("M0 6-4-20", Palette.INK, 3) + Svg.at(-3, -26, .8, octopus))
                        .at(60, 228));
        s.add(
                Figure.of(Palette.BROWN, Hair.AFRO, Palette.BLACK)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .back(30, -92, 48, -98)
                        .front(32, -84, 54, -86)
                        .holdsBehind(
                                Svg.at(
                                        10,
                                        4,
                                        Svg.line(
                                                        "M-8-14-12-30M-2-14-3-34M4-14 5-30M9-14 14-28",
                                                        Palette.WAY,
                                                        6)
                                                + Svg.shape("M-14-18H15L6 14H-4Z", Palette.WHITE)))
                        .at(164, 214));
        s.add(
                Figure.of(Palette.TAN, Hair.WRAP, Palette.LEAF)
                        .beard(Palette.BLACK)
                        .wears(Palette.WHITE, Palette.NAVY)
                        .apron(Palette.PLUM)
                        .back(24, -92, 40, -96)
                        .front(34, -88, 60, -92)
                        .facingLeft(318, 212));
        s.add(Svg.at(314, 154, Props.counter(150, 76, Palette.WOOD, Palette.INK)));
        s.add(
                Svg.at(366, 150, Svg.shape("M-24-22h48l-4 22h-40Z", Palette.INK)),
                Svg.at(366, 122, s.moving(Props.steam(Palette.GREY))));
        return s;
    }

    /**
     * o03: one colleague has coffee already; the hatch of the machine is open and something turns
     * inside.
     */
    private static Scene openHatch() {
        Scene s =
                new Scene("o03", Palette.Place.OAT)
                        .motion(12, "linear", "0 0", "to{transform:rotate(360deg)}");
        s.add(Props.window(24, 30, 96, 70, Palette.WHITE, Palette.Place.OAT.floor));
        s.add(Svg.at(226, 156, Props.counter(190, 76, Palette.NAVY, Palette.INK)));
        s.add(
                Svg.box(176, 44, 100, 108, 10, Palette.STONE),
                Svg.box(186, 54, 34, 16, 3, Palette.WHITE),
                Svg.line("M192 82h0M204 82h0M216 82h0", Palette.CORAL, 8));
        s.add(
                Svg.box(188, 98, 32, 46, 3, Palette.INK),
                Svg.line("M204 98v10", Palette.WHITE, 6),
                Svg.at(204, 144, .9, Props.cup(Palette.WHITE)));
        s.add(
                Svg.box(228, 56, 42, 88, 3, Palette.INK),
                Svg.line("M238 144V118q0-6 6-6h20M262 60v16", Palette.CORAL, 5),
                Svg.line("M240 60v20", Palette.LEAF, 5));
        StringBuilder teeth = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            teeth.append("M0 0L")
                    .append(Svg.n(15 * Math.cos(i * Math.PI / 4)))
                    .append(" ")
                    .append(Svg.n(15 * Math.sin(i * Math.PI / 4)));
        }
        s.add(
                Svg.at(
                        252,
                        98,
                        s.moving(
                                Svg.line(teeth.toString(), Palette.WAY, 6)
                                        + Svg.circle(0, 0, 11, Palette.WAY)
                                        + Svg.circle(0, 0, 4, Palette.INK))));
        s.add(Svg.shape("M270 54l26-10v110l-26-8Z", Palette.GREY));
        s.add(
                Figure.of(Palette.DARK, Hair.SCARF, Palette.PLUM)
                        .glasses()
                        .wears(Palette.LEAF, Palette.NAVY)
                        .leans(9)
                        .looks(1, 1)
                        .face(Figure.Mouth.SMALL)
                        .back(28, -90, 40, -100)
                        .front(26, -84, 36, -90)
                        .holds(Svg.line("M0 0 16-8", Palette.INK, 7))
                        .facingLeft(330, 214));
        s.add(
                Figure.of(Palette.FAIR, Hair.BALD, Palette.CHESTNUT)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.CORAL, Palette.STONE)
                        .walks()
                        .face(Figure.Mouth.LAUGH)
                        .back(26, -92, 40, -86)
                        .front(30, -90, 44, -98)
                        .holds(Svg.at(6, 8, Props.cup(Palette.LEAF)))
                        .facingLeft(92, 214));
        return s.add(Svg.at(40, 92, .7, Props.steam(Palette.GREY)));
    }

    /**
     * o04: the machine turns and the cup stands on its thick book; someone else must see the back
     * of it.
     */
    private static Scene itRuns() {
        Scene s =
                new Scene("o04", Palette.Place.SKY)
                        .motion(6, "linear", "0 0", "to{transform:rotate(360deg)}");
        s.add(
                Props.clock(40, 44, 10),
                Svg.line("M262 26H400M288 26v6M328 26v6M370 26v6", Palette.STONE, 4),
                Svg.shape("M274 30h28v34H274ZM312 30h32l4 48H308Z", Palette.CORAL),
                Svg.shape("M356 30h28v26H356Z", Palette.WHITE));
        s.add(
                Svg.box(182, 98, 92, 116, 8, Palette.WAY),
                Svg.line("M192 116h26", Palette.INK, 7),
                Svg.line("M250 116h0M262 116h0", Palette.INK, 8));
        s.add(
                Svg.circle(228, 166, 34, Palette.INK),
                Svg.circle(228, 166, 27, Palette.WHITE),
                Svg.at(
                        228,
                        166,
                        s.moving(
                                Svg.shape("M-22 6Q-18-18 2-20 20-14 10 0-2 8-22 6Z", Palette.CORAL)
                                        + Svg.shape(
                                                "M-12 20Q0 2 22 2 20 20 4 24Z", Palette.LEAF))));
        s.add(
                Svg.line("M278 120h12v70h-12M278 140h20v34M290 204h14", Palette.STONE, 5),
                Svg.line("M278 104l14-6", Palette.CORAL, 4));
        s.add(
                Figure.of(Palette.PALE, Hair.BUN, Palette.GREY)
                        .glasses()
                        .wears(Palette.PLUM, Palette.NAVY)
                        .kneels()
                        .leans(8)
                        .looks(1, 2)
                        .face(Figure.Mouth.LAUGH)
                        .back(26, -74, 30, -58)
                        .front(30, -84, 44, -96)
                        .holds(
                                Svg.line("M0 2 6-8", Palette.INK, 5)
                                        + Svg.ring(11, -18, 11, Palette.INK, 4))
                        .facingLeft(352, 248));
        s.add(Svg.at(82, 214, Props.stool(Palette.STONE)));
        s.add(
                Figure.of(Palette.BROWN, Hair.LONG, Palette.BLACK)
                        .wears(Palette.LEAF, Palette.STONE)
                        .sits()
                        .face(Figure.Mouth.SMILE)
                        .back(28, -80, 36, -70)
                        .front(30, -88, 34, -108)
                        .holds(Svg.at(4, 6, Props.cup(Palette.PLUM)))
                        .at(82, 230));
        return s.add(
                Svg.box(132, 198, 42, 18, 2, Palette.PLUM),
                Svg.line("M137 207h36", Palette.WHITE, 7));
    }

    /** o05: every crate is carried by hand; in the thought it rolls. */
    private static Scene onWheels() {
        Scene s =
                new Scene("o05", Palette.Place.MINT)
                        .motion(4, "ease-in-out", "0 0", "50%{transform:translateX(10px)}");
        s.add(
                Svg.line(
                        "M0 20 100-20 200 20 300-20 400 20M100-20V196M200 20V196M300-20V196M0 20V196M400 20V196M0 70H400",
                        Palette.WHITE,
                        4));
        for (int x : new int[] {26, 80, 384}) {
            s.add(
                    Svg.at(
                            x,
                            200,
                            Svg.line(
                                            "M0 0V-104M0-30q14-2 18-14M0-50q-14-2-18-14M0-74q14-2 18-14M0-92q-12-2-16-12",
                                            Palette.LEAF,
                                            6)
                                    + Svg.line(
                                            "M10-24h0M-12-46h0M11-66h0M-10-84h0",
                                            Palette.CORAL,
                                            13)));
        }
        String crate =
                Svg.line("M-17-22q8-10 12-4 4-8 10 0 6-6 12 4", Palette.CORAL, 10)
                        + Svg.box(-24, -22, 48, 24, 3, Palette.WOOD)
                        + Svg.line("M-22-10h44", Palette.INK, 2);
        s.add(Svg.at(232, 200, Svg.at(0, 0, crate) + Svg.at(0, -24, crate)));
        s.add(
                Figure.of(Palette.FAIR, Hair.TAIL, Palette.SAND)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .walks()
                        .face(Figure.Mouth.LAUGH)
                        .back(24, -76, 34, -70)
                        .front(26, -74, 40, -66)
                        .holdsBehind(Svg.at(14, 0, crate))
                        .at(300, 212));
        s.add(
                Figure.of(Palette.TAN, Hair.BALD, Palette.GREY)
                        .beard(Palette.GREY)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.NAVY, Palette.STONE)
                        .walks()
                        .face(Figure.Mouth.SMALL)
                        .looks(1, -3)
                        .nods(-8)
                        .back(26, -76, 36, -70)
                        .front(28, -74, 42, -64)
                        .holdsBehind(Svg.at(14, 0, crate))
                        .at(138, 218));
        s.add(Svg.at(158, 70, Props.thought(54, -4, 118, 60, Palette.WHITE)));
        return s.add(
                Svg.at(
                        208,
                        48,
                        1.1,
                        s.moving(
                                Svg.at(0, 0, .8, crate)
                                        + Svg.line("M-24 5h44l10-32", Palette.WAY, 5)
                                        + Svg.circle(-14, 11, 5, Palette.WAY)
                                        + Svg.circle(12, 11, 5, Palette.WAY))));
    }

    /**
     * o06: the napkin of the one who shows, and the same napkin again; further on one becomes a
     * bird.
     */
    private static Scene likeShown() {
        Scene s =
                new Scene("o06", Palette.Place.OAT)
                        .motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(-5deg)}");
        s.add(
                Svg.box(208, 20, 112, 44, 4, Palette.WHITE),
                Svg.shape("M218 32h20v20h-20ZM252 52l24-20v20ZM290 52l12-26 12 26Z", Palette.CORAL),
                Props.lamp(132, 46, Palette.STONE));
        s.add(
                Figure.of(Palette.DARK, Hair.WRAP, Palette.PLUM)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.NAVY, Palette.STONE)
                        .apron(Palette.WHITE)
                        .face(Figure.Mouth.LAUGH)
                        .back(26, -88, 36, -78)
                        .front(30, -90, 44, -92)
                        .holds(Svg.at(6, 0, Svg.shape("M-15 4 0-36 15 4Z", Palette.CORAL)))
                        .at(64, 216));
        s.add(
                Figure.of(Palette.TAN, Hair.TAIL, Palette.BLACK)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .looks(0, 1)
                        .back(26, -88, 38, -78)
                        .front(30, -90, 44, -88)
                        .holds(Svg.at(6, 0, Svg.shape("M-15 4 0-36 15 4Z", Palette.WAY)))
                        .armMoves(s)
                        .facingLeft(196, 216));
        s.add(
                Figure.of(Palette.FAIR, Hair.SHORT, Palette.RED)
                        .hearingAid()
                        .wears(Palette.PLUM, Palette.NAVY)
                        .face(Figure.Mouth.LAUGH)
                        .back(26, -88, 38, -80)
                        .front(30, -90, 42, -90)
                        .holds(
                                Svg.at(
                                        4,
                                        0,
                                        1.2,
                                        Svg.shape(
                                                "M-22-14Q-8-12 8-6L8-24Q8-32 18-30L24-25 15-24 18-4Q8 8-8 6Z",
                                                Palette.CORAL)))
                        .facingLeft(340, 216));
        s.add(Svg.at(200, 164, Props.counter(380, 60, Palette.WHITE, Palette.STONE)));
        return s.add(Svg.shape("M222 160l13-34 13 34ZM254 160l13-34 13 34Z", Palette.CORAL));
    }
}
