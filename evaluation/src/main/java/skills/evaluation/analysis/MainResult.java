package skills.evaluation.analysis;

import skills.evaluation.data.StudyData;

/**
 * The two results about one outcome that a conclusion rests on, without the rest of the analysis:
 * for whoever repeats it over many studies.
 */
public record MainResult(AsOffered asOffered, Part<AmongUsers> amongUsers) {

    /** As in {@link Analysis#of}. @param scale of an outcome of the plan */
    public static MainResult of(StudyData data, String scale) {
        People people = new People(data);
        return new MainResult(
                new OfferStep(
                                people,
                                scale,
                                people.score(scale, people.first),
                                people.score(scale, people.last))
                        .of(),
                new UseStep(people, scale).amongUsers());
    }
}
