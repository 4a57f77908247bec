package skills.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.taxonomy.SkillId;

/** What persons say about their skills. Rows are only added, so that growth can be shown. */
@Repository
public class SkillClaims {

    private final JdbcClient jdbc;
    private final Clock clock;

    SkillClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The person says to have the skill.
     *
     * @param level null when it was not asked
     * @param sourceRef what it rests on, see {@link ClaimSource}; saying again with the same source
     *     and reference replaces what that source said
     */
    public void say(
            AccountId account,
            SkillId skill,
            @Nullable Level level,
            ClaimSource source,
            String sourceRef,
            @Nullable LocalizedText because) {
        say(
                account,
                new SkillClaim(skill, level, source, sourceRef, because, clock.instant()),
                null);
    }

    /**
     * As above, at the moment that the claim carries.
     *
     * @param clientId the sender's own id of this saying; the same id again adds nothing
     */
    public void say(AccountId account, SkillClaim claim, @Nullable UUID clientId) {
        add(account, Said.Stance.SAID, claim, clientId);
    }

    /**
     * The person says: not me. Silences all that was said of the skill so far, by whatever source.
     */
    public void deny(AccountId account, SkillId skill, ClaimSource source, String ref) {
        add(account, Said.Stance.DENIED, bare(skill, source, ref, clock.instant()), null);
    }

    /** Takes back what this source said, a denial too; what other sources said stands. */
    public void withdraw(AccountId account, SkillId skill, ClaimSource source, String ref) {
        withdraw(account, skill, source, ref, clock.instant(), null);
    }

    /** As above, at a moment and with the sender's own id. */
    public void withdraw(
            AccountId account,
            SkillId skill,
            ClaimSource source,
            String ref,
            Instant at,
            @Nullable UUID clientId) {
        add(account, Said.Stance.WITHDRAWN, bare(skill, source, ref, at), clientId);
    }

    /**
     * What stands now, at most one claim a skill, the oldest first: what was denied or withdrawn is
     * left out, a claim with a level beats one without, the latest wins.
     */
    public List<SkillClaim> current(AccountId account) {
        return Said.current(all(account));
    }

    /**
     * Everything that stands of each skill, the oldest first: one claim for every source that
     * speaks of it. {@link #current} is the one of these that counts.
     */
    public Map<SkillId, List<SkillClaim>> voices(AccountId account) {
        return Said.voices(all(account));
    }

    /** The skills of which the person's last word is: not me. */
    public Set<SkillId> denied(AccountId account) {
        return Said.denied(all(account));
    }

    /**
     * All that was ever said of one skill and not denied or withdrawn in that row, the oldest
     * first.
     */
    public List<SkillClaim> history(AccountId account, SkillId skill) {
        return all(account).stream()
                .filter(s -> s.stance() == Said.Stance.SAID && s.claim().skill().equals(skill))
                .map(Said::claim)
                .toList();
    }

    /** Every row of a person, the oldest first. */
    List<Said> all(AccountId account) {
        return jdbc
                .sql(
                        """
                        select skill, level, stance, source, source_ref, because_nl, because_en, said_at
                        from skill_claim where account = :account
                        """)
                .param("account", account.value())
                .query((row, n) -> said(row))
                .list()
                .stream()
                .sorted(Said.ORDER)
                .toList();
    }

    private void add(
            AccountId account, Said.Stance stance, SkillClaim claim, @Nullable UUID clientId) {
        jdbc.sql(
                        """
                        insert into skill_claim
                            (account, skill, level, stance, source, source_ref, because_nl, because_en, client_id, said_at)
                        values
                            (:account, :skill, :level, :stance, :source, :ref, :nl, :en, :clientId, :at)
                        on conflict (account, client_id) do nothing
                        """)
                .param("account", account.value())
                .param("skill", claim.skill().value())
                .param("level", claim.level() == null ? null : claim.level().number())
                .param("stance", lower(stance))
                .param("source", lower(claim.source()))
                .param("ref", claim.sourceRef())
                .param("nl", claim.because() == null ? null : claim.because().nl())
                .param("en", claim.because() == null ? null : claim.because().en())
                .param("clientId", clientId)
                .param("at", Timestamp.from(claim.at()))
                .update();
    }

    private static Said said(ResultSet row) throws SQLException {
        String nl = row.getString("because_nl");
        int level = row.getInt("level");
        boolean withoutLevel = row.wasNull();
        return new Said(
                Said.Stance.valueOf(upper(row.getString("stance"))),
                new SkillClaim(
                        new SkillId(row.getObject("skill", UUID.class)),
                        withoutLevel ? null : Level.of(level),
                        ClaimSource.valueOf(upper(row.getString("source"))),
                        row.getString("source_ref"),
                        nl == null ? null : new LocalizedText(nl, row.getString("because_en")),
                        row.getTimestamp("said_at").toInstant()));
    }

    private static SkillClaim bare(SkillId skill, ClaimSource source, String ref, Instant at) {
        return new SkillClaim(skill, null, source, ref, null, at);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }
}
