package skills.evaluation.data;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import skills.evaluation.plan.Plan;

/**
 * A plan with what came of it.
 *
 * @param participants everybody who enrolled, in a fixed order
 * @param answers wave id, participant id, item column ("selfinsight_1"): the answer as given, not
 *     keyed; an item that was left out is not there
 * @param byLot whether the allocation really came out of a logged lot: then, and only then, the
 *     study is called an experiment
 */
public record StudyData(
        Plan plan,
        List<Participant> participants,
        Map<String, Map<String, Map<String, Integer>>> answers,
        boolean byLot) {

    public StudyData {
        participants = List.copyOf(participants);
    }

    /** Whether there is any answer of this participant at this wave. */
    public boolean hasAnswered(String participant, String wave) {
        return answers.getOrDefault(wave, Map.of()).containsKey(participant);
    }

    public OptionalInt answer(String participant, String wave, String item) {
        Integer value =
                answers.getOrDefault(wave, Map.of()).getOrDefault(participant, Map.of()).get(item);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
