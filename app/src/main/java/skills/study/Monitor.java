package skills.study;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.evaluation.advice.Forecast;
import skills.evaluation.data.Participant;
import skills.evaluation.plan.Arm;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.Text;
import skills.evaluation.plan.Wave;

/** How a study is going: how many, never what they answered. */
@Component
class Monitor {

    /** Fewer than this in an arm are not told by arm. */
    static final int FEWEST = 10;

    private final Enrolments enrolments;
    private final StudyDatas datas;
    private final Clock clock;

    Monitor(Enrolments enrolments, StudyDatas datas, Clock clock) {
        this.enrolments = enrolments;
        this.datas = datas;
        this.clock = clock;
    }

    /** What a row counts. */
    enum What {
        ENROLLED,
        REVEALED,
        ANSWERED,
        STOPPED
    }

    /**
     * @param wave its name; null where the row is of none
     * @param byArm in the plan's order; empty when any of them is under ten
     */
    record Row(What what, @Nullable Text wave, int all, List<Integer> byArm) {}

    /**
     * The share that answered a wave, of those whose arm was revealed.
     *
     * @param byArm 0 to 1, in the plan's order; empty when any arm is under ten
     */
    record Response(Text wave, List<Double> byArm) {}

    /**
     * @param responses of the waves after the first that have opened
     * @param contaminated who was to wait and opened the passport all the same
     * @param hides whether something is left out because it is of fewer than ten
     */
    record Now(
            Instant at,
            List<Arm> arms,
            List<Row> rows,
            List<Response> responses,
            Forecast forecast,
            Text last,
            int contaminated,
            boolean hides) {}

    /** Without the dry run. */
    @Transactional(readOnly = true)
    Now of(Study study) {
        Plan plan = study.plan();
        Instant now = clock.instant();
        List<Enrolment> here = enrolments.all(study.id());
        List<Enrolments.Gone> gone = enrolments.gone(study.id());
        Map<EnrolmentId, Assignment> arms = enrolments.arms(study.id());
        var answered = enrolments.answeredIn(study.id());
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(What.ENROLLED, null, here.size() + gone.size(), List.of()));
        List<String> revealed = new ArrayList<>();
        here.stream()
                .map(e -> arms.get(e.id()))
                .forEach(a -> revealed.add(a == null ? "" : a.arm()));
        gone.forEach(g -> revealed.add(g.arm() == null ? "" : g.arm()));
        revealed.removeIf(String::isEmpty);
        rows.add(row(plan, What.REVEALED, null, revealed));
        List<Response> responses = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            if (now.isBefore(WaveClock.opens(plan, wave))) continue;
            Predicate<Enrolment> has =
                    e -> answered.getOrDefault(e.id(), Map.of()).containsKey(wave.id());
            Row row = row(plan, What.ANSWERED, wave.name(), armsOf(here, arms, has));
            rows.add(row);
            if (!wave.id().equals(plan.analysis().first()))
                responses.add(new Response(wave.name(), shares(row, rows.get(1))));
        }
        List<String> stopped = new ArrayList<>(armsOf(here, arms, e -> !e.isGoing()));
        gone.forEach(g -> stopped.add(g.arm() == null ? "" : g.arm()));
        rows.add(row(plan, What.STOPPED, null, stopped));
        boolean hides =
                rows.stream()
                        .anyMatch(
                                r ->
                                        r.what() != What.ENROLLED
                                                && r.all() > 0
                                                && r.byArm().isEmpty());
        int contaminated =
                (int) datas.participants(study).stream().filter(Participant::contaminated).count();
        return new Now(
                now,
                plan.arms(),
                List.copyOf(rows),
                List.copyOf(responses),
                Forecast.of(plan, soFar(plan, now, here, gone, answered)),
                plan.wave(plan.analysis().last()).name(),
                contaminated,
                hides);
    }

    private static List<String> armsOf(
            List<Enrolment> all, Map<EnrolmentId, Assignment> arms, Predicate<Enrolment> of) {
        return all.stream()
                .filter(of)
                .map(e -> arms.containsKey(e.id()) ? arms.get(e.id()).arm() : "")
                .toList();
    }

    /**
     * @param each arm of everybody who is counted; empty where none was revealed
     */
    private static Row row(Plan plan, What what, @Nullable Text wave, List<String> each) {
        Map<String, Integer> counts = new HashMap<>();
        each.forEach(a -> counts.merge(a, 1, Integer::sum));
        List<Integer> byArm =
                plan.arms().stream().map(a -> counts.getOrDefault(a.id(), 0)).toList();
        // All or none: one that is left out would follow from the others.
        boolean told = byArm.stream().allMatch(n -> n >= FEWEST);
        return new Row(what, wave, each.size(), told ? byArm : List.of());
    }

    private static List<Double> shares(Row row, Row revealed) {
        if (row.byArm().isEmpty() || revealed.byArm().isEmpty()) return List.of();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < row.byArm().size(); i++)
            shares.add((double) row.byArm().get(i) / revealed.byArm().get(i));
        return List.copyOf(shares);
    }

    private static Forecast.SoFar soFar(
            Plan plan,
            Instant now,
            List<Enrolment> here,
            List<Enrolments.Gone> gone,
            Map<EnrolmentId, Map<String, Enrolments.Answered>> answered) {
        String first = plan.analysis().first();
        String last = plan.analysis().last();
        List<Set<String>> waves =
                here.stream()
                        .map(e -> answered.getOrDefault(e.id(), Map.of()).keySet())
                        .filter(w -> w.contains(first))
                        .toList();
        Wave between =
                plan.waves().stream()
                        .filter(w -> !w.id().equals(first) && !w.id().equals(last))
                        .filter(w -> !w.instruments().isEmpty())
                        .filter(w -> WaveClock.state(plan, w, now) == WaveClock.State.CLOSED)
                        .reduce((a, b) -> b)
                        .orElse(null);
        Set<String> classes = new HashSet<>();
        for (Enrolment e : here)
            if (e.unit() != null) classes.add(Reveal.cluster(e.school(), e.unit()));
        return new Forecast.SoFar(
                here.size() + gone.size(),
                classes.size(),
                waves.size(),
                WaveClock.state(plan, plan.wave(first), now) == WaveClock.State.CLOSED,
                between == null ? null : Integer.valueOf(count(waves, between.id())),
                count(waves, last),
                WaveClock.state(plan, plan.wave(last), now) == WaveClock.State.CLOSED);
    }

    private static int count(List<Set<String>> waves, String wave) {
        return (int) waves.stream().filter(w -> w.contains(wave)).count();
    }
}
