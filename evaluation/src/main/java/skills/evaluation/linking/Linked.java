package skills.evaluation.linking;

import java.util.ArrayList;
import java.util.List;

/**
 * Which answers of two waves are of one person, by their own codes.
 *
 * @param pairs numbers in both lists with the parts that differ: 0 first, then 1, then 2
 * @param firstAlone numbers of the first list without a partner; @param laterAlone of the other
 * @param ambiguous those of them that fitted more than one equally well: nobody guesses
 */
public record Linked(
        List<Pair> pairs, List<Integer> firstAlone, List<Integer> laterAlone, int ambiguous) {

    /** Parts that may differ: people forget a name or move house, as studies of such codes show. */
    public static final int MOST_DIFFERENCES = 2;

    public record Pair(int first, int later, int differences) {}

    /**
     * Pairs equal codes first, then those with one part different, then with two; each only when
     * either is the other's single candidate among who is left.
     */
    public static Linked of(List<OwnCode> first, List<OwnCode> later) {
        boolean[] firstDone = new boolean[first.size()];
        boolean[] laterDone = new boolean[later.size()];
        boolean[] torn = new boolean[first.size()];
        List<Pair> pairs = new ArrayList<>();
        for (int differ = 0; differ <= MOST_DIFFERENCES; differ++) {
            int[] partner = new int[first.size()];
            int[] fits = new int[first.size()];
            int[] fitsBack = new int[later.size()];
            for (int i = 0; i < first.size(); i++) {
                if (firstDone[i]) continue;
                for (int j = 0; j < later.size(); j++)
                    if (!laterDone[j] && first.get(i).differences(later.get(j)) == differ) {
                        partner[i] = j;
                        fits[i]++;
                        fitsBack[j]++;
                    }
            }
            for (int i = 0; i < first.size(); i++) {
                if (firstDone[i] || fits[i] == 0) continue;
                if (fits[i] > 1 || fitsBack[partner[i]] > 1) {
                    torn[i] = true;
                    continue;
                }
                pairs.add(new Pair(i, partner[i], differ));
                firstDone[i] = true;
                laterDone[partner[i]] = true;
                torn[i] = false;
            }
        }
        int ambiguous = 0;
        for (int i = 0; i < first.size(); i++) if (torn[i] && !firstDone[i]) ambiguous++;
        return new Linked(List.copyOf(pairs), open(firstDone), open(laterDone), ambiguous);
    }

    private static List<Integer> open(boolean[] done) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < done.length; i++) if (!done[i]) open.add(i);
        return List.copyOf(open);
    }
}
