package skills.statistics.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import skills.statistics.Unusable;

/**
 * The answers of one person, in the order of the items.
 *
 * @param answers 0 for the lowest answer and up; null where there is none. A missing answer takes
 *     no part: it is never counted as a low one
 */
public record ResponsePattern(List<Integer> answers) {

    /**
     * @throws Unusable when an answer is below 0
     */
    public ResponsePattern {
        answers = Collections.unmodifiableList(new ArrayList<>(answers));
        for (Integer answer : answers)
            if (answer != null && answer < 0)
                throw new Unusable(
                        Unusable.Reason.OUT_OF_RANGE,
                        "An answer counts from 0, not " + answer + ".");
    }

    public static ResponsePattern of(Integer... answers) {
        return new ResponsePattern(Arrays.asList(answers));
    }

    /** Number of items, answered or not. */
    public int size() {
        return answers.size();
    }

    /** Number of answers that are not missing. */
    public int answered() {
        return (int) answers.stream().filter(Objects::nonNull).count();
    }
}
