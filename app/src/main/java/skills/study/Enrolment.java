package skills.study;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skills.kernel.AccountId;

/**
 * Somebody takes part in a study.
 *
 * @param pseudonym under which the answers are analysed; of this study only
 * @param unit class; null without classes
 * @param school null when not known
 * @param facts what was known beforehand or told, such as gender and age
 * @param test of a dry run
 * @param stoppedAt when the person stopped, leaving the answers; null while taking part
 */
public record Enrolment(
        EnrolmentId id,
        StudyId study,
        AccountId account,
        String pseudonym,
        @Nullable String unit,
        @Nullable String school,
        Map<String, String> facts,
        Instant at,
        boolean test,
        @Nullable Instant stoppedAt) {

    public Enrolment {
        facts = Map.copyOf(facts);
    }

    public boolean isGoing() {
        return stoppedAt == null;
    }

    /** Address of a wave, and the name of its round of questions. */
    String wave(String wave) {
        return waves() + wave;
    }

    /** What the addresses of its waves begin with. */
    String waves() {
        return "/study/" + id + "/wave/";
    }
}
