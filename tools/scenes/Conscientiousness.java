import java.util.List;

/** What tempts is in the picture: the way home, something new, a friend who calls, a pan that is hot already. */
final class Conscientiousness {
    private Conscientiousness() {}

    static List<Scene> scenes() {
        return List.of(lastCase(), layOut());
    }

    /** c01: the shift is over, a colleague waves from the door, and one case is not in line yet. */
    private static Scene lastCase() {
        Scene s = new Scene("c01", Palette.Place.MINT).motion(4, "ease-in-out", "12px -106px", "50%{transform:rotate(14deg)}");
        s.add(Props.clock(52, 48, 5), Props.door(318, 62, 130, Palette.COVER));
        s.add(Figure.of(Palette.FAIR, Hair.CURL, Palette.CHESTNUT).wears(Palette.CORAL, Palette.STONE).size(.8)
                .front(34, -112, 36, -138).armMoves(s).face(Figure.Mouth.LAUGH)
                .over(Svg.line("M-14-112 12-62", Palette.INK, 3)).facingLeft(350, 200));
        String[] colours = {Palette.BLUE, Palette.PLUM, Palette.COVER, Palette.CORAL};
        for (int i = 0; i < colours.length; i++) {
            s.add(Svg.at(40 + 44 * i, 210, Props.suitcase(colours[i])));
        }
        s.add(Svg.at(216, 210, Props.suitcase(Palette.WAY)));
        s.add(Figure.of(Palette.BROWN, Hair.BUN, Palette.BLACK).wears(Palette.WHITE, Palette.COVER).build(Figure.Build.BROAD)
                .back(30, -92, 42, -74).front(26, -76, 38, -70).leans(6).looks(0, 2).facingLeft(262, 214));
        return s.add(Svg.dots("M22 226H240", Palette.COVER, 3, 9));
    }

    /** c03: the pan of the other cook is hot and smells good; here the last thing joins the row. */
    private static Scene layOut() {
        Scene s = new Scene("c03", Palette.Place.OAT).motion(5, "ease-in-out", "0 0", "50%{transform:translateY(-5px)}");
        s.add(Svg.box(180, 24, 74, 56, 4, Palette.WHITE));
        s.add(Svg.circle(198, 42, 7, Palette.CORAL), Svg.circle(217, 43, 6, Palette.PLUM), Svg.line("M236 36v14", Palette.INK, 4), Svg.line("M192 64h14M216 64h26", Palette.STONE, 4));
        s.add(Figure.of(Palette.TAN, Hair.WRAP, Palette.PLUM).wears(Palette.CORAL, Palette.INK)
                .back(24, -96, 36, -112).front(24, -84, 30, -72).face(Figure.Mouth.LAUGH)
                .holdsBehind(Svg.line("M0 0 14-16", Palette.INK, 4)).at(54, 206));
        s.add(Svg.at(104, 132, s.moving(Props.steam(Palette.GREY))));
        s.add(Svg.at(106, 146, Svg.shape("M-24-16h48v10q0 10-10 10h-28q-10 0-10-10Z", Palette.STONE) + Svg.line("M24-12h20", Palette.INK, 5)));
        s.add(Figure.of(Palette.DARK, Hair.CROP, Palette.GREY).wears(Palette.WHITE, Palette.NAVY).glasses().apron(Palette.LEAF)
                .back(26, -86, 34, -74).front(40, -92, 62, -82).looks(0, 2)
                .holds(Svg.shape("M-2 4C-14 6-16 26-6 26-3 28 3 28 6 26 16 26 14 6 2 4Z", Palette.WAY) + Svg.line("M0 5V-1", Palette.LEAF, 4)).facingLeft(346, 206));
        s.add(Svg.at(200, 152, Props.counter(380, 70, Palette.LEAF, Palette.INK)));
        s.add(Svg.line("M172 143h32", Palette.WHITE, 5), Svg.line("M170 140h12", Palette.INK, 5), Svg.line("M182 140l22-3", Palette.GREY, 5));
        s.add(Svg.circle(226, 138, 10, Palette.CORAL), Svg.line("M226 128l3-4", Palette.LEAF, 3));
        s.add(Svg.shape("M244 146q-8-14 4-17l2-5 2 5q12 3 4 17Z", Palette.PLUM));
        return s;
    }
}
