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
     */
    record Group(int area, List<Field> fields) {}

    private record Indexed(double left, double right, int[] texts) {}

    private final List<List<List<Indexed>>> areas = new ArrayList<>();
    private final List<List<Integer>> names = new ArrayList<>();

    private final List<String> texts = new ArrayList<>();
    private int[][] rows = new int[0][];

    TrainingTexts(Collection<Group> groups) {
        var known = new HashMap<String, Integer>();
        int number = 0;
        for (Group group : groups) {
            while (areas.size() <= group.area()) {
                areas.add(new ArrayList<>());
                names.add(new ArrayList<>());
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
    }

    int[] rows(int text) {
        return rows[text];
    }

    /** A batch of pairs: texts by number, and the concept each pair belongs to. */
    record Batch(int[] left, int[] right, int[] concept) {}

    Batch draw(int area, int size, SplittableRandom random) {
        var batch = new Batch(new int[size], new int[size], new int[size]);
        List<List<Indexed>> groups = areas.get(area);
        for (int i = 0; i < size; i++) {
            int g = random.nextInt(groups.size());
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
