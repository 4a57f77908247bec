package skills.evaluation.data;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import skills.evaluation.plan.Plan;
import skills.evaluation.plan.PlanFile;

/**
 * A plan with what came of it.
 *
 * @param participants everybody who enrolled, in a fixed order
 * @param answers wave id, participant id, item column ("selfinsight_1"): the answer as given, not
 *     keyed; an item that was left out is not there
 * @param byLot whether the allocation really came out of a logged lot: then, and only then, the
 *     study is called an experiment
 * @param unlinked by wave: answer sheets that could not be joined to a participant, and are in
 *     nothing else
 */
public record StudyData(
        Plan plan,
        List<Participant> participants,
        Map<String, Map<String, Map<String, Integer>>> answers,
        boolean byLot,
        Map<String, Integer> unlinked) {

    public StudyData {
        participants = List.copyOf(participants);
    }

    /** Data in which every answer sheet has its participant. */
    public StudyData(
            Plan plan,
            List<Participant> participants,
            Map<String, Map<String, Map<String, Integer>>> answers,
            boolean byLot) {
        this(plan, participants, answers, byLot, Map.of());
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

    /**
     * Fingerprint of the data without the plan: SHA-256 in hexadecimal. The order in which persons
     * and answers stand does not count.
     */
    public String hash() {
        StringBuilder text = new StringBuilder("lot ").append(byLot).append('\n');
        for (Participant p : sorted())
            text.append(
                    "person %s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s\n"
                            .formatted(
                                    p.id(),
                                    p.arm(),
                                    p.unit(),
                                    p.school(),
                                    p.gender(),
                                    p.age(),
                                    p.user(),
                                    p.sittings(),
                                    p.minutes(),
                                    p.consented(),
                                    p.contaminated(),
                                    p.moved(),
                                    new TreeMap<>(p.uses())));
        new TreeMap<>(answers)
                .forEach(
                        (wave, sheets) ->
                                new TreeMap<>(sheets)
                                        .forEach(
                                                (id, sheet) ->
                                                        text.append("answers ")
                                                                .append(wave)
                                                                .append('|')
                                                                .append(id)
                                                                .append('|')
                                                                .append(new TreeMap<>(sheet))
                                                                .append('\n')));
        new TreeMap<>(unlinked)
                .forEach(
                        (wave, n) ->
                                text.append("unlinked ")
                                        .append(wave)
                                        .append('|')
                                        .append(n)
                                        .append('\n'));
        return PlanFile.sha256(text.toString());
    }

    /** The participants in order of id. */
    public List<Participant> sorted() {
        return participants.stream()
                .sorted(java.util.Comparator.comparing(Participant::id))
                .toList();
    }
}
