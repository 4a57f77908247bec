package skills.assessment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.profile.ClaimSource;
import skills.profile.SkillClaim;
import skills.profile.SkillClaims;

/** Takes answers: each is kept once and becomes a claim in the same transaction. */
@Component
class Answers {

    private final AssessmentSessions sessions;
    private final SkillClaims claims;

    Answers(AssessmentSessions sessions, SkillClaims claims) {
        this.sessions = sessions;
        this.claims = claims;
    }

    @Transactional
    void take(AccountId account, AssessmentSession session, Response given) {
        Response response = inOrder(session.id(), given);
        if (sessions.keep(session.id(), response)) {
            claim(account, session.id(), response);
            return;
        }
        Response kept = sessions.kept(session.id(), response.clientId()).orElseThrow();
        boolean sentAgain =
                kept.skill().equals(response.skill()) && kept.answer().equals(response.answer());
        if (sentAgain) return;
        // Another choice on a page that was sent before, after Back without script: its own answer.
        Response other =
                new Response(
                        response.skill(),
                        response.answer(),
                        response.focusMs(),
                        response.answeredAt(),
                        derived(response),
                        response.clientSeq());
        if (sessions.keep(session.id(), other)) claim(account, session.id(), other);
    }

    /**
     * The moment is reckoned from when an answer arrives, and a slow network may hold up the first
     * of two: the sender's own numbering tells which was given last.
     */
    private Response inOrder(SessionId session, Response given) {
        return sessions.earlier(session, given.skill(), given.clientSeq())
                .filter(before -> !given.answeredAt().isAfter(before))
                .map(
                        before ->
                                new Response(
                                        given.skill(),
                                        given.answer(),
                                        given.focusMs(),
                                        before.plusMillis(1),
                                        given.clientId(),
                                        given.clientSeq()))
                .orElse(given);
    }

    private void claim(AccountId account, SessionId session, Response response) {
        String ref = session.toString();
        if (response.answer() instanceof Answer.AtLevel a)
            claims.say(
                    account,
                    new SkillClaim(
                            response.skill(),
                            a.level(),
                            ClaimSource.STATEMENT,
                            ref,
                            null,
                            response.answeredAt()),
                    response.clientId());
        else
            claims.withdraw(
                    account,
                    response.skill(),
                    ClaimSource.STATEMENT,
                    ref,
                    response.answeredAt(),
                    response.clientId());
    }

    private static UUID derived(Response response) {
        String content = response.clientId() + "|" + response.skill() + "|" + response.answer();
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }
}
