package skills.text;

/**
 * How what is seen of a concept adds up to its score.
 *
 * @param whole how much the text as a whole counts beside its closest phrase when candidates are
 *     chosen
 * @param of weight of each feature, in the order of {@link ConceptIndex}
 */
public record RankWeights(float whole, double[] of) {

    /** For titles and occupations. */
    public static final RankWeights TITLES =
            new RankWeights(1f, new double[] {0, 0, 0, 1, 0.3, 0.3, 0, 0, 0, 0});

    /** For phrases and skills. */
    public static final RankWeights SKILLS =
            new RankWeights(1f, new double[] {0.5, 0.15, 0, 0.5, 0.15, 0.3, 0, 0, 0, 0});

    double score(double[] features) {
        double sum = 0;
        for (int i = 0; i < of.length; i++) sum += of[i] * features[i];
        return sum;
    }
}
