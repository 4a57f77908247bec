package skills.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.platform.Problem;
import skills.profile.ClaimSource;
import skills.profile.Level;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;
import skills.taxonomy.SkillId;

/**
 * Takes answers: each is kept once, and what follows from it (a claim, a result) is there in the
 * same transaction.
 */
@Component
class Answers {

    private final AssessmentSessions sessions;
    private final SkillClaims claims;
    private final Results results;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answers(
            AssessmentSessions sessions,
            SkillClaims claims,
            Results results,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.clock = clock;
        this.sessions = sessions;
        this.claims = claims;
        this.results = results;
    }

    /**
     * Gives the session as it stands after the answer.
     *
     * @throws Problem "roundclosed" for an answer that was given after its round closed, or arrives
     *     more than a day after
     */
    @Transactional
    AssessmentSession take(AccountId account, AssessmentSession session, Response given) {
        if (session.round() != null) {
            if (!session.round().takes(given.answeredAt(), clock.instant()))
                throw new Problem(HttpStatus.GONE, "roundclosed");
            // Which answer completes the round must be plain, also of two questionnaires.
            sessions.lock(account);
        }
        // One after the other: which answer completes the session must be plain.
        sessions.lock(session.id());
        Response response = inOrder(session.id(), given);
        if (sessions.keep(session.id(), response)) return follow(account, session, response);
        Response kept = sessions.kept(session.id(), response.clientId()).orElseThrow();
        boolean sentAgain =
                kept.item().equals(response.item()) && kept.answer().equals(response.answer());
        if (!sentAgain) {
            // Another choice on a page that was sent before, after Back without script: its own
            // answer.
            Response other = response.under(derived(response));
            if (sessions.keep(session.id(), other)) return follow(account, session, other);
        }
        return now(account, session);
    }

    /**
     * The moment is reckoned from when an answer arrives, and a slow network may hold up the first
     * of two: the sender's own numbering tells which was given last.
     */
    private Response inOrder(SessionId session, Response given) {
        return sessions.earlier(session, given.item(), given.clientSeq())
                .filter(before -> !given.answeredAt().isAfter(before))
                .map(before -> given.at(before.plusMillis(1)))
                .orElse(given);
    }

    private AssessmentSession follow(
            AccountId account, AssessmentSession session, Response response) {
        if (session.subject() instanceof Subject.SkillsOf) {
            claim(account, session.id(), response);
            return now(account, session);
        }
        AssessmentSession now = now(account, session);
        if (!now.isDone()) return now;
        if (now.round() == null) results.compute(account, now);
        else if (sessions.round(now.round().onward()).stream().allMatch(AssessmentSession::isDone))
            events.publishEvent(
                    new RoundDone(account, now.round().onward(), response.answeredAt()));
        return now;
    }

    private AssessmentSession now(AccountId account, AssessmentSession session) {
        return sessions.find(account, session.id()).orElseThrow(Problem::notFound);
    }

    private void claim(AccountId account, SessionId session, Response response) {
        String ref = session.toString();
        SkillId skill = SkillId.parse(response.item());
        if (response.answer() instanceof Answer.Chosen chosen)
            claims.say(
                    account,
                    new SkillClaim(
                            skill,
                            Level.of(chosen.value()),
                            ClaimSource.STATEMENT,
                            ref,
                            null,
                            response.answeredAt()),
                    response.clientId());
        else
            claims.withdraw(
                    account,
                    skill,
                    ClaimSource.STATEMENT,
                    ref,
                    response.answeredAt(),
                    response.clientId());
    }

    private static UUID derived(Response response) {
        String content = response.clientId() + "|" + response.item() + "|" + response.answer();
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }
}
