package skills.statistics.reference;

/**
 * A group of reference cases and the code that reproduces them.
 *
 * <p>To register cases: write a class in the test sources, anywhere below {@code
 * skills.statistics}, whose name ends in {@code Cases}, with a constructor without arguments, that
 * implements this interface. It is found by its name; no list has to be kept. Then take the ids out
 * of {@code src/test/resources/reference/open-cases.txt}: an id there that is covered fails as well
 * as one that is neither there nor covered.
 *
 * <pre>{@code
 * public final class OmnibusCases implements CaseSet {
 *     public void register(Cases cases) {
 *         cases.covers(
 *                 "omnibus.anorexia",
 *                 Tolerance.relative(1e-8),                      // from the case's own words
 *                 Change.cell("anorexia.csv", 0, "Postwt", 99),  // one value; a result must follow
 *                 (given, found) -> {
 *                     Table table = given.table("anorexia.csv"); // with the change, in the second run
 *                     var test = KruskalWallis.of(...);
 *                     found.number("/kw_H", test.h());           // JSON pointer below "expected"
 *                     found.number("/shapiro_W", w, Tolerance.relative(1e-6));
 *                 });
 *     }
 * }
 * }</pre>
 *
 * <p>Each number and truth value below {@code expected} must be compared, or be named by {@link
 * Found#leftOut} with the reason. Numbers that a case gives inline go through {@link Given#value},
 * {@link Given#values} or {@link Given#numbers} and are changed by {@link Change#inline}. For a
 * behaviour in words there is {@link Found#behaves}. Everything is run twice: as it is, and with
 * the one value changed.
 */
public interface CaseSet {
    void register(Cases cases);
}
