package skills.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.evaluation.advice.Advice;
import skills.evaluation.advice.Warning;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/**
 * What a plan can show and what it cannot, in words.
 *
 * @param lines from the most important to the least
 * @param table other sizes of the study; empty when there is no test
 */
record Advices(List<String> lines, List<Row> table, boolean classes) {

    /** How many lines stand above the form; the others open. */
    private static final int FIRST = 4;

    static final Advices NONE = new Advices(List.of(), List.of(), true);

    /**
     * @param units classes or persons; @param persons all together
     * @param own whether this is the plan's own size
     */
    record Row(String units, String persons, String power, String detectable, boolean own) {}

    /**
     * @param listed classes that are in the study's list; 0 when there is none
     */
    static Advices of(Plan plan, int listed, Words words) {
        Advice advice = Advice.of(plan);
        List<String> lines = new ArrayList<>();
        if (listed > 0 && advice.classes() && listed != plan.expectations().classes())
            lines.add(
                    words.t(
                            "advice.listed",
                            words.number(plan.expectations().classes()),
                            words.number(listed)));
        // What holds of several outcomes alike is said once.
        Map<List<Object>, List<String>> alike = new LinkedHashMap<>();
        for (Warning w : advice.warnings())
            alike.computeIfAbsent(List.of(w.kind(), w.numbers()), k -> new ArrayList<>())
                    .add(scale(plan, w.about(), words));
        for (Warning w : advice.warnings()) {
            List<String> about = alike.remove(List.of(w.kind(), w.numbers()));
            if (about != null) lines.add(line(w, String.join(", ", about), advice, words));
        }
        String of = advice.classes() ? "classes" : "persons";
        if (advice.minimumDetectable() != null)
            lines.addFirst(
                    words.t(
                            "advice.detectable." + of,
                            effect(advice.minimumDetectable(), words),
                            words.number(
                                    advice.classes()
                                            ? plan.expectations().classes()
                                            : plan.expectations().persons())));
        if (advice.classes())
            lines.add(
                    words.t(
                            "advice.design",
                            words.decimal(advice.designEffect(), 1),
                            words.decimal(advice.answers(), 1)));
        if (advice.amongUsers() != null)
            lines.add(words.t("advice.users", effect(advice.amongUsers(), words)));
        boolean isWarned =
                advice.warnings().stream()
                        .map(Warning::kind)
                        .anyMatch(
                                k ->
                                        k == Warning.Kind.SMALLEST_P
                                                || k == Warning.Kind.SMALLEST_P_OF_SEVERAL);
        if (advice.smallestP() != null && !isWarned)
            lines.add(words.t("advice.smallest", chance(advice.smallestP(), words)));
        List<Row> table =
                advice.table().stream()
                        .map(
                                r ->
                                        new Row(
                                                words.number(r.units()),
                                                words.number(r.persons()),
                                                percent(r.power(), words),
                                                r.minimumDetectable() == null
                                                        ? "–"
                                                        : effect(r.minimumDetectable(), words),
                                                r.own()))
                        .toList();
        return new Advices(List.copyOf(lines), table, advice.classes());
    }

    List<String> first() {
        return lines.subList(0, Math.min(FIRST, lines.size()));
    }

    List<String> more() {
        return lines.subList(Math.min(FIRST, lines.size()), lines.size());
    }

    private static String line(Warning w, String about, Advice advice, Words words) {
        String key = "advice." + w.kind().name();
        List<Double> n = w.numbers();
        String units = words.t(advice.classes() ? "advice.unit.classes" : "advice.unit.persons");
        return switch (w.kind()) {
            case NO_CAUSE, MODES_DIFFER -> words.t(key);
            case NO_TEST, FEW_CLASSES, TOO_MANY_PRIMARY, CONTAMINATION ->
                    words.t(key, words.number(Math.round(n.getFirst())));
            case SMALLEST_P, SMALLEST_P_OF_SEVERAL ->
                    words.t(
                            key,
                            words.number(Math.round(n.get(2))),
                            chance(n.get(0), words),
                            chance(n.get(1), words));
            case OUT_OF_REACH ->
                    words.t(key, about, effect(n.get(0), words), effect(n.get(1), words));
            case UNDERPOWERED ->
                    n.size() > 2
                            ? words.t(
                                    key,
                                    about,
                                    percent(n.get(0), words),
                                    effect(n.get(1), words),
                                    words.number(Math.round(n.get(2))) + " " + units)
                            : words.t(
                                    key + ".never",
                                    about,
                                    percent(n.get(0), words),
                                    effect(n.get(1), words));
            case RESPONSE_LOW -> words.t(key, percent(n.getFirst(), words));
            case FEW_USERS -> words.t(key, percent(n.get(0), words), effect(n.get(1), words));
            case UNEQUAL_ARMS -> words.t(key, percent(n.get(0), words), words.decimal(n.get(1), 2));
        };
    }

    private static String scale(Plan plan, String id, Words words) {
        return plan.scales().stream()
                .filter(s -> s.id().equals(id))
                .map(s -> Said.of(s.name(), words))
                .findFirst()
                .orElse(id);
    }

    private static String effect(double d, Words words) {
        return words.decimal(d, 2);
    }

    private static String chance(double p, Words words) {
        return p < .001 ? words.t("advice.below", words.decimal(.001, 3)) : words.decimal(p, 3);
    }

    private static String percent(@Nullable Double share, Words words) {
        return share == null ? "–" : words.decimal(100 * share, 0) + "%";
    }
}
