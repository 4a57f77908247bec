package skills.evaluation.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Outcome;
import skills.statistics.Progress;

/**
 * Every number of a study under the name that the reference files give it, so that another program
 * can lay its own beside it. What is computed follows from the plan: its scales, outcomes, waves
 * and seed.
 *
 * <p>Terms: the first and last wave of the plan's analysis are "T1" and "T3" where its waves are
 * called so or 1 and 3. Groups are users ("1") and others ("0") by the plan's main use; "offered"
 * is the arm as allocated.
 */
public final class ReferenceResults {

    private final Map<String, Supplier<Object>> cases = new LinkedHashMap<>();
    private final Frame frame;
    private int done;

    private ReferenceResults(StudyData data, Progress progress) {
        frame = new Frame(data);
        String first = Frame.name(frame.first());
        String last = Frame.name(frame.last());
        Described described = new Described(frame);
        Groups groups = new Groups(frame);
        Regressed regressed = new Regressed(frame);
        Leaving leaving = new Leaving(frame);
        Using using = new Using(frame);
        List<String> scales = frame.scales();
        cases.put("study.spec", described::spec);
        cases.put("study.flow", described::flow);
        for (String s : scales)
            for (String wave : List.of(frame.first(), frame.last()))
                cases.put(
                        "study.rel." + s + "." + Frame.name(wave),
                        () -> described.reliability(s, wave));
        for (String s : scales) {
            cases.put("study.baseline.users." + s, () -> groups.baseline(s));
            cases.put("study.baseline.analysed." + s, () -> groups.baselineAnalysed(s));
            cases.put("study.ancova." + s, () -> regressed.ancova(s));
            cases.put("study.change." + s, () -> groups.change(s));
            cases.put("study.within." + s, () -> groups.within(s));
            cases.put("study.lmm." + s, () -> regressed.waves(s));
        }
        List<String> primary = data.plan().primary().stream().map(Outcome::scale).toList();
        cases.put("study.holm", () -> regressed.corrected(primary));
        cases.put("study.attrition.logit", leaving::logit);
        cases.put("study.attrition.crosstab", groups::stayed);
        each("study.attrition.", scales, "", groups::leavers);
        each("study.ipw.", scales, "", leaving::weighted);
        cases.put("study.little", leaving::little);
        each("study.itt.", scales, "", regressed::offered);
        each("inv.study.", scales, "." + first + last, described::invariance);
        each("poly.study.", scales, "." + first, s -> described.ordinal(s, frame.first()));
        cases.put("ps.study", using::propensity);
        cases.put("cace.study", () -> Fields.each(scales, using::instrument));
        Progress within = (some, of) -> progress.goOn(done, cases.size());
        // The name of the reference case, whatever the number of classes.
        cases.put("cluster5.study", () -> Fields.each(scales, new ByClass(frame, within)::of));
        cases.put("lee.study", () -> Fields.each(scales, leaving::bounds));
        cases.put("attrition.wwc", leaving::attrition);
        cases.put("dose_tost_rci_bf.study", () -> Fields.each(scales, new Dose(frame)::of));
    }

    private void each(
            String before, List<String> scales, String after, Function<String, Object> method) {
        for (String s : scales) cases.put(before + s + after, () -> method.apply(s));
    }

    /**
     * @param progress over the cases; asked within permutations and bootstraps too
     * @return by name of the case, in a fixed order: maps, lists, numbers, texts, truth values and
     *     nulls (a number that is not there), ready for JSON. A method that cannot run on these
     *     data gives a map with "unusable" and the reason.
     * @throws skills.statistics.Cancelled when progress says to stop
     */
    public static Map<String, @Nullable Object> of(StudyData data, Progress progress) {
        ReferenceResults results = new ReferenceResults(data, progress);
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        for (var one : results.cases.entrySet()) {
            progress.check(results.done, results.cases.size());
            found.put(one.getKey(), Fields.clean(Fields.tried(one.getValue())));
            results.done++;
        }
        return found;
    }
}
