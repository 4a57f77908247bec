package skills.statistics.mixed;

/**
 * The F test of a term over all its columns, averaged over the levels of other factors (type III).
 *
 * @param denominatorDf by Satterthwaite; need not be whole
 */
public record TermTest(String term, int numeratorDf, double denominatorDf, double f, double p) {}
