package skills.evaluation.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skills.evaluation.data.StudyData;
import skills.evaluation.plan.Outcome;
import skills.statistics.Progress;
import skills.statistics.design.Design;
import skills.statistics.missing.ChainedEquations.Completed;

/**
 * What the analysis of one outcome drew, and what it found from that, so that somebody else can
 * compute the same from the same draws.
 *
 * @param lead how the effect of the offer is computed in each completed data set
 * @param byClass whether whole classes were drawn anew
 */
public record Draws(
        String scale,
        AsOffered.Lead lead,
        boolean byClass,
        Part<Filled> filled,
        Part<Resampled> resampled) {

    /**
     * Persons with what the model has of them beside the first score and the offer.
     *
     * @param x a row a person, a number for each column of the model
     */
    public record Persons(List<String> ids, double[][] x) {}

    /**
     * Scores without gaps.
     *
     * @param first a list for each completed data set, a score for each person; @param last
     *     likewise
     */
    public record Filled(
            Persons persons,
            List<double[]> first,
            List<double[]> last,
            MissingFinding.Imputed found) {}

    /**
     * @param draws places among the persons, from 0; a place may stand there more than once
     */
    public record Resampled(Persons persons, List<int[]> draws, Size.Bootstrapped found) {}

    /**
     * Of every outcome, in the order of the plan; the draws are those of {@link Analysis}.
     *
     * @throws skills.statistics.Cancelled when the progress says to stop
     */
    public static List<Draws> of(StudyData data, Progress progress) {
        People people = new People(data);
        List<String> scales = data.plan().outcomes().stream().map(Outcome::scale).toList();
        Part<Imputation> common = Part.attempt(() -> Imputation.of(people, scales, 1, progress));
        List<Draws> all = new ArrayList<>();
        for (Outcome outcome : data.plan().outcomes()) all.add(of(people, outcome, common));
        return all;
    }

    private static Draws of(People people, Outcome outcome, Part<Imputation> common) {
        String scale = outcome.scale();
        double[] pre = people.score(scale, people.first);
        double[] post = people.score(scale, people.last);
        OfferStep offer = new OfferStep(people, scale, pre, post);
        return new Draws(
                scale,
                offer.lead(),
                people.byClass,
                filled(people, scale, common),
                Part.attempt(
                        () -> {
                            List<int[]> samples = new ArrayList<>();
                            Size.Bootstrapped found =
                                    new SizeStep(people, outcome).bootstrap(samples::add);
                            int draws = SizeStep.draws(people.plan.analysis().resamples());
                            return new Resampled(
                                    persons(people, pre, post),
                                    List.copyOf(samples.subList(1, 1 + draws)),
                                    found);
                        }));
    }

    private static Part<Filled> filled(People people, String scale, Part<Imputation> common) {
        MissingStep step = new MissingStep(people, scale);
        if (step.isComplete()) return MissingStep.complete();
        return Part.attempt(
                () -> {
                    Imputation sets =
                            common.isThere()
                                    ? common.orThrow()
                                    : Imputation.of(people, List.of(scale), 1, Progress.NONE);
                    Persons persons = null;
                    List<double[]> first = new ArrayList<>();
                    List<double[]> last = new ArrayList<>();
                    for (Completed one : sets.sets()) {
                        double[] before = one.measures().get(scale + "." + people.first);
                        double[] after = one.measures().get(scale + "." + people.last);
                        if (persons == null) persons = persons(people, before, after);
                        int[] rows = complete(people, before, after).rows();
                        first.add(People.pick(before, rows));
                        last.add(People.pick(after, rows));
                    }
                    return new Filled(
                            java.util.Objects.requireNonNull(persons),
                            first,
                            last,
                            step.imputed(sets));
                });
    }

    private static Design.Complete complete(People people, double[] before, double[] after) {
        return people.adjusted(before, after).complete(Map.of("The outcome", after));
    }

    private static Persons persons(People people, double[] before, double[] after) {
        Design.Complete complete = complete(people, before, after);
        double[][] all = new double[complete.rows().length][];
        var matrix = complete.design().matrix();
        // Without the intercept and the first score.
        for (int i = 0; i < all.length; i++) {
            double[] row = matrix.row(i);
            all[i] = java.util.Arrays.copyOfRange(row, 2, row.length);
        }
        return new Persons(
                IntStream.of(complete.rows()).mapToObj(i -> people.person(i).id()).toList(), all);
    }
}
