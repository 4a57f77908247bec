package skills.evaluation.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale that a study scores: the mean of the keyed answers that were given.
 *
 * @param id name of the scale; its items are the columns id_1 to id_k in data
 * @param instrument questionnaire that asks it; empty for data from elsewhere
 * @param items k, at least 1
 * @param reversed numbers of the items that count the other way round, from 1
 * @param lowest answer; @param highest answer
 * @param minAnswered items that must be answered for a score, 1 to k
 */
public record Scale(
        String id,
        Text name,
        String instrument,
        int items,
        List<Integer> reversed,
        int lowest,
        int highest,
        int minAnswered,
        Better better) {

    public Scale {
        reversed = List.copyOf(reversed);
    }

    public enum Better {
        HIGH,
        LOW,
        NEITHER
    }

    /** Columns of its items, in order. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= items; i++) columns.add(id + "_" + i);
        return columns;
    }
}
