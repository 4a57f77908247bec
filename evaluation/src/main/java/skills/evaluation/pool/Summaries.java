package skills.evaluation.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import skills.evaluation.data.Participant;
import skills.evaluation.data.Scores;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.PlanFile;
import skills.statistics.Unusable;

/**
 * A study as the summaries of its classes. Every person counts for the arm and class of the
 * allocation. The last wave is adjusted by its slope on the first within classes and arms, to the
 * mean of the installation's first wave.
 */
public final class Summaries {

    /** Of fewer persons nothing is told. */
    public static final int SMALLEST = 10;

    private Summaries() {}

    /** Persons of one arm in one class, or in several small ones. */
    private record Cell(String school, String unit, String arm, List<Integer> members, int units) {}

    /**
     * @param installation as others will see it, 1 to 80 characters
     * @throws Unusable when nobody answered first and last wave of every primary outcome
     */
    public static PoolContent of(StudyData data, String installation) {
        if (installation.isBlank() || installation.length() > 80)
            throw new IllegalArgumentException("An installation has a name of 1 to 80 characters.");
        Scores scores = Scores.of(data);
        List<Participant> people = scores.participants();
        List<String> outcomes = data.plan().primary().stream().map(Outcome::scale).toList();
        double[][] pre = new double[outcomes.size()][];
        double[][] post = new double[outcomes.size()][];
        for (int o = 0; o < outcomes.size(); o++) {
            pre[o] = scores.score(outcomes.get(o), data.plan().analysis().first());
            post[o] = scores.score(outcomes.get(o), data.plan().analysis().last());
        }
        Map<List<String>, Cell> cells = new TreeMap<>(Summaries::compare);
        for (int i = 0; i < people.size(); i++) {
            if (!isComplete(pre, post, i)) continue;
            Participant p = people.get(i);
            String school = p.school() == null ? "" : p.school();
            String unit = p.unit() == null ? "" : p.unit();
            cells.computeIfAbsent(
                            List.of(school, unit, p.arm()),
                            k -> new Cell(school, unit, p.arm(), new ArrayList<>(), 1))
                    .members()
                    .add(i);
        }
        if (cells.isEmpty())
            throw new Unusable(
                    Unusable.Reason.EMPTY,
                    "Nobody answered the first and the last wave of every primary outcome.");
        List<Cell> all = List.copyOf(cells.values());
        double[][] adjusted = new double[outcomes.size()][];
        List<Double> sd = new ArrayList<>();
        for (int o = 0; o < outcomes.size(); o++) {
            adjusted[o] = adjusted(pre[o], post[o], all);
            sd.add(rounded(sd(pre[o], all)));
        }
        List<Cell> merged = merged(all);
        List<Cell> told = merged.stream().filter(c -> c.members.size() >= SMALLEST).toList();
        int toldUnits = told.stream().mapToInt(Cell::units).sum();
        int toldPersons = told.stream().mapToInt(c -> c.members.size()).sum();
        return new PoolContent(
                PlanFile.hash(data.plan()),
                installation,
                data.byLot(),
                outcomes,
                sd,
                summaries(data, told, adjusted),
                told.stream().filter(c -> c.units > 1).mapToInt(Cell::units).sum(),
                all.size() - toldUnits,
                all.stream().mapToInt(c -> c.members.size()).sum() - toldPersons);
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int c = a.get(i).compareTo(b.get(i));
            if (c != 0) return c;
        }
        return 0;
    }

    private static boolean isComplete(double[][] pre, double[][] post, int person) {
        for (int o = 0; o < pre.length; o++)
            if (Double.isNaN(pre[o][person]) || Double.isNaN(post[o][person])) return false;
        return true;
    }

    private static double[] adjusted(double[] pre, double[] post, List<Cell> cells) {
        double xx = 0;
        double xy = 0;
        double sum = 0;
        int n = 0;
        for (Cell cell : cells) {
            double x = mean(pre, cell.members);
            double y = mean(post, cell.members);
            for (int i : cell.members) {
                xx += (pre[i] - x) * (pre[i] - x);
                xy += (pre[i] - x) * (post[i] - y);
                sum += pre[i];
                n++;
            }
        }
        double slope = xx > 0 ? xy / xx : 0;
        double[] adjusted = post.clone();
        for (int i = 0; i < adjusted.length; i++) adjusted[i] -= slope * (pre[i] - sum / n);
        return adjusted;
    }

    /** Within the arms. */
    private static double sd(double[] values, List<Cell> cells) {
        Map<String, List<Integer>> arms = new LinkedHashMap<>();
        for (Cell c : cells) arms.computeIfAbsent(c.arm, k -> new ArrayList<>()).addAll(c.members);
        double squares = 0;
        int df = 0;
        for (List<Integer> members : arms.values()) {
            double mean = mean(values, members);
            for (int i : members) squares += (values[i] - mean) * (values[i] - mean);
            df += members.size() - 1;
        }
        return df > 0 ? Math.sqrt(squares / df) : 0;
    }

    /** Small classes of one school and arm become one. */
    private static List<Cell> merged(List<Cell> cells) {
        List<Cell> result = new ArrayList<>();
        Map<List<String>, Cell> small = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.members.size() >= SMALLEST) {
                result.add(cell);
                continue;
            }
            small.merge(
                    List.of(cell.school, cell.arm),
                    cell,
                    (a, b) -> {
                        List<Integer> members = new ArrayList<>(a.members);
                        members.addAll(b.members);
                        return new Cell(a.school, a.unit, a.arm, members, a.units + b.units);
                    });
        }
        result.addAll(small.values());
        return result;
    }

    private static List<ClassSummary> summaries(
            StudyData data, List<Cell> told, double[][] adjusted) {
        Map<String, Integer> schools = new LinkedHashMap<>();
        Map<List<String>, Integer> units = new LinkedHashMap<>();
        Map<String, Integer> ofSchool = new LinkedHashMap<>();
        List<ClassSummary> summaries = new ArrayList<>();
        for (Cell cell : told) {
            int school = schools.computeIfAbsent(cell.school, k -> schools.size() + 1);
            int unit =
                    units.computeIfAbsent(
                            List.of(cell.school, cell.unit),
                            k -> ofSchool.merge(cell.school, 1, Integer::sum));
            List<Double> means = new ArrayList<>();
            List<List<Double>> covariance = new ArrayList<>();
            for (double[] a : adjusted) {
                means.add(rounded(mean(a, cell.members)));
                covariance.add(
                        Arrays.stream(adjusted)
                                .map(b -> rounded(covariance(a, b, cell.members)))
                                .toList());
            }
            summaries.add(
                    new ClassSummary(
                            "S" + school,
                            "C" + unit,
                            cell.arm,
                            data.plan().arm(cell.arm).offered(),
                            cell.members.size(),
                            means,
                            covariance));
        }
        return summaries;
    }

    private static double mean(double[] values, List<Integer> members) {
        return members.stream().mapToDouble(i -> values[i]).average().orElseThrow();
    }

    private static double covariance(double[] a, double[] b, List<Integer> members) {
        double ma = mean(a, members);
        double mb = mean(b, members);
        double sum = 0;
        for (int i : members) sum += (a[i] - ma) * (b[i] - mb);
        return sum / (members.size() - 1);
    }

    /** To six decimals: enough to pool, and the same text everywhere. */
    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6 + 0.0;
    }
}
