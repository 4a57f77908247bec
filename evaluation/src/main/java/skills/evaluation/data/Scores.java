package skills.evaluation.data;

import java.util.ArrayList;
import java.util.List;
import skills.evaluation.plan.Scale;

/**
 * Scale scores and keyed answers. Every row stands for the participant at that place of {@link
 * #participants}: the data's, in order of id. Who did not consent has no score and no answers.
 */
public final class Scores {
    private final StudyData data;
    private final List<Participant> participants;

    private Scores(StudyData data) {
        this.data = data;
        this.participants = data.sorted();
    }

    public static Scores of(StudyData data) {
        return new Scores(data);
    }

    public List<Participant> participants() {
        return participants;
    }

    /** Whether the participant handed in answers at this wave, and they may be used. */
    public boolean answered(int place, String wave) {
        Participant p = participants.get(place);
        return p.consented() && data.hasAnswered(p.id(), wave);
    }

    /** Mean of the keyed answers of each participant; NaN with fewer than the scale asks. */
    public double[] score(String scale, String wave) {
        return score(scale, wave, data.plan().scale(scale).minAnswered());
    }

    /**
     * The same by another rule.
     *
     * @param minAnswered items that must be answered, at least 1
     */
    public double[] score(String scale, String wave, int minAnswered) {
        Scale of = data.plan().scale(scale);
        double[] scores = new double[participants.size()];
        for (int i = 0; i < scores.length; i++) {
            double[] items = keyed(of, i, wave);
            double sum = 0;
            int given = 0;
            for (double v : items)
                if (!Double.isNaN(v)) {
                    sum += v;
                    given++;
                }
            scores[i] = given >= minAnswered ? sum / given : Double.NaN;
        }
        return scores;
    }

    /**
     * Keyed answers of those who handed in answers at the wave, a row a person; NaN for an item
     * left out. May be empty.
     */
    public double[][] items(String scale, String wave) {
        Scale of = data.plan().scale(scale);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++)
            if (answered(i, wave)) rows.add(keyed(of, i, wave));
        return rows.toArray(double[][]::new);
    }

    /** The same for those who answered both waves: the items at the first, then at the second. */
    public double[][] items(String scale, String first, String second) {
        Scale of = data.plan().scale(scale);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++)
            if (answered(i, first) && answered(i, second)) {
                double[] row = new double[2 * of.items()];
                System.arraycopy(keyed(of, i, first), 0, row, 0, of.items());
                System.arraycopy(keyed(of, i, second), 0, row, of.items(), of.items());
                rows.add(row);
            }
        return rows.toArray(double[][]::new);
    }

    /** Answers as given of all scales, in the order of the plan; NaN where missing. */
    public double[] raw(int place, String wave) {
        List<Double> values = new ArrayList<>();
        for (Scale scale : data.plan().scales())
            for (String item : scale.columns()) values.add(raw(place, wave, item));
        return values.stream().mapToDouble(v -> v).toArray();
    }

    private double raw(int place, String wave, String item) {
        Participant p = participants.get(place);
        if (!p.consented()) return Double.NaN;
        var answer = data.answer(p.id(), wave, item);
        return answer.isPresent() ? answer.getAsInt() : Double.NaN;
    }

    private double[] keyed(Scale scale, int place, String wave) {
        double[] row = new double[scale.items()];
        List<String> columns = scale.columns();
        for (int k = 0; k < row.length; k++) {
            double v = raw(place, wave, columns.get(k));
            row[k] = scale.reversed().contains(k + 1) ? scale.lowest() + scale.highest() - v : v;
        }
        return row;
    }
}
