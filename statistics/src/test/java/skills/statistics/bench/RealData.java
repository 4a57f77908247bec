package skills.statistics.bench;

import java.util.Arrays;
import java.util.List;
import skills.statistics.design.Design;
import skills.statistics.reference.Given;
import skills.statistics.reference.Study;
import skills.statistics.reference.Table;

/** The data of the reference cases as frames. */
final class RealData {
    private RealData() {}

    private static Table table(String file) {
        return Given.data().table(file);
    }

    static Frame orthodont() {
        Table t = table("orthodont.csv");
        Design growth =
                Design.of(t.size())
                        .numeric("age8", Frame.filled(t.size(), i -> t.numbers("age")[i] - 8))
                        .factor("Sex", t.texts("Sex"), "Male")
                        .interaction("age8", "Sex");
        return new Frame()
                .number("y", t.numbers("distance"))
                .predictors(growth)
                .text("g", t.texts("Subject"));
    }

    static Frame orthodontVisits() {
        Table t = table("orthodont.csv");
        Design visits =
                Design.of(t.size())
                        .factor("ageF", t.texts("age"), "8")
                        .factor("Sex", t.texts("Sex"), "Male")
                        .interaction("ageF", "Sex");
        return new Frame()
                .number("y", t.numbers("distance"))
                .predictors(visits)
                .number("visit", Frame.filled(t.size(), i -> (t.numbers("age")[i] - 6) / 2))
                .text("id", t.texts("Subject"));
    }

    static Frame respiratory() {
        Table t = table("respiratory.csv");
        Design design =
                Design.of(t.size())
                        .factor("treat", t.texts("treat"), "P")
                        .factor("sex", t.texts("sex"))
                        .numeric("age", t.numbers("age"))
                        .numeric("baseline", t.numbers("baseline"))
                        .factor("visit", t.texts("visit"));
        return new Frame()
                .number("y", t.numbers("outcome"))
                .predictors(design)
                .text("g", t.texts("id"));
    }

    static Frame schools() {
        Table t = table("brandsma.csv").where(r -> !Double.isNaN(r.number("sex")));
        Frame frame = new Frame().number("y", t.numbers("lpo"));
        int j = 1;
        for (String name : List.of("lpr", "iqv", "ses", "min"))
            frame.number("x" + j++, t.numbers(name));
        return frame.text("g", t.texts("sch")).complete();
    }

    /** With their gaps. @param schools the first so many */
    static Frame pupils(int schools) {
        Table t = table("brandsma.csv").where(r -> r.number("sch") <= schools);
        Frame frame = new Frame();
        int j = 1;
        for (String name : List.of("lpo", "lpr", "ses", "iqv", "min"))
            frame.number("v" + j++, t.numbers(name));
        return frame;
    }

    static Frame neuroticism() {
        return bfi("N1", "N2", "N3", "N4", "N5");
    }

    static Frame allItems() {
        return bfi(
                List.of("A", "C", "E", "N", "O").stream()
                        .flatMap(
                                s ->
                                        java.util.stream.IntStream.rangeClosed(1, 5)
                                                .mapToObj(k -> s + k))
                        .toArray(String[]::new));
    }

    private static Frame bfi(String... items) {
        Table t = table("bfi.csv");
        Frame frame = new Frame();
        for (int j = 0; j < items.length; j++) frame.number("v" + (j + 1), t.numbers(items[j]));
        return frame.number("group", t.numbers("gender")).complete();
    }

    static Frame science() {
        Table t = table("science.csv");
        Frame frame = new Frame();
        int j = 1;
        for (String name : List.of("Comfort", "Work", "Future", "Benefit"))
            frame.number("v" + j++, t.numbers(name));
        return frame;
    }

    /** Self-insight of those who answered at T1 and T3; the last predictor is the offer. */
    static Frame study() {
        Study study = new Study(Given.data());
        return new Frame()
                .number("y", study.score("selfinsight", 3))
                .number("x1", study.score("selfinsight", 1))
                .number("x2", study.number("offered"))
                .number("use", study.number("user"))
                .text("g", Arrays.stream(study.text("class")).toArray(String[]::new))
                .complete();
    }
}
