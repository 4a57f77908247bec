package skills.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import skills.evaluation.data.Participant;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Allocation;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.UseDefinition;

/** Small studies with made-up answers, to see how a report speaks. */
public final class MadeUpStudies {

    private MadeUpStudies() {}

    /**
     * @param classes 0 for a study of persons
     * @param effect on every scale, in points, for the better
     * @param use whether use was measured
     * @param stay share that answers the last wave, for the offered; a tenth less for the others
     */
    public record Kind(
            int persons, int classes, double effect, boolean use, boolean lot, double stay) {}

    static Plan plan(Kind kind) {
        Plan shipped;
        try (var file =
                MadeUpStudies.class.getResourceAsStream(
                        "/content/studies/original-simulated.json")) {
            shipped = PlanFile.read(new String(file.readAllBytes(), "UTF-8"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var allocation =
                new Allocation(
                        kind.classes() > 0 ? Allocation.Unit.CLASS : Allocation.Unit.PERSON,
                        kind.lot() ? Allocation.Method.BLOCKS : Allocation.Method.CHOSEN,
                        List.of(),
                        kind.lot() ? List.of(2) : List.of());
        List<UseDefinition> uses = shipped.uses();
        return new Plan(
                "made-up",
                shipped.title(),
                shipped.question(),
                true,
                new skills.evaluation.plan.Text("", ""),
                shipped.zone(),
                shipped.arms(),
                allocation,
                shipped.waves(),
                shipped.scales(),
                shipped.outcomes(),
                uses,
                shipped.consents(),
                shipped.withheld(),
                shipped.equalTask(),
                shipped.incentive(),
                shipped.retentionMonths(),
                shipped.expectations(),
                quick(shipped),
                shipped.columns());
    }

    private static skills.evaluation.plan.AnalysisPlan quick(Plan shipped) {
        var a = shipped.analysis();
        return new skills.evaluation.plan.AnalysisPlan(
                a.first(), a.last(), a.mainUse(), a.strata(), a.alpha(), 5, 99, a.seed());
    }

    public static StudyData data(Kind kind, long seed) {
        Plan plan = plan(kind);
        var random = new Random(seed);
        List<Participant> people = new ArrayList<>();
        Map<String, Map<String, Map<String, Integer>>> answers = new HashMap<>();
        plan.waves().forEach(w -> answers.put(w.id(), new HashMap<>()));
        for (int i = 0; i < kind.persons(); i++) {
            String unit = kind.classes() == 0 ? null : "K" + i % kind.classes();
            boolean offered = (kind.classes() == 0 ? i : i % kind.classes()) % 2 == 1;
            boolean used = offered && random.nextDouble() < .6;
            String id = "P%04d".formatted(i);
            people.add(
                    new Participant(
                            id,
                            offered ? "offered" : "control",
                            unit,
                            null,
                            i % 3 == 0 ? "m" : "f",
                            17 + random.nextInt(6) * .7,
                            kind.use() ? used : null,
                            kind.use() ? used ? 1 + random.nextInt(4) : 0 : null,
                            kind.use() ? used ? 10.0 + random.nextInt(60) : 0 : null,
                            i % 37 != 36,
                            kind.use() && !offered && i % 20 == 0));
            double level = random.nextGaussian() * .7;
            for (var wave : plan.waves()) {
                boolean last = wave.id().equals(plan.analysis().last());
                boolean first = wave.id().equals(plan.analysis().first());
                if (!first && !last) continue;
                if (last && random.nextDouble() > kind.stay() - (offered ? 0 : .05)) continue;
                Map<String, Integer> sheet = new HashMap<>();
                for (Scale s : plan.scales()) {
                    double lift =
                            last && offered
                                    ? kind.effect() * (s.better() == Scale.Better.LOW ? -1 : 1)
                                    : 0;
                    for (int k = 1; k <= s.items(); k++) {
                        double keyed = 3 + level + lift + random.nextGaussian() * .8;
                        double given = s.reversed().contains(k) ? 6 - keyed : keyed;
                        sheet.put(s.id() + "_" + k, (int) Math.clamp(Math.round(given), 1, 5));
                    }
                }
                answers.get(wave.id()).put(id, sheet);
            }
        }
        return new StudyData(plan, people, answers, kind.lot(), Map.of());
    }

    /** The file of participants, with the columns of the shipped plan. */
    public static String participants(StudyData data) {
        var out = new StringBuilder("id,offered,class,gender,age,user,sessions,minutes\n");
        for (Participant p : data.participants())
            out.append(
                    String.join(
                                    ",",
                                    p.id(),
                                    p.arm().equals("offered") ? "1" : "0",
                                    p.unit() == null ? "" : p.unit(),
                                    p.gender(),
                                    "" + p.age(),
                                    p.user() == null ? "" : p.user() ? "1" : "0",
                                    p.sittings() == null ? "" : "" + p.sittings(),
                                    p.minutes() == null ? "" : "" + p.minutes())
                            + "\n");
        return out.toString();
    }

    /** The file of answers. */
    public static String responses(StudyData data) {
        List<String> columns = new ArrayList<>();
        data.plan().scales().forEach(s -> columns.addAll(s.columns()));
        var out = new StringBuilder("id,wave," + String.join(",", columns) + "\n");
        for (var wave : data.plan().waves())
            data.answers()
                    .get(wave.id())
                    .forEach(
                            (id, sheet) -> {
                                out.append(id).append(',').append(wave.id());
                                for (String c : columns)
                                    out.append(',').append(sheet.getOrDefault(c, 0));
                                out.append('\n');
                            });
        return out.toString();
    }
}
