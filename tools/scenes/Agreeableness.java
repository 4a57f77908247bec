import java.util.List;

/** Two people and one thing between them: a sack, a map, a drill, a cake, a pizza, a book. */
final class Agreeableness {
    private Agreeableness() {}

    static List<Scene> scenes() {
        return List.of(
                flourSack(), withTheMap(), emptyHooks(), freeCake(), halfAndHalf(), onePageMore());
    }

    /** a01: the dough lies half rolled out; two more hands go under the sack. */
    private static Scene flourSack() {
        Scene s =
                new Scene("a01", Palette.Place.OAT)
                        .motion(4, "ease-in-out", "0 0", "50%{transform:translateX(5px)}");
        s.add(
                Svg.box(24, 30, 96, 74, 4, Palette.WHITE),
                Svg.line("M24 66h96M24 104h96", Palette.WOOD, 6),
                Svg.line("M40 56h14M70 56h10M96 56h10", Palette.WOOD, 16),
                Svg.line("M40 93h8M66 94h18", Palette.WOOD, 15));
        s.add(
                Svg.box(318, 54, 82, 142, 6, Palette.STONE),
                Svg.box(330, 70, 60, 38, 4, Palette.CORAL),
                Svg.line("M338 120h44", Palette.INK, 5),
                Svg.box(330, 134, 60, 38, 4, Palette.CORAL));
        s.add(
                Figure.of(Palette.FAIR, Hair.BALD, Palette.CHESTNUT)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .leans(-9)
                        .legs(-10, -34, -18, -3, 22, -34, 20, -3)
                        .face(Figure.Mouth.DOWN)
                        .apron(Palette.WHITE)
                        .back(28, -78, 50, -66)
                        .facingLeft(306, 214));
        s.add(
                Svg.at(
                        238,
                        150,
                        Svg.turned(
                                -7,
                                0,
                                0,
                                Svg.shape(
                                                "M-32-34q0-8 10-8h44q10 0 10 8 6 40 0 72 0 8-10 8h-44q-10 0-10-8-6-36 0-72Z",
                                                Palette.WAY)
                                        + Svg.line(
                                                "M-14 6V-16M14 6V-16M0 10V-24M0-8-8-16M0-8 8-16",
                                                Palette.WOOD,
                                                4)
                                        + Svg.line("M-22-42l-4-8M22-42l4-8", Palette.WAY, 9))));
        s.add(
                Svg.line("M294 132Q268 152 262 172", Palette.CORAL, 15),
                Svg.circle(261, 174, 8, Palette.FAIR));
        s.add(
                Svg.at(60, 164, Props.table(150, 62, Palette.WOOD, Palette.STONE)),
                Svg.line("M12 157h64", Palette.WHITE, 8),
                Svg.line("M66 154h26", Palette.WHITE, 13));
        s.add(
                s.moving(
                        Svg.line("M50 143h42", Palette.STONE, 5)
                                + Svg.line("M58 143h26", Palette.WOOD, 13)));
        return s.add(
                Figure.of(Palette.TAN, Hair.BOB, Palette.BLACK)
                        .build(Figure.Build.SLIM)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .apron(Palette.WHITE)
                        .walks()
                        .leans(7)
                        .back(28, -78, 48, -60)
                        .front(26, -74, 46, -50)
                        .looks(1, 1)
                        .at(162, 214));
    }

    /** a02: someone with a map does not know where to go; two people at work could help. */
    private static Scene withTheMap() {
        Scene s =
                new Scene("a02", Palette.Place.SKY)
                        .motion(4, "ease-in-out", "0 0", "50%{transform:rotate(8deg)}");
        s.add(
                Svg.box(126, 14, 160, 54, 6, Palette.COVER),
                Svg.line(
                        "M138 28h44M138 41h56M138 54h38M230 28h20M230 41h14M230 54h20",
                        Palette.WHITE,
                        4),
                Svg.at(258, 34, .32, Props.plane(Palette.WHITE)));
        s.add(Svg.at(26, 216, Props.suitcase(Palette.CORAL)));
        s.add(
                Figure.of(Palette.DARK, Hair.WRAP, Palette.CORAL)
                        .wears(Palette.PLUM, Palette.NAVY)
                        .build(Figure.Build.BROAD)
                        .face(Figure.Mouth.SMALL)
                        .looks(1, -2)
                        .back(22, -86, 40, -88)
                        .front(26, -84, 38, -82)
                        .holds(
                                Svg.shape(
                                                "M-16-24 0-30 16-24 32-30V4L16 10 0 4-16 10Z",
                                                Palette.WAY)
                                        + Svg.line("M0-30V4M16-24v34", Palette.INK, 2)
                                        + Svg.line("M-10 0q8-14 16-8t18-8", Palette.CORAL, 3))
                        .at(82, 216));
        s.add(
                Svg.at(
                        96,
                        52,
                        Svg.box(-20, -40, 40, 42, 10, Palette.WHITE)
                                + Svg.shape("M-4 0h12L-2 12Z", Palette.WHITE)
                                + Svg.at(0, -19, .85, s.moving(Props.question(Palette.INK)))));
        s.add(
                Figure.of(Palette.TAN, Hair.SCARF, Palette.COVER)
                        .wears(Palette.BLUE, Palette.NAVY)
                        .face(Figure.Mouth.SMILE)
                        .back(24, -86, 38, -82)
                        .front(30, -92, 26, -76)
                        .facingLeft(356, 214));
        s.add(
                Svg.at(346, 158, Props.counter(104, 74, Palette.COVER, Palette.INK)),
                Svg.circle(346, 194, 14, Palette.WHITE),
                Svg.line("M346 193v8M346 186h0", Palette.COVER, 5));
        s.add(
                Svg.line("M212 214h-62M212 214 222 150h14M150 214v-10", Palette.INK, 5),
                Svg.at(168, 212, .85, Props.suitcase(Palette.BLUE)),
                Svg.at(196, 212, .8, Props.suitcase(Palette.PLUM)),
                Svg.circle(156, 222, 6, Palette.INK),
                Svg.circle(208, 222, 6, Palette.INK));
        return s.add(
                Figure.of(Palette.PALE, Hair.SHORT, Palette.SAND)
                        .wears(Palette.BLUE, Palette.NAVY)
                        .turnsHead()
                        .face(Figure.Mouth.SMALL)
                        .back(20, -84, 26, -68)
                        .front(26, -82, 30, -66)
                        .facingLeft(262, 216));
    }

    /** a03: two hooks are empty already, and the drill goes along as well. */
    private static Scene emptyHooks() {
        Scene s =
                new Scene("a03", Palette.Place.ROSE)
                        .motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(-5deg)}");
        s.add(Svg.box(14, 20, 122, 88, 4, Palette.WOOD));
        s.add(Svg.line("M38 46v44", Palette.INK, 5), Svg.line("M30 44h18", Palette.STONE, 12));
        String gone =
                Svg.line(
                        "M72 96V54h8v42ZM72 54q-6-6-4-18l6 9h4l6-9q2 12-4 18M100 34h22v12h-22ZM107 46h8v50h-8Z",
                        Palette.WHITE,
                        2.5);
        s.add(gone.replace("/>", " stroke-dasharray=\"1 4.5\"/>"));
        s.add(Props.door(344, 50, 142, Palette.STONE));
        s.add(
                Svg.at(70, 160, Props.table(150, 58, Palette.WOOD, Palette.STONE)),
                Svg.box(14, 146, 30, 12, 2, Palette.CORAL),
                Svg.line("M58 152h22", Palette.GREY, 8));
        s.add(
                Figure.of(Palette.DARK, Hair.CROP, Palette.GREY)
                        .glasses()
                        .build(Figure.Build.BROAD)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .face(Figure.Mouth.LAUGH)
                        .back(-28, -86, -26, -64)
                        .front(32, -92, 54, -96)
                        .armMoves(s)
                        .holds(
                                Svg.line("M0 6v18", Palette.WAY, 11)
                                        + Svg.line("M-8-4h28", Palette.WAY, 16)
                                        + Svg.line("M28-4h18", Palette.STONE, 4)
                                        + Svg.line("M-4 24h10", Palette.INK, 7))
                        .at(158, 214));
        return s.add(
                Figure.of(Palette.PALE, Hair.TAIL, Palette.RED)
                        .wears(Palette.CORAL, Palette.STONE)
                        .build(Figure.Build.SLIM)
                        .face(Figure.Mouth.LAUGH)
                        .back(-34, -94, -38, -74)
                        .front(28, -88, 40, -84)
                        .holdsBehind(
                                Svg.turned(
                                        -12,
                                        0,
                                        0,
                                        Svg.line("M0 8V-28", Palette.STONE, 8)
                                                + Svg.line(
                                                        "M-6-42q-2 12 6 12t6-12",
                                                        Palette.STONE,
                                                        6)))
                        .facingLeft(278, 214));
    }

    /** a04: a colleague brings cake, just like that; in the thought the cake hangs on a hook. */
    private static Scene freeCake() {
        Scene s =
                new Scene("a04", Palette.Place.LILAC)
                        .motion(
                                5,
                                "ease-in-out",
                                "-22px -26px",
                                "25%{transform:rotate(7deg)}75%{transform:rotate(-7deg)}");
        s.add(Svg.line("M14 92h100M26 92v122M102 92v122", Palette.STONE, 5));
        s.add(
                Svg.shape("M24 100l12-6 12 6 4 66H20Z", Palette.CORAL),
                Svg.shape("M52 100l10-6 10 6 2 50H50Z", Palette.NAVY),
                Svg.shape("M78 100l12-6 12 6 4 72H74Z", Palette.LEAF));
        String cake =
                Svg.shape("M-12 0-15-13H15L12 0Z", Palette.WAY)
                        + Svg.shape(
                                "M-17-13C-18-24-8-26-6-29 0-38 8-30 8-27 18-26 18-16 17-13Z",
                                Palette.CORAL)
                        + Svg.circle(2, -34, 4, Palette.CORAL);
        s.add(
                Figure.of(Palette.DARK, Hair.LOCS, Palette.BLACK)
                        .wears(Palette.NAVY, Palette.STONE)
                        .face(Figure.Mouth.LAUGH)
                        .leans(4)
                        .back(30, -88, 50, -92)
                        .front(30, -84, 54, -90)
                        .holds(Svg.line("M-12-8h34", Palette.GREY, 4) + Svg.at(5, -11, cake))
                        .at(158, 214));
        s.add(
                Figure.of(Palette.FAIR, Hair.CURL, Palette.CHESTNUT)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .face(Figure.Mouth.FLAT)
                        .looks(1, 0)
                        .nods(-5)
                        .back(24, -84, 36, -74)
                        .front(32, -88, 16, -112)
                        .facingLeft(302, 220));
        s.add(
                Svg.at(314, 160, Props.counter(140, 70, Palette.PLUM, Palette.INK)),
                Svg.box(336, 130, 40, 28, 3, Palette.STONE),
                Svg.line("M342 137h20", Palette.WHITE, 4));
        s.add(Svg.at(306, 78, Props.thought(32, -8, 122, 68, Palette.WHITE)));
        return s.add(
                Svg.at(
                        338,
                        36,
                        Svg.line("M44 24Q20-26-22-26", Palette.STONE, 4)
                                + Svg.line("M46 28 36 10", Palette.INK, 7)
                                + s.moving(
                                        Svg.line("M-22-26V0", Palette.INK, 2)
                                                + Svg.at(-24, 27, .85, cake))));
    }

    /** a05: one wants fish, the other mushrooms; there is one pizza and a line over the middle. */
    private static Scene halfAndHalf() {
        Scene s =
                new Scene("a05", Palette.Place.OAT)
                        .motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(3deg)}");
        s.add(
                Svg.at(128, 88, Props.shout(Palette.CORAL)),
                Svg.shape("M136 52q14-14 28 0l10-9v18l-10-9q-14 14-28 0Z", Palette.WHITE));
        s.add(
                Svg.mirrored(272, 88, Props.shout(Palette.NAVY)),
                Svg.shape("M232 50q0-16 16-16t16 16Z", Palette.WHITE),
                Svg.line("M248 50v12", Palette.WHITE, 9));
        s.add(
                Figure.of(Palette.PALE, Hair.LONG, Palette.RED)
                        .wears(Palette.CORAL, Palette.STONE)
                        .face(Figure.Mouth.OPEN)
                        .back(-30, -88, -20, -72)
                        .front(30, -90, 46, -104)
                        .at(84, 216));
        s.add(
                Figure.of(Palette.BROWN, Hair.AFRO, Palette.BLACK)
                        .wears(Palette.NAVY, Palette.STONE)
                        .face(Figure.Mouth.SMALL)
                        .looks(1, 2)
                        .back(-30, -88, -26, -66)
                        .front(38, -92, 66, -90)
                        .armMoves(s)
                        .holds(
                                Svg.line("M0 0 18 7", Palette.INK, 7)
                                        + Svg.circle(28, 12, 12, Palette.GREY)
                                        + Svg.circle(28, 12, 3, Palette.INK))
                        .facingLeft(300, 216));
        s.add(Svg.at(200, 178, Props.table(330, 46, Palette.WOOD, Palette.STONE)));
        s.add(
                "<ellipse cx=\"200\" cy=\"160\" rx=\"66\" ry=\"20\" fill=\""
                        + Palette.WOOD
                        + "\"/><ellipse cx=\"200\" cy=\"157\" rx=\"58\" ry=\"16\" fill=\""
                        + Palette.WAY
                        + "\"/>");
        String fish = Svg.shape("M-8 0Q0-6 7-1l5-4v9l-5-3Q0 6-8 0Z", Palette.CORAL);
        s.add(Svg.at(162, 155, fish), Svg.at(182, 163, fish), Svg.at(184, 150, fish));
        String mushroom =
                Svg.shape("M-7 0Q-6-8 0-8T7 0Z", Palette.NAVY)
                        + Svg.line("M0 1v2", Palette.NAVY, 4);
        s.add(Svg.at(218, 152, mushroom), Svg.at(238, 158, mushroom), Svg.at(218, 165, mushroom));
        return s.add(Svg.line("M200 142v30", Palette.INK, 3));
    }

    /** a06: the day is over and someone waits at the door; there is one more page to show. */
    private static Scene onePageMore() {
        Scene s =
                new Scene("a06", Palette.Place.LAKE)
                        .motion(4, "ease-in-out", "0 0", "50%{opacity:.25}");
        s.add(
                Svg.box(14, 20, 150, 92, 4, Palette.WHITE)
                        .replace(Palette.WHITE, Palette.Place.LAKE.far));
        s.add(Props.clock(284, 42, 5.75), Props.door(318, 66, 136, Palette.STONE));
        s.add(Svg.at(196, 204, .96, Props.car(Palette.SLATE, Palette.WHITE)));
        s.add(
                Figure.of(Palette.BROWN, Hair.TAIL, Palette.BLACK)
                        .wears(Palette.CORAL, Palette.NAVY)
                        .size(.86)
                        .face(Figure.Mouth.LAUGH)
                        .over(Svg.line("M-14-112 14-62", Palette.INK, 3))
                        .back(-24, -88, -18, -66)
                        .front(30, -102, 38, -128)
                        .facingLeft(352, 206));
        s.add(Svg.at(74, 216, Props.wheelchair(Palette.LEAF)));
        s.add(
                Figure.of(Palette.FAIR, Hair.BUN, Palette.SAND)
                        .wears(Palette.NAVY, Palette.STONE)
                        .sits()
                        .face(Figure.Mouth.OPEN)
                        .back(28, -84, 48, -88)
                        .front(32, -100, 44, -128)
                        .holdsBehind(Svg.at(14, 2, 1.2, Props.openBook(Palette.WAY)))
                        .at(74, 232));
        s.add(
                Figure.of(Palette.TAN, Hair.CROP, Palette.BLACK)
                        .beard(Palette.BLACK)
                        .build(Figure.Build.BROAD)
                        .wears(Palette.LEAF, Palette.NAVY)
                        .face(Figure.Mouth.FLAT)
                        .back(26, -92, 44, -98)
                        .front(34, -84, 46, -92)
                        .facingLeft(244, 218));
        s.add(
                Svg.at(94, 74, Props.bubble(70, 18, Palette.WHITE)),
                s.moving(Svg.box(80, 24, 70, 18, 9, Palette.WHITE)),
                Svg.box(80, 4, 70, 18, 9, Palette.WHITE));
        return s.add(
                Svg.line("M92 53h40M92 33h34M92 13h44", Palette.LEAF, 4),
                Svg.at(226, 56, Props.bubble(-54, 24, Palette.CORAL)),
                Svg.line("M200 32h24", Palette.WHITE, 4));
    }
}
