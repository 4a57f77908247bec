package skills.text;

/**
 * How what is seen of a concept adds up to its score.
 *
 * @param phrases whether the phrases of a text are looked at one by one
 * @param whole how much the text as a whole counts beside its closest phrase when candidates are
 *     chosen
 * @param full the score that counts as 1, that of the very name
 * @param of weight of each feature, in the order of {@link ConceptIndex}
 */
public record RankWeights(boolean phrases, float whole, double full, double[] of) {

    /** For titles and occupations. */
    public static final RankWeights TITLES =
            new RankWeights(false, 1f, 1.5, new double[] {0, 0, 0, 1, 0.3, 0.3, 0, 0, 0, 0, 0});

    /** For phrases and skills: learned by a linear softmax on half A of four sets, rounded. */
    public static final RankWeights SKILLS =
            new RankWeights(
                    true,
                    1f,
                    1.2,
                    new double[] {0.22, 0.3, 0, 0.19, 0.24, 0.06, 0, -0.08, 0.06, 0.23, 0.06});

    double score(double[] features) {
        double sum = 0;
        for (int i = 0; i < of.length; i++) sum += of[i] * features[i];
        return sum;
    }
}
