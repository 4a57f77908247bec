package skills.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The texts of concepts, from which pairs are drawn that mean the same. A draw is decided by the
 * seed alone.
 */
final class TrainingTexts {

    /**
     * Texts of one sort of one concept.
     *
     * @param left how often a pair begins with one of them, against the other fields
     * @param right how often it ends with one
     */
    record Field(double left, double right, List<String> texts) {}

    /**
     * What belongs to one concept.
     *
     * @param area pairs of one area are trained together, so that they are told apart from each
     *     other
     * @param near concepts of the same name are easily mistaken for each other; empty for none
     */
    record Group(int area, String near, List<Field> fields) {}

    private record Indexed(double left, double right, int[] texts) {}

    private final List<List<List<Indexed>>> areas = new ArrayList<>();
    private final List<List<Integer>> names = new ArrayList<>();

    /** Of each area: the concepts that lie near each other, by place in the area. */
    private final List<Map<String, List<Integer>>> neighbours = new ArrayList<>();

    /** Words around a name that say nothing about what it means, by area. */
    private final List<List<String>> noise;

    private int[][][] noiseRows = new int[0][][];
    private final List<String> texts = new ArrayList<>();
    private int[][] rows = new int[0][];

    /**
     * @param noise for each area words that may stand around a name without changing what is meant
     */
    TrainingTexts(Collection<Group> groups, List<List<String>> noise) {
        this.noise = noise;
        var known = new HashMap<String, Integer>();
        int number = 0;
        for (Group group : groups) {
            while (areas.size() <= group.area()) {
                areas.add(new ArrayList<>());
                names.add(new ArrayList<>());
                neighbours.add(new LinkedHashMap<>());
            }
            var fields = new ArrayList<Indexed>();
            int all = 0;
            for (Field field : group.fields()) {
                var ids = new LinkedHashMap<Integer, Boolean>();
                for (String text : field.texts()) {
                    String folded = Tokens.fold(text);
                    if (folded.isEmpty()) continue;
                    Integer id = known.putIfAbsent(folded, texts.size());
                    if (id == null) {
                        id = texts.size();
                        texts.add(text);
                    }
                    ids.put(id, true);
                }
                all += ids.size();
                if (!ids.isEmpty())
                    fields.add(
                            new Indexed(
                                    field.left(),
                                    field.right(),
                                    ids.keySet().stream().mapToInt(Integer::intValue).toArray()));
            }
            boolean begins = fields.stream().anyMatch(f -> f.left() > 0);
            if (all < 2 || !begins) continue;
            if (!group.near().isEmpty())
                neighbours
                        .get(group.area())
                        .computeIfAbsent(group.near(), k -> new ArrayList<>())
                        .add(areas.get(group.area()).size());
            areas.get(group.area()).add(fields);
            names.get(group.area()).add(number++);
        }
    }

    /** All texts, each once. */
    List<String> texts() {
        return texts;
    }

    int areas() {
        return areas.size();
    }

    int groups(int area) {
        return areas.get(area).size();
    }

    /** Says which rows the texts consist of; must be called before drawing. */
    void prepare(Features features, Vocabulary vocabulary) {
        rows = new int[texts.size()][];
        for (int i = 0; i < rows.length; i++) rows[i] = vocabulary.rows(features.of(texts.get(i)));
        noiseRows = new int[noise.size()][][];
        for (int a = 0; a < noiseRows.length; a++) {
            noiseRows[a] = new int[noise.get(a).size()][];
            for (int i = 0; i < noiseRows[a].length; i++)
                noiseRows[a][i] = vocabulary.rows(features.of(noise.get(a).get(i)));
        }
    }

    /** Rows of words that say nothing, now and then; empty otherwise. */
    int[] noise(int area, double share, SplittableRandom random) {
        if (area >= noiseRows.length || noiseRows[area].length == 0 || random.nextDouble() >= share)
            return new int[0];
        return noiseRows[area][random.nextInt(noiseRows[area].length)];
    }

    int[] rows(int text) {
        return rows[text];
    }

    /** A batch of pairs: texts by number, and the concept each pair belongs to. */
    record Batch(int[] left, int[] right, int[] concept) {}

    /**
     * @param hard how often the batch is filled from a few neighbourhoods, where telling apart is
     *     harder
     */
    Batch draw(int area, int size, double hard, SplittableRandom random) {
        var batch = new Batch(new int[size], new int[size], new int[size]);
        List<List<Indexed>> groups = areas.get(area);
        List<Integer> few = random.nextDouble() < hard ? near(area, size / 2, random) : List.of();
        for (int i = 0; i < size; i++) {
            int g =
                    few.isEmpty()
                            ? random.nextInt(groups.size())
                            : few.get(random.nextInt(few.size()));
            List<Indexed> fields = groups.get(g);
            int left = -1;
            int right = -1;
            // A concept may have one text in the chosen field: then another field is chosen.
            for (int tries = 0; tries < 20 && left == right; tries++) {
                left = pick(fields, true, random);
                right = pick(fields, false, random);
            }
            batch.left()[i] = left;
            batch.right()[i] = right;
            batch.concept()[i] = names.get(area).get(g);
        }
        return batch;
    }

    /** At least so many concepts, of as few neighbourhoods as that takes. */
    private List<Integer> near(int area, int least, SplittableRandom random) {
        List<List<Integer>> all = new ArrayList<>(neighbours.get(area).values());
        var few = new ArrayList<Integer>();
        while (few.size() < least && !all.isEmpty())
            few.addAll(all.remove(random.nextInt(all.size())));
        return few;
    }

    private static int pick(List<Indexed> fields, boolean left, SplittableRandom random) {
        double sum = 0;
        for (Indexed f : fields) sum += left ? f.left() : f.right();
        double at = random.nextDouble() * sum;
        Indexed chosen = fields.getFirst();
        for (Indexed f : fields) {
            double weight = left ? f.left() : f.right();
            if (weight <= 0) continue;
            chosen = f;
            at -= weight;
            if (at < 0) break;
        }
        return chosen.texts()[random.nextInt(chosen.texts().length)];
    }

    /** How many texts each area's concepts have, for the log. */
    Map<String, Integer> sizes() {
        var sizes = new LinkedHashMap<String, Integer>();
        sizes.put("texts", texts.size());
        for (int a = 0; a < areas.size(); a++) sizes.put("concepts of area " + a, groups(a));
        return sizes;
    }
}
