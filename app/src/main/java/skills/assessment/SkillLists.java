package skills.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import skills.kernel.AccountId;
import skills.taxonomy.OccupationId;
import skills.taxonomy.OccupationProfiles;
import skills.taxonomy.ProfileSkill;

/** Whose skills somebody answers: the list of one occupation at a time. */
@Repository
public class SkillLists {

    /** More would be a burden: the essential ones come first. */
    static final int LONGEST = 12;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AssessmentSessions sessions;
    private final OccupationProfiles occupations;
    private final Pace pace;

    SkillLists(
            JdbcClient jdbc,
            Clock clock,
            AssessmentSessions sessions,
            OccupationProfiles occupations,
            Pace pace) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sessions = sessions;
        this.occupations = occupations;
        this.pace = pace;
    }

    /**
     * How far somebody is with the list that was chosen last.
     *
     * @param secondsLeft what the open ones take, from measured times
     */
    public record Progress(OccupationId occupation, int total, int answered, int secondsLeft) {

        public boolean isDone() {
            return total > 0 && answered == total;
        }

        /** Whole minutes, rounded up; 0 when done. */
        public int minutesLeft() {
            return (secondsLeft + 59) / 60;
        }
    }

    /**
     * Chooses the list of an occupation; what was answered of it before stays. The same again
     * changes nothing.
     */
    @Transactional
    public void begin(AccountId account, OccupationId occupation) {
        sessions.lock(account);
        if (!occupation(account).equals(Optional.of(occupation)))
            jdbc.sql(
                            "insert into skill_list (account, occupation, begun_at) values (:account, :occupation, :now)")
                    .param("account", account.value())
                    .param("occupation", occupation.value())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        if (sessions.latest(account, occupation).isEmpty())
            sessions.begin(account, new Subject.SkillsOf(occupation), skillsOf(occupation));
    }

    /** The occupation that was chosen last; empty when none was. */
    public Optional<OccupationId> occupation(AccountId account) {
        return jdbc.sql(
                        """
                        select occupation from skill_list where account = :account
                        order by begun_at desc, id desc limit 1
                        """)
                .param("account", account.value())
                .query(UUID.class)
                .optional()
                .map(OccupationId::new);
    }

    /** Empty when no list was chosen. */
    public Optional<Progress> progress(AccountId account) {
        return current(account)
                .map(
                        s ->
                                new Progress(
                                        occupation(s),
                                        s.total(),
                                        s.total() - s.open(),
                                        s.open() * pace.ofSkills()));
    }

    Optional<AssessmentSession> current(AccountId account) {
        return occupation(account).flatMap(o -> sessions.latest(account, o));
    }

    /** Goes through the current list once more; only after it was done. */
    @Transactional
    Optional<AssessmentSession> again(AccountId account) {
        sessions.lock(account);
        Optional<AssessmentSession> current = current(account);
        if (current.isEmpty() || !current.get().isDone()) return current;
        OccupationId occupation = occupation(account).orElseThrow();
        sessions.begin(account, new Subject.SkillsOf(occupation), skillsOf(occupation));
        return current(account);
    }

    static OccupationId occupation(AssessmentSession session) {
        return ((Subject.SkillsOf) session.subject()).occupation();
    }

    private List<AskedItem> skillsOf(OccupationId occupation) {
        return occupations.of(occupation).skills().stream()
                .sorted(Comparator.comparing((ProfileSkill s) -> !s.essential()))
                .map(ProfileSkill::skill)
                .distinct()
                .limit(LONGEST)
                .map(AskedItem::skill)
                .toList();
    }
}
