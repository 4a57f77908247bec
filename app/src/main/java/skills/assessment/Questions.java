package skills.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import skills.platform.Faults;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.SkillId;
import skills.taxonomy.Skills;

/** Puts a question into words and reads what comes back. */
@Component
class Questions {

    /** Answers kept on a phone longer than this count from then. */
    private static final Duration LONGEST_AGO = Duration.ofDays(30);

    /** Longer in view: the phone lay on the table. */
    private static final int LONGEST_FOCUS_MS = 300_000;

    private static final int SHORTEST_FOCUS_MS = 300;

    private final OccupationProfiles occupations;
    private final Skills skills;
    private final Pace pace;
    private final Clock clock;

    Questions(OccupationProfiles occupations, Skills skills, Pace pace, Clock clock) {
        this.occupations = occupations;
        this.skills = skills;
        this.pace = pace;
        this.clock = clock;
    }

    ItemView page(AssessmentSession session, int position, Faults faults) {
        return ItemView.of(
                session,
                occupations.of(session.occupation()),
                skills.all(session.skills()),
                position,
                pace.secondsEach(),
                faults);
    }

    /** The sender tells how long ago it was answered, since its clock may be wrong. */
    Response response(SkillId skill, Answer answer, AnswerForm form) {
        Instant answered =
                clock.instant().minusMillis(Math.min(form.agoMs(), LONGEST_AGO.toMillis()));
        long focus = form.focusMs();
        boolean measured = focus >= SHORTEST_FOCUS_MS && focus <= LONGEST_FOCUS_MS;
        return new Response(
                skill,
                answer,
                measured ? (int) focus : null,
                answered,
                form.clientId(),
                form.clientSeq());
    }
}
