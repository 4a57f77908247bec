package skills.evaluation.export;

import java.util.List;
import java.util.Map;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;

/**
 * How the questions were put.
 *
 * @param items by column ("selfinsight_1"); an item that is not there gets the name of its scale
 * @param answers by scale id: the words of its answers, from the lowest; empty where they have none
 */
public record Wording(Map<String, Text> items, Map<String, List<Text>> answers) {

    /** For data from elsewhere, of which the words are not known or not ours to give. */
    public static final Wording NONE = new Wording(Map.of(), Map.of());

    public Wording {
        items = Map.copyOf(items);
        answers = Map.copyOf(answers);
    }

    Text item(Scale scale, int number) {
        Text words = items.get(scale.id() + "_" + number);
        return words != null
                ? words
                : new Text(
                        scale.name().nl() + ", vraag " + number,
                        scale.name().en() + ", item " + number);
    }

    /** Empty unless there is one for every answer. */
    List<Text> answers(Scale scale) {
        List<Text> words = answers.getOrDefault(scale.id(), List.of());
        return words.size() == scale.highest() - scale.lowest() + 1 ? words : List.of();
    }
}
