package skills.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The corpus of a {@link BenchSet} as an index of concepts, with what the taxonomy adds to each.
 */
final class BenchIndex {

    /** What a label's own likeness counts beside its concept's score. */
    private static final double LABEL_SHARE = 1;

    /**
     * Each further label of a concept counts so much less: it says again what the one before it
     * said.
     */
    static final double REPEATED = 0.05;

    private final ConceptIndex index;
    private final int labels;
    private final List<String> concepts = new ArrayList<>();

    /** Ids of the elements of each concept, in the order of its own labels. */
    private final List<List<String>> elements = new ArrayList<>();

    /**
     * @param kind what the elements are, to find them in the taxonomy when no mapping says it
     * @param language of the corpus
     */
    BenchIndex(
            BenchSet set, Taxonomy taxonomy, Encoder encoder, Concept.Kind kind, String language) {
        var byConcept = new LinkedHashMap<String, List<String>>();
        for (String element : set.corpus().keySet())
            byConcept.computeIfAbsent(set.concept(element), k -> new ArrayList<>()).add(element);
        Map<String, Concept> byLabel = new HashMap<>();
        List<Concept> ofKind = taxonomy.of(kind);
        // The preferred label of one goes before the other name of another.
        for (Concept concept : ofKind)
            concept.labels(language).stream()
                    .limit(1)
                    .forEach(l -> byLabel.putIfAbsent(Tokens.fold(l), concept));
        for (Concept concept : ofKind)
            for (String label : concept.labels(language))
                byLabel.putIfAbsent(Tokens.fold(label), concept);
        var entries = new ArrayList<ConceptIndex.Entry>();
        byConcept.forEach(
                (id, own) -> {
                    List<String> labels = own.stream().map(set.corpus()::get).toList();
                    Concept known = taxonomy.concepts().get(id);
                    if (known == null && labels.size() == 1)
                        known = byLabel.get(Tokens.fold(labels.getFirst()));
                    concepts.add(id);
                    elements.add(own);
                    int asked = known == null ? 0 : taxonomy.asked().getOrDefault(known.id(), 0);
                    entries.add(
                            ConceptTexts.entry(
                                    id, labels, language, known, ConceptTexts.common(asked)));
                });
        labels = set.corpus().size();
        index =
                ConceptIndex.of(
                        encoder,
                        entries,
                        kind == Concept.Kind.SKILL ? RankWeights.SKILLS : RankWeights.TITLES);
    }

    ConceptIndex index() {
        return index;
    }

    /** Elements and concepts in their order for one text. */
    record Ranked(List<String> elements, List<String> concepts, ConceptIndex.Ranking ranking) {}

    private record Scored(String element, double score) {}

    /** Ranks the labels of the concepts that were looked at closely. */
    Ranked top(String text) {
        return top(index.rank(text), REPEATED);
    }

    /**
     * @param repeated how much less each further label of a concept counts; 0 ranks by likeness
     *     alone
     */
    Ranked top(ConceptIndex.Ranking ranking, double repeated) {
        // Where each concept has one label, the order of concepts is that of labels.
        double share = elements.size() == labels ? 0 : LABEL_SHARE;
        var scored = new ArrayList<Scored>();
        for (int c : ranking.order) {
            List<String> ids = elements.get(c);
            // The elements are the first labels of their concept.
            float[] cosines = Arrays.copyOf(ranking.labelCosines.get(c), ids.size());
            Integer[] best = new Integer[ids.size()];
            Arrays.setAll(best, i -> i);
            Arrays.sort(best, Comparator.comparingDouble(l -> -cosines[l]));
            for (int k = 0; k < best.length; k++)
                scored.add(
                        new Scored(
                                ids.get(best[k]),
                                ranking.score[c] + share * cosines[best[k]] - repeated * k));
        }
        scored.sort(Comparator.comparingDouble((Scored s) -> -s.score()));
        var best = new ArrayList<String>();
        for (int c : ranking.order) best.add(concepts.get(c));
        return new Ranked(scored.stream().map(Scored::element).toList(), best, ranking);
    }

    /** Adds all that was not looked at, by how close the middle of its concept lies. */
    Ranked all(Ranked top) {
        var labels = new ArrayList<>(top.elements());
        var order = new ArrayList<>(top.concepts());
        var done = new HashSet<Integer>();
        for (int c : top.ranking().order) done.add(c);
        IntStream.range(0, index.size())
                .filter(c -> !done.contains(c))
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -top.ranking().middle[c]))
                .forEach(
                        c -> {
                            labels.addAll(elements.get(c));
                            order.add(concepts.get(c));
                        });
        return new Ranked(labels, order, top.ranking());
    }
}
