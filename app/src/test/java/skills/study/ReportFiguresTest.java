package skills.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import skills.study.Figure.Box;
import skills.study.Figure.Label;
import skills.study.Figure.Mark;
import skills.study.Figure.Point;
import skills.study.Figure.Shape;
import skills.study.Figure.Stroke;
import skills.study.ForestFigure.Row;
import skills.study.StreamFigure.Cell;

class ReportFiguresTest {

    private static final ForestFigure.Frame FRAME =
            new ForestFigure.Frame(
                    "Alt",
                    "lower with the passport",
                    "higher with the passport",
                    v -> String.format(java.util.Locale.ROOT, "%.1f", v));

    @Test
    void theForestPutsZeroInTheMiddleAndIntervalsOnOneScale() {
        Figure figure =
                ForestFigure.of(
                        List.of(
                                new Row("Self-insight", .4, .1, .7, "0.40", Shape.SQUARE),
                                new Row("Insecurity", -.4, -.7, -.1, "-0.40", Shape.SQUARE)),
                        FRAME);
        List<Point> points = all(figure, Point.class);
        assertThat(points).hasSize(2);
        assertThat(points.get(0).x() - 170).isCloseTo(170 - points.get(1).x(), within(1e-9));
        assertThat(points.get(0).x()).isGreaterThan(170);
        assertThat(points.get(1).y() - points.get(0).y()).isEqualTo(46);
        assertThat(ForestFigure.x(.7, ForestFigure.bound(List.of()))).isEqualTo(332);
        check(figure);
    }

    @Test
    void anIntervalBeyondTheAxisLeavesWithAnArrowAndStaysInTheDrawing() {
        Figure figure =
                ForestFigure.of(
                        List.of(
                                new Row("Wide", .2, -40.0, 41.0, "0.20", Shape.SQUARE),
                                new Row("Nobody", null, null, null, "no figure", Shape.SQUARE)),
                        FRAME);
        assertThat(all(figure, Point.class)).hasSize(1);
        assertThat(all(figure, Stroke.class).stream().map(Stroke::d))
                .anyMatch(d -> d.contains("l-6 5l6 5") && d.contains("l6 5l-6 5"));
        check(figure);
    }

    @Test
    void aLongNameIsShortenedBeforeItCoversTheNumber() {
        Figure figure =
                ForestFigure.of(
                        List.of(
                                new Row(
                                        "Een heel lange naam van een vragenlijst die nergens past",
                                        .1,
                                        0.0,
                                        .2,
                                        "0,10 punten",
                                        Shape.DIAMOND)),
                        FRAME);
        List<Label> labels = all(figure, Label.class);
        Label name = labels.stream().filter(l -> l.text().startsWith("Een")).findFirst().get();
        Label value = labels.stream().filter(l -> l.text().endsWith("punten")).findFirst().get();
        assertThat(name.text()).endsWith("…");
        assertThat(name.left() + name.width()).isLessThan(value.left());
    }

    @Test
    void theStreamDrawsEveryCellInABoxThatHoldsItsWords() {
        for (int arms = 2; arms <= 4; arms++) {
            List<List<Cell>> cells =
                    Stream.generate(
                                    () ->
                                            List.of(
                                                    new Cell("89", "kregen het aangeboden"),
                                                    new Cell(
                                                            "minder dan 10",
                                                            "beantwoordden de tweede meting"),
                                                    new Cell("59", "T3")))
                            .limit(arms)
                            .toList();
            Figure figure =
                    StreamFigure.of(
                            new StreamFigure.Content(
                                    "Alt",
                                    List.of(new Cell("143", "deden mee")),
                                    arms == 3 ? List.of() : List.of(new Cell("36", "wilden niet")),
                                    cells,
                                    "Alle 143 tellen mee in de telling."));
            assertThat(all(figure, Box.class)).hasSize(1 + arms * 3 + (arms == 3 ? 0 : 1));
            for (Label label : all(figure, Label.class))
                if (!label.text().startsWith("Alle"))
                    assertThat(all(figure, Box.class))
                            .as(label.text())
                            .anyMatch(
                                    b ->
                                            b.x() <= label.left()
                                                    && label.left() + label.width()
                                                            <= b.x() + b.width()
                                                    && b.y() < label.y() - label.size() * .6
                                                    && label.y() < b.y() + b.height());
            check(figure);
        }
    }

    @Test
    void aPathLeavesOutAWaveWithoutAMeanAndArmsDifferInShape() {
        var at = new PathFigure.At(3.0, 2.8, 3.2);
        Figure figure =
                PathFigure.of(
                        "Alt",
                        List.of("T1", "T2", "T3"),
                        List.of(
                                new PathFigure.Path(
                                        "not offered", List.of(at, PathFigure.At.NONE, at)),
                                new PathFigure.Path("offered", List.of(at, at, at)),
                                new PathFigure.Path(
                                        "nobody",
                                        List.of(
                                                PathFigure.At.NONE,
                                                PathFigure.At.NONE,
                                                PathFigure.At.NONE))),
                        1,
                        5);
        List<Point> points = all(figure, Point.class);
        assertThat(points).hasSize(5);
        assertThat(points.stream().map(Point::shape).distinct())
                .containsExactly(Shape.CIRCLE, Shape.SQUARE);
        // The two names at the right do not lie over each other.
        List<Label> names =
                all(figure, Label.class).stream()
                        .filter(l -> l.text().endsWith("offered"))
                        .toList();
        assertThat(Math.abs(names.get(0).y() - names.get(1).y())).isGreaterThanOrEqualTo(15);
        check(figure);
    }

    @Test
    void wordsCannotBreakOutOfTheDrawing() {
        Figure figure =
                ForestFigure.of(
                        List.of(new Row("<b>\"&", .1, 0.0, .2, "<script>", Shape.SQUARE)), FRAME);
        assertThat(figure.svg()).doesNotContain("<b>").doesNotContain("<script>");
        check(figure);
    }

    /** Well-formed, and every mark within the drawing. */
    private static void check(Figure figure) {
        for (String svg : List.of(figure.svg(), figure.paper(120)))
            try {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
            } catch (Exception e) {
                throw new AssertionError(svg, e);
            }
        for (Label label : all(figure, Label.class)) {
            assertThat(label.left()).as(label.text()).isGreaterThanOrEqualTo(-.5);
            assertThat(label.left() + label.width())
                    .as(label.text())
                    .isLessThanOrEqualTo(Figure.WIDTH + .5);
            assertThat(label.y()).as(label.text()).isBetween(0.0, (double) figure.height());
            assertThat(label.size()).isGreaterThanOrEqualTo(12);
        }
        for (Box box : all(figure, Box.class)) {
            assertThat(box.x()).isGreaterThanOrEqualTo(0);
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(Figure.WIDTH);
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(figure.height());
        }
    }

    private static <T extends Mark> List<T> all(Figure figure, Class<T> kind) {
        return figure.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
