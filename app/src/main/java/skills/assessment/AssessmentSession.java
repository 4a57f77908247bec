package skills.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/**
 * One going through the skills of an occupation.
 *
 * @param skills in the order in which they are asked
 * @param answers what counts now, by skill; an answer that was taken back is not in it
 */
record AssessmentSession(
        SessionId id,
        OccupationId occupation,
        Instant begunAt,
        List<SkillId> skills,
        Map<SkillId, Answer> answers) {

    int total() {
        return skills.size();
    }

    int open() {
        return (int) skills.stream().filter(s -> !answers.containsKey(s)).count();
    }

    boolean isDone() {
        return open() == 0;
    }

    /**
     * @param position from 1
     */
    boolean has(int position) {
        return position >= 1 && position <= skills.size();
    }

    SkillId skill(int position) {
        return skills.get(position - 1);
    }

    @Nullable Answer answer(int position) {
        return answers.get(skill(position));
    }

    /**
     * The first open question after a position, else the first open one; empty when all are
     * answered.
     */
    OptionalInt nextOpen(int after) {
        OptionalInt later = open(after + 1);
        return later.isPresent() ? later : open(1);
    }

    private OptionalInt open(int from) {
        return IntStream.rangeClosed(from, total())
                .filter(p -> !answers.containsKey(skill(p)))
                .findFirst();
    }
}
